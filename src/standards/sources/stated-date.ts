import type { StatedDate } from '../model.ts';

/**
 * A date as sources write it: 2023-05-01, 2023.5.1, 2023/5, 2023年5月, 20230501, 2023. Precision is kept: the day that
 * is not given is never made up, the first and last possible day stand beside it. Undefined when it is no date.
 *
 * @example statedDate('2023年5月') // { written: '2023-05', first: '2023-05-01', last: '2023-05-31' }
 */
export function statedDate(text: string): StatedDate | undefined {
  const match = wholeDate.exec(text.normalize('NFKC').trim());
  return match?.groups ? ofParts(match.groups) : undefined;
}

/** Year, then month, then day, divided by any usual mark; or eight digits. A time of day behind a full date is left out. */
const datePattern = String.raw`(?<year>(?:18|19|20)\d{2})(?:(?<month8>\d{2})(?<day8>\d{2})|\s*(?:年|[-./\u2010-\u2015])\s*(?:(?<month>\d{1,2})\s*(?:(?:月|[-./\u2010-\u2015])\s*(?:(?<day>\d{1,2})\s*(?:日|号)?)?)?)?)?`;
const wholeDate = new RegExp(`^${datePattern}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?)?$`);

function ofParts(groups: Readonly<Record<string, string | undefined>>): StatedDate | undefined {
  const year = groups['year'] ?? '';
  const month = (groups['month'] ?? groups['month8'])?.padStart(2, '0');
  const day = (groups['day'] ?? groups['day8'])?.padStart(2, '0');
  if (month === undefined) return { written: year, first: `${year}-01-01`, last: `${year}-12-31` };
  const length = lengthOf(Number(year), Number(month));
  if (length === undefined) return undefined;
  if (day === undefined)
    return { written: `${year}-${month}`, first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  if (Number(day) < 1 || Number(day) > length) return undefined;
  const written = `${year}-${month}-${day}`;
  return { written, first: written, last: written };
}

function lengthOf(year: number, month: number): number | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
