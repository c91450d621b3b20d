import {
  type Cursor,
  codeIn,
  digitsEnd,
  eat,
  fourDigits,
  isDigit,
  isLetter,
  isLetterOrDigit,
  missing,
  skipSpaces,
  upperCase,
} from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, StandardNumber, Supplement } from '../model.ts';

/** Reads a Japanese standard: JIS X 0836:2005, JIS TR Z 8301:2019, JIS A 0001:1999/AMD 1:2000. */
export function readJis(cursor: Cursor): StandardNumber | undefined {
  const type = readType(cursor);
  skipSpaces(cursor);
  return readBehindType(cursor, type);
}

/** Reads `TS Z0030-1:2017`, as the committee writes it without JIS. */
export function readJisSpecification(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  return readBehindType(cursor, 'TS');
}

function readType(cursor: Cursor): string {
  const start = cursor.at;
  skipSpaces(cursor);
  if (codeIn(cursor.text, cursor.at) === 47) cursor.at++;
  const type = (['TR', 'TS'] as const).find((word) => eat(cursor, word));
  if (type !== undefined && !isLetter(codeIn(cursor.text, cursor.at))) return type;
  cursor.at = start;
  return '';
}

function readBehindType(cursor: Cursor, type: string): StandardNumber | undefined {
  const division = upperCase(cursor.text.charAt(cursor.at));
  if (!isLetter(division.charCodeAt(0))) return missing(cursor, 'serial');
  cursor.at++;
  skipSpaces(cursor);
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  if (cursor.at - from < 3 || cursor.at - from > 6) return missing(cursor, 'serial');
  const kind = type === '' ? 'standard' : type === 'TR' ? 'technical-report' : 'technical-specification';
  const prefix = type === '' ? `JIS ${division}` : `JIS ${type} ${division}`;
  const base = bareFields({
    scheme: 'jis',
    tier: 'foreign',
    kind,
    publisher: 'JIS',
    prefix,
    serial: cursor.text.slice(from, cursor.at),
  });
  const parts = readParts(cursor);
  const year = readYear(cursor);
  const supplements = readSupplements(cursor);
  return jisNumber({
    ...base,
    parts,
    year,
    supplements,
    language: readLanguage(cursor),
    allParts: eat(cursor, ' (ALL PARTS)') || eat(cursor, '(規格群)'),
  });
}

/** Derives the forms of a Japanese number. */
export function jisNumber(fields: NumberFields): StandardNumber {
  const series = [`${fields.prefix} ${fields.serial}`, ...fields.parts].join('-');
  const year = fields.year === undefined ? '' : `:${fields.year}`;
  const sheets = fields.supplements.map(
    (sheet) => `${sheet.label}${sheet.number}${sheet.year === undefined ? '' : `:${sheet.year}`}`,
  );
  const language = fields.language === undefined ? '' : `(${fields.language})`;
  return withForms(
    fields,
    series + year + sheets.join('') + language + (fields.allParts ? ' (all parts)' : ''),
    series,
  );
}

function readParts(cursor: Cursor): readonly string[] {
  const parts: string[] = [];
  while (codeIn(cursor.text, cursor.at) === 45 && isDigit(codeIn(cursor.text, cursor.at + 1))) {
    const end = digitsEnd(cursor.text, cursor.at + 1);
    if (fourDigits(cursor.text, cursor.at + 1) >= 1949 && end === cursor.at + 5) return parts;
    parts.push(cursor.text.slice(cursor.at + 1, end));
    cursor.at = end;
  }
  return parts;
}

function readYear(cursor: Cursor): number | undefined {
  const sign = codeIn(cursor.text, cursor.at);
  if (sign !== 58 && sign !== 45) return undefined;
  const from = codeIn(cursor.text, cursor.at + 1) === 32 ? cursor.at + 2 : cursor.at + 1;
  const year = fourDigits(cursor.text, from);
  if (year < 1945 || year > 2099 || isDigit(codeIn(cursor.text, from + 4))) return undefined;
  cursor.at = from + 4;
  return year;
}

function readSupplements(cursor: Cursor): readonly Supplement[] {
  const sheets: Supplement[] = [];
  for (;;) {
    const explanation = eat(cursor, '/EXPL');
    if (!explanation && !eat(cursor, '/AMD')) return sheets;
    skipSpaces(cursor);
    const from = cursor.at;
    cursor.at = digitsEnd(cursor.text, from);
    const number = cursor.text.slice(from, cursor.at);
    const label = `${explanation ? '/EXPL' : '/AMD'}${number === '' ? '' : ' '}`;
    sheets.push({
      kind: explanation ? 'Expl' : 'Amd',
      number,
      year: readYear(cursor),
      month: undefined,
      stage: undefined,
      label,
    });
  }
}

function readLanguage(cursor: Cursor): string | undefined {
  const letter = cursor.text.charAt(cursor.at + 1).toUpperCase();
  if (
    codeIn(cursor.text, cursor.at) !== 40 ||
    codeIn(cursor.text, cursor.at + 2) !== 41 ||
    !isLetterOrDigit(letter.charCodeAt(0))
  )
    return undefined;
  cursor.at += 3;
  return letter;
}
