import type { Cursor } from './cursor.ts';

/**
 * Matches a sticky expression at the cursor and moves behind it. Only for families off the hot path; every expression
 * used with it is free of nested repetition, so that reading stays linear.
 */
export function take(cursor: Cursor, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = cursor.at;
  const match = expression.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at = expression.lastIndex;
  return match;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Number of an English month by its first three letters. */
export function monthNumber(word: string): number | undefined {
  const index = months.indexOf(word.slice(0, 3).toLowerCase());
  return index === -1 ? undefined : index + 1;
}
