const SIGNS: Readonly<Record<string, string>> = {
  ' ': '␣',
  Space: '␣',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
};

/** A key as it is printed on a keyboard. */
export function Kbd({ name }: { readonly name: string }) {
  return (
    <kbd aria-hidden className="kbd" dir="ltr">
      {SIGNS[name] ?? name}
    </kbd>
  );
}
