import {
  type Cursor,
  codeIn,
  digitsEnd,
  eat,
  isDigit,
  isLetter,
  lettersEnd,
  missing,
  skipSpaces,
  upperCase,
} from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, StandardNumber, Supplement } from '../model.ts';

/** Reads a space-data document: CCSDS 101.0-B-1-S, CCSDS 131.4-M-1 Cor. 1, with the note of a translation. */
export function readCcsds(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const from = cursor.at;
  if (isLetter(codeIn(cursor.text, cursor.at))) cursor.at++;
  const digits = cursor.at;
  cursor.at = digitsEnd(cursor.text, digits);
  if (cursor.at === digits) return missing(cursor, 'serial');
  if (codeIn(cursor.text, cursor.at) === 46 && isDigit(codeIn(cursor.text, cursor.at + 1)))
    cursor.at = digitsEnd(cursor.text, cursor.at + 1);
  const serial = upperCase(cursor.text.slice(from, cursor.at));
  const base = bareFields({
    scheme: 'ccsds',
    tier: 'foreign',
    kind: 'standard',
    publisher: 'CCSDS',
    prefix: 'CCSDS',
    serial,
  });
  const parts = readParts(cursor);
  const variant = parts.at(-1) === 'S' ? '-S' : undefined;
  const supplements = readCorrigendum(cursor);
  const kept = variant === undefined ? parts : parts.slice(0, -1);
  return ccsdsNumber({
    ...base,
    parts: kept.slice(0, 1),
    edition: kept[1],
    variant,
    supplements,
    language: readTranslation(cursor),
  });
}

/** Derives the forms of a CCSDS number: colour of the book, issue, and S when silver (historical). */
export function ccsdsNumber(fields: NumberFields): StandardNumber {
  const series = [`${fields.prefix} ${fields.serial}`, ...fields.parts].join('-');
  const issue = fields.edition === undefined ? '' : `-${fields.edition}`;
  const sheets = fields.supplements.map((sheet) => sheet.label + sheet.number).join('');
  const translation = fields.language === undefined ? '' : ` - ${fields.language} Translated`;
  return withForms(fields, series + issue + (fields.variant ?? '') + sheets + translation, series);
}

function readParts(cursor: Cursor): readonly string[] {
  const parts: string[] = [];
  while (codeIn(cursor.text, cursor.at) === 45 && parts.length < 3) {
    const from = cursor.at + 1;
    const end = Math.max(digitsEnd(cursor.text, from), Math.min(lettersEnd(cursor.text, from), from + 1));
    if (end === from) return parts;
    parts.push(upperCase(cursor.text.slice(from, end)));
    cursor.at = end;
  }
  return parts;
}

function readCorrigendum(cursor: Cursor): readonly Supplement[] {
  const start = cursor.at;
  skipSpaces(cursor);
  if (!eat(cursor, 'COR')) {
    cursor.at = start;
    return [];
  }
  eat(cursor, '.');
  skipSpaces(cursor);
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  return [
    {
      kind: 'Cor',
      number: cursor.text.slice(from, cursor.at),
      year: undefined,
      month: undefined,
      stage: undefined,
      label: ' Cor. ',
    },
  ];
}

function readTranslation(cursor: Cursor): string | undefined {
  const start = cursor.at;
  if (eat(cursor, ' - ')) {
    const from = cursor.at;
    const end = lettersEnd(cursor.text, from);
    cursor.at = end;
    if (eat(cursor, ' TRANSLATED')) return cursor.text.slice(from, end);
  }
  cursor.at = start;
  return undefined;
}
