import { lettersEnd, upperCase } from './cursor.ts';
import { leads } from './leads.ts';
import type { Reading, StandardNumber } from './model.ts';
import { nearestPrefixes } from './nearest.ts';

/** Prefixes people leave out most, in the order in which a bare number is usually meant. */
const chinese = ['GB', 'GB/T'] as const;
const international = ['ISO', 'IEC', 'ISO/IEC'] as const;

/** A number without its prefix (`9706.1`, `9001:2015`) is not guessed: every usual reading is answered. */
export function readBare(text: string, parse: (text: string) => Reading): Reading {
  if (DAY.test(text)) return { outcome: 'malformed', position: 0, expected: 'text' };
  const next = numberBehind(text);
  if (next !== -1) return { outcome: 'malformed', position: next, expected: 'prefix' };
  const isInternational = text.includes(':') || /^\d+-\d{1,3}(?!\d)/.test(text);
  const isChinese = /^\d+\.\d/.test(text) || /^\d+(?:\.\d+)?[- ]\d{4}/.test(text);
  const prefixes = isInternational === isChinese ? [...chinese, ...international] : isChinese ? chinese : international;
  const readings = prefixes
    .map((prefix) => recognized(parse(`${prefix} ${text}`)))
    .filter((number) => number !== undefined);
  if (readings.length === 0) return misread(text) ?? { outcome: 'malformed', position: 0, expected: 'text' };
  return { outcome: 'ambiguous', readings, why: 'prefix-missing' };
}

/** A day of the calendar: `2023-05-01`, `2023.5.1`, `2023/05/01`. */
const DAY = /^(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/;
/** `42061 2022`: a serial with its year. A row number is followed by more than a year, and has fewer digits. */
const SERIAL_AND_YEAR = /^(?:\d{4,}|\d+\.[\d.]+) (?:19|20)\d\d(?!\d)/;
const ROW_NUMBER = /^\d+(?:\.\d+)*(?:[)、] ?|[.,:]? )/;

/** Where a further number stands behind digits that are then a row number (`23 19001-2016`, `13 DB99/T 1`), or -1. */
function numberBehind(text: string): number {
  const row = SERIAL_AND_YEAR.test(text) ? null : ROW_NUMBER.exec(text);
  if (row === null) return -1;
  const at = row[0].length;
  const end = lettersEnd(text, at);
  if (end === at) return /\d/.test(text.charAt(at)) ? at : -1;
  const isNumber = leads.has(upperCase(text.slice(at, end))) && /^(?:\/[A-Za-z]{1,12})? ?\d/.test(text.slice(end));
  return isNumber ? at : -1;
}

/** A reading that leaves a further number or a suffix behind has not understood the text: `6B` of `6B/T 1.1-2020`. */
function recognized(reading: Reading): StandardNumber | undefined {
  return reading.outcome === 'recognized' && !/^[/\d]/.test(reading.rest) ? reading.number : undefined;
}

/** `6B/T 1.1-2020`: scans take the first letter of a prefix for a digit. */
const MISREAD = /^(\d[A-Za-z]{1,4})(\/[A-Za-z])? ?\d/;

function misread(text: string): Reading | undefined {
  const [, code, suffix = ''] = MISREAD.exec(text) ?? [];
  if (code === undefined) return undefined;
  const prefix = upperCase(code + suffix);
  return { outcome: 'unknown-prefix', prefix, nearest: nearestPrefixes(prefix.replace('/', '')) };
}
