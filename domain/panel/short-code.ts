/** Crockford’s base 32: no letter that is read as a digit, and no U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;
const BITS = 30n;

/** Six characters to type instead of a panel’s address: the last 30 bits of its id. */
export function shortCode(panelId: string): string {
  let rest = BigInt(`0x${panelId.replaceAll('-', '')}`) & ((1n << BITS) - 1n);
  let code = '';
  for (let i = 0; i < LENGTH; i++) {
    code = DIGITS.charAt(Number(rest & 31n)) + code;
    rest >>= 5n;
  }
  return code;
}

/** The code somebody meant: in any case, with spaces and hyphens, I and L for 1, O for 0. null when it is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
  return code.length === LENGTH && [...code].every((digit) => DIGITS.includes(digit)) ? code : null;
}

/** The last eight hexadecimal digits that an id of this code may have: the code leaves two bits open. */
export function endingsOf(code: string): readonly string[] {
  const bits = [...code].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
  return [0, 1, 2, 3].map((open) => (open * 2 ** Number(BITS) + bits).toString(16).padStart(8, '0'));
}
