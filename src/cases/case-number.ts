const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number under which people speak of a case before it has a plan number: the year and eight letters that are not
 * mistaken for each other.
 *
 * @example caseNumber('2026-03-01', bytes) // '2026-K7QMX2RT'
 */
export function caseNumber(day: string, bytes: Uint8Array): string {
  let rest = [...bytes].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (let place = 0; place < 8; place++) {
    text += letters[Number(rest % BigInt(letters.length))];
    rest /= BigInt(letters.length);
  }
  return `${day.slice(0, 4)}-${text}`;
}
