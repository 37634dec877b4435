import unhomoglyph from 'unhomoglyph';

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The UTS #39 skeleton of a name: two names with equal skeletons look alike. Case is folded afterwards, so that a capital
 * I standing in for a small l is seen as what it looks like.
 */
export function skeleton(name: string): string {
  return prototype(prototype(name).toLowerCase());
}

/** The skeleton of a name’s letters whatever their case: `skeleton` reads a capital I as the l it looks like, this as an i. */
export function caselessSkeleton(name: string): string {
  return skeleton(name.toLowerCase());
}

/** Whether one name can be taken for the other, by its look or by its letters in another case. */
export function looksLike(one: string, other: string): boolean {
  return skeleton(one) === skeleton(other) || caselessSkeleton(one) === caselessSkeleton(other);
}

function prototype(text: string): string {
  return unhomoglyph(text.normalize('NFD').replace(IGNORABLE, '')).normalize('NFD');
}
