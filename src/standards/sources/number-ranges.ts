/** A range of parts as it is printed: `GB/T 1.1~1.4-2011`, `GB/T 1.1-2011～GB/T 1.4-2011`. */
const rangeOfParts =
  /^(?<lead>.*?(?:[A-Z/]|\d(?= )))\s*(?<serial>\d{1,6})\.(?<from>\d{1,3})(?:-(?<year>\d{4}))?\s*[~至]\s*(?<again>[A-Z][A-Z0-9/ ]*? ?(?=\d))?(?:(?<sameSerial>\d{1,6})?\.)?(?<to>\d{1,3})-(?<lastYear>\d{4})(?<rest>.*)$/i;
const anyRange = /\d\s*(?:-\d{4})?\s*[~至]\s*(?:[A-Z][A-Z/ ]*)?\d/i;

/** More parts than this are written one by one, or the numbers are not those of parts. */
const mostParts = 30;

/**
 * The entries that a range of parts means, each with what stood around the range; the entry alone when it is none, and
 * undefined for a range that is not one of parts.
 *
 * @example partsOfRange('GB/T 1.1～1.3-2011') // ['GB/T 1.1-2011', 'GB/T 1.2-2011', 'GB/T 1.3-2011']
 */
export function partsOfRange(entry: string): readonly string[] | undefined {
  const text = tidy(entry);
  if (!anyRange.test(text)) return [entry];
  const groups = rangeOfParts.exec(text)?.groups;
  if (groups === undefined || !isOneSeries(groups)) return undefined;
  const [from, to] = [Number(groups['from']), Number(groups['to'])];
  if (from >= to || to - from >= mostParts) return undefined;
  const numbered = (part: number) =>
    `${groups['lead']} ${groups['serial']}.${part}-${groups['lastYear']}${groups['rest'] ?? ''}`;
  return Array.from({ length: to - from + 1 }, (_, index) => numbered(from + index));
}

/** Both ends name one prefix, serial and year; what the second leaves out is that of the first. */
function isOneSeries({ lead = '', serial, year, again, sameSerial, lastYear }: Record<string, string>): boolean {
  const letters = (text: string) => text.replace(/\s/g, '').toUpperCase();
  return (
    (again === undefined || letters(lead).endsWith(letters(again))) &&
    (sameSerial === undefined || sameSerial === serial) &&
    (year === undefined || year === lastYear)
  );
}

function tidy(entry: string): string {
  return entry
    .slice(0, 300)
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/[〜∼]/g, '~');
}
