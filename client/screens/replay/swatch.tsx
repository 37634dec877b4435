/** How many threads are told apart by hue and pattern. */
export const HUES = 8;

const DASHES = ['none', '7 2', '2 2', '9 2 2 2', '4 4', '1 3', '12 3', '5 2 1 2 1 2'];

export function dashOf(index: number): string {
  return DASHES[index % DASHES.length] ?? 'none';
}

/** A thread’s line as the timeline draws it: hue and pattern. */
export function Swatch({ index }: { readonly index: number }) {
  return (
    <svg className={`swatch hue-${index % HUES}`} viewBox="0 0 24 6" width="24" height="6" aria-hidden>
      <path d="M0 3H24" strokeDasharray={dashOf(index)} />
    </svg>
  );
}
