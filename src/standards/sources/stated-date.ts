import type { Implementation, StatedDate } from '../model.ts';
import { cleanLine } from './clean-text.ts';

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

/**
 * The days on which a standard takes effect, as one cell gives them: one day, several days each with its scope, or
 * together with another standard. Undefined when a part of the cell is none of these.
 *
 * @example implementationsOf('2024-01-01（新产品）；2025年7月（已批准产品）')
 * @example implementationsOf('与GB9706.1-2020同步实施')
 */
export function implementationsOf(text: string): readonly Implementation[] | undefined {
  const parts = cleanLine(text.replace(/[\r\n]+/g, '；'))
    .split(/[；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map(implementationOf);
  return read.every((part) => part !== undefined) ? read : undefined;
}

function implementationOf(part: string): Implementation | undefined {
  const together =
    /^(?:自)?(?:与|和|同)\s*(.{2,60}?)\s*(?:同时|同步|一并|一起)(?:实施|施行|生效)?$/u.exec(part)?.[1] ??
    /^together with\s+(.{2,60})$/i.exec(part)?.[1];
  if (together !== undefined) return { togetherWith: together.trim(), words: part };
  const whole = statedDate(part);
  if (whole) return { date: whole };
  const behind = scopeBehind.exec(part)?.groups;
  const before = scopeBefore.exec(part)?.groups;
  const found = behind ?? before;
  const date = found?.['date'] === undefined ? undefined : statedDate(found['date']);
  const scope = found?.['scope']?.trim();
  if (!date) return undefined;
  return scope ? { date, scope, words: part } : { date, words: part };
}

// "2024-01-01（新产品）", "2024年1月1日起实施", "自2024年1月1日起（新产品）实施"
const scopeBehind =
  /^(?:自|从|from )?\s*(?<date>[\d年月日号\s./-]{4,14}?)\s*(?:起)?(?:实施|施行|生效)?\s*(?:[（([【]\s*(?<scope>[^（）()[\]【】]{1,200})[）)\]】])?(?:起)?(?:实施|施行|生效)?$/u;
// "新产品：2024-01-01", "new products: 2024-01-01"
const scopeBefore =
  /^(?<scope>[^：:]{1,200})[：:]\s*(?:自)?(?<date>[\d年月日号\s./-]{4,14}?)(?:起)?(?:实施|施行|生效)?$/u;
