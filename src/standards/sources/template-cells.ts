import { type Cell, readUntidyDate } from '@guiju/office-tables';
import type { Implementation, StatedDate } from '../model.ts';
import { cleanLine, isBlank } from './clean-text.ts';
import { statedDate } from './stated-date.ts';
import { holdsDay, implementationsOf } from './stated-implementations.ts';

/** What one cell says, the doubt to show beside it, or why it can not be taken. */
export type CellReading<Value> =
  | { readonly value: Value | undefined; readonly doubt?: string }
  | { readonly wrong: string };

/** A day, month or year as offices write it; spreadsheet numbers and ambiguous orders are taken with a doubt. */
export function dateIn(cell: Cell, dateBase: 1900 | 1904): CellReading<StatedDate> {
  const exact = cell.iso === undefined ? undefined : statedDate(cell.iso);
  if (exact) return { value: exact };
  const read = readUntidyDate(cell, dateBase);
  if (!read.ok) return read.code === 'office-tables.date-missing' ? { value: undefined } : { wrong: read.code };
  const value = statedDate(read.date);
  return read.doubtful === undefined ? { value } : { value, doubt: read.doubtful };
}

/** One day or several, each with its scope; or "together with" another standard. */
export function implementationsIn(cell: Cell, dateBase: 1900 | 1904): CellReading<readonly Implementation[]> {
  const several = cell.kind === 'text' ? implementationsOf(cell.text) : undefined;
  if (several && several.length > 0)
    return several.some(holdsDay) ? { value: several, doubt: 'day-in-scope' } : { value: several };
  const single = dateIn(cell, dateBase);
  if ('wrong' in single) return single;
  return { ...single, value: single.value && [{ date: single.value }] };
}

/** 即日起, 自发布之日起实施: on the day of publication, which the words themselves do not name. */
export function isOnPublication(text: string): boolean {
  return /^(?:自?即日起?|自?(?:发布|公布|批准)之?日起?|from (?:the (?:day|date) of )?publication)(?:施行|实施|生效|执行)?$/i.test(
    cleanLine(text),
  );
}

export function listIn(text: string): readonly string[] {
  return text
    .split(/[\r\n；;、，]+/)
    .map(cleanLine)
    .filter((entry) => !isBlank(entry));
}
