import { chineseNumber } from './chinese/write.ts';
import { type Cursor, codeIn, digitsEnd, isLetterOrDigit } from './cursor.ts';
import type { Ambiguous, Reading, StandardNumber } from './model.ts';

/**
 * `GB 9706.1-20`: two digits are a year of the last century, but smaller ones may be meant as 2020, or as the end of a
 * range of parts. The cursor stands where a year was missed; undefined when no two digits below 49 stand there.
 */
export function readShortYear(cursor: Cursor, parse: (text: string) => Reading): Ambiguous | undefined {
  const { text, at } = cursor;
  const digits = text.slice(at, digitsEnd(text, at));
  const next = codeIn(text, at + 2);
  if (digits.length !== 2 || Number(digits) > 48 || isLetterOrDigit(next) || next === 45 || next === 46)
    return undefined;
  const dated = parse(`${text.slice(0, at)}20${text.slice(at)}`);
  if (dated.outcome !== 'recognized' || !dated.number.scheme.startsWith('cn-')) return undefined;
  return {
    outcome: 'ambiguous',
    readings: [dated.number, ...asPart(dated.number, Number(digits))],
    why: 'year-or-part',
  };
}

function asPart(number: StandardNumber, last: number): readonly StandardNumber[] {
  if (last === 0) return [];
  const [first, ...others] = number.parts;
  const isRange = first !== undefined && others.length === 0 && Number(first) < last;
  const parts = isRange ? [`${first}-${number.serial}.${last}`] : [...number.parts, String(last)];
  return [chineseNumber({ ...number, parts, year: undefined })];
}
