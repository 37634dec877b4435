const HUES = 8;

/** A thread’s colour, and its number, which says the same without colour. */
export function ThreadHue({ index }: { readonly index: number }) {
  return (
    <span className="thread-hue" data-hue={Math.max(index, 0) % HUES} aria-hidden>
      {index + 1}
    </span>
  );
}
