import type { Implementation } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import { statedDate } from './stated-date.ts';

/**
 * The days on which a standard takes effect, as one cell gives them: one day, several days each with its scope, or
 * together with another standard. Undefined when a part of the cell is none of these.
 *
 * @example implementationsOf('2024-01-01（新产品）；2025年7月（已批准产品）')
 * @example implementationsOf('与GB9706.1-2020同步实施')
 */
export function implementationsOf(text: string): readonly Implementation[] | undefined {
  const parts = outsideBrackets(cleanLine(text.replace(/[\r\n]+/g, '；')))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found: Implementation[] = [];
  for (const part of parts) {
    const read = implementationsIn(part);
    if (read === undefined) return undefined;
    found.push(...read);
  }
  return found;
}

/** Divided at semicolons; those in brackets belong to a scope. */
function outsideBrackets(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let isInside = false;
  for (const { 0: mark, index } of text.matchAll(/[（(）)；;]/g)) {
    if (mark === '（' || mark === '(') isInside = true;
    else if (mark === '）' || mark === ')') isInside = false;
    else if (!isInside) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** A scope that names a day of its own is not a scope of the day before it, or not only: it has to be looked at. */
export function holdsDay({ scope }: Implementation): boolean {
  return scope !== undefined && day.test(scope.normalize('NFKC'));
}

const day = /(?:19|20)\d{2}\s*(?:年|[-./]\s*\d{1,2}(?!\d))/;

/** `2024-01-01（第5章2025-01-01）`: the day in general, and in brackets what takes effect on another. */
function implementationsIn(part: string): readonly Implementation[] | undefined {
  const read = implementationOf(part);
  if (read === undefined || !holdsDay(read) || read.date === undefined) return read && [read];
  const exceptions = eachWithItsDay(read.scope ?? '').map(exceptionOf);
  if (!exceptions.every((exception) => exception !== undefined)) return [read];
  return [{ date: read.date }, ...exceptions];
}

/** `第5、6章：2025.1.1，附录A2026.1.1` is divided behind each day. */
function eachWithItsDay(text: string): readonly string[] {
  const parts: string[] = [];
  let open = '';
  for (const piece of text.split(/(?<=[，,；;、])/)) {
    open += piece;
    if (!day.test(piece)) continue;
    parts.push(open.replace(/[，,；;、]$/, ''));
    open = '';
  }
  return open === '' ? parts : [...parts, open];
}

function exceptionOf(text: string): Implementation | undefined {
  const { scope = '', date: written = '' } = exception.exec(text.trim())?.groups ?? {};
  const date = statedDate(written);
  return date && scope !== '' && !/\d{4}/.test(scope) ? { date, scope, words: text.trim() } : undefined;
}

// "第5章2025年1月1日", "第5章自2025-01-01起实施", "附录A：2026年1月", "其中第5章为2025.1.1"
const exception =
  /^(?:其中|但)?(?<scope>\S.{0,200}?)\s*(?:的?实施日期)?\s*[：:]?\s*(?:自|从|于|为|from )?\s*(?<date>(?:19|20)\d{2}[\d年月日号./-]{0,10})\s*(?:起)?(?:实施|施行|生效)?$/u;

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
