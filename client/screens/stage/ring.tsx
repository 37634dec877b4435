const AROUND = 2 * Math.PI * 16;

/** Empties as time goes: `share` of it is left, 0 to 1. */
export function Ring({ share }: { readonly share: number }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden>
      <circle cx="20" cy="20" r="16" className="ring" />
      <circle
        cx="20"
        cy="20"
        r="16"
        className="ring-left"
        strokeDasharray={AROUND}
        strokeDashoffset={AROUND * (1 - share)}
      />
    </svg>
  );
}
