import {
  type Cursor,
  codeIn,
  digitsEnd,
  eat,
  fourDigits,
  isDigit,
  isLetter,
  isLetterOrDigit,
  lettersEnd,
  missing,
  skipSpaces,
  upperCase,
} from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, StandardNumber, Supplement, SupplementKind } from '../model.ts';

/** Reads a recommendation of the telecommunication union: ITU-T X.509 (10/2019), ITU-R BT.601-7, ITU-T G.780/Y.1351. */
export function readItu(cursor: Cursor): StandardNumber | undefined {
  const file = readFileName(cursor);
  if (file !== undefined) return file;
  if (!eat(cursor, '-')) skipSpaces(cursor);
  const sector = upperCase(cursor.text.charAt(cursor.at));
  if (!isSector(sector) || isLetter(codeIn(cursor.text, cursor.at + 1))) return missing(cursor, 'serial');
  cursor.at++;
  skipSpaces(cursor);
  eat(cursor, 'REC. ');
  return readBulletin(cursor, sector) ?? readRecommendation(cursor, sector);
}

/** Derives the forms of an ITU number: revision behind a hyphen, date of approval in brackets. */
export function ituNumber(fields: NumberFields): StandardNumber {
  const series = `${fields.prefix}${ituGap(fields)}${fields.serial}`;
  const date =
    fields.year === undefined
      ? ''
      : ` (${fields.month === undefined ? '' : `${String(fields.month).padStart(2, '0')}/`}${fields.year})`;
  const sheets = fields.supplements.map(writeSheet).join('');
  const revised = series + (fields.edition === undefined ? '' : `-${fields.edition}`);
  // A supplement with a date of its own leaves the date of the recommendation in front of it.
  const isDatedSheet = fields.supplements.some((sheet) => sheet.year !== undefined);
  return withForms(fields, isDatedSheet ? revised + date + sheets : revised + sheets + date, series);
}

function writeSheet(sheet: Supplement): string {
  const month = sheet.month === undefined ? '' : `${String(sheet.month).padStart(2, '0')}/`;
  return `${sheet.label}${sheet.number}${sheet.year === undefined ? '' : ` (${month}${sheet.year})`}`;
}

/** The prefix ends with the series letter, which a point parts from the number; bulletins and regulations have no point. */
function ituGap(fields: NumberFields): string {
  if (fields.serial === '') return '';
  return / (OB No\.|ITU-R|ITU-T|ITU-D)$/.test(` ${fields.prefix}`) ? ' ' : '.';
}

/** `ITU T-REC-T.4-200307-I`: the name of the file, in which the date stands without brackets. */
function isSector(letter: string): boolean {
  return letter === 'T' || letter === 'R' || letter === 'D';
}

function readFileName(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  skipSpaces(cursor);
  const sector = upperCase(cursor.text.charAt(cursor.at));
  cursor.at++;
  const letters = eat(cursor, '-REC-') ? lettersEnd(cursor.text, cursor.at) : -1;
  const series = upperCase(cursor.text.slice(cursor.at, letters));
  const end = letters === -1 ? -1 : pointedEnd(cursor.text, letters + 1);
  const year = fourDigits(cursor.text, end + 1);
  const month = Number(cursor.text.slice(end + 5, end + 7));
  if (!isSector(sector) || end === -1 || series === '' || year < 1900 || year > 2099 || !(month >= 1 && month <= 12)) {
    cursor.at = start;
    return undefined;
  }
  const serial = cursor.text.slice(letters + 1, end);
  cursor.at = end + 7;
  if (eat(cursor, '-')) cursor.at = lettersEnd(cursor.text, cursor.at);
  return ituNumber({ ...frame(`ITU-${sector} ${series}`, serial), year, month });
}

function readBulletin(cursor: Cursor, sector: string): StandardNumber | undefined {
  const start = cursor.at;
  const named = eat(cursor, 'OPERATIONAL BULLETIN') || eat(cursor, 'OB');
  if (named) {
    skipSpaces(cursor);
    if (eat(cursor, 'NO.') || eat(cursor, '.')) skipSpaces(cursor);
    const end = digitsEnd(cursor.text, cursor.at);
    const serial = cursor.text.slice(cursor.at, end);
    cursor.at = end;
    if (serial !== '')
      return ituNumber({ ...frame(`ITU-${sector} OB No.`, serial), kind: 'technical-document', ...readDate(cursor) });
  }
  cursor.at = start;
  return undefined;
}

function readRecommendation(cursor: Cursor, sector: string): StandardNumber | undefined {
  const series = upperCase(cursor.text.slice(cursor.at, lettersEnd(cursor.text, cursor.at)));
  const isQuestion = series === 'SG';
  cursor.at += series.length;
  const from = cursor.at;
  if (isQuestion) cursor.at = digitsEnd(cursor.text, from);
  const prefix = series === '' ? `ITU-${sector}` : `ITU-${sector} ${series}${cursor.text.slice(from, cursor.at)}`;
  const serial = readSerial(cursor, series);
  if (serial === undefined) return missing(cursor, 'serial');
  const edition = readRevision(cursor);
  const date = readDate(cursor);
  const supplements = readSheets(cursor);
  // ITU dates the supplement when both stand together: G.780/Y.1351 (2004) Amend. 1 is Amd 1 (2004).
  const later = date.year === undefined ? readDate(cursor) : date;
  return ituNumber({ ...frame(prefix, serial), edition, supplements, ...later });
}

function frame(prefix: string, serial: string): NumberFields {
  return bareFields({
    scheme: 'itu',
    tier: 'international',
    kind: 'recommendation',
    publisher: prefix.slice(0, 5),
    prefix,
    serial,
  });
}

/** `.441`, `.780/Y.1351`, `.400-Q.490`, `.ImpOSI`; the radio regulations (RR) and supplements of a series have none. */
function readSerial(cursor: Cursor, series: string): string | undefined {
  if (codeIn(cursor.text, cursor.at) !== 46 && series !== '')
    return codeIn(cursor.text, cursor.at) === 32 || cursor.at === cursor.text.length ? '' : undefined;
  if (series !== '') cursor.at++;
  const from = cursor.at;
  cursor.at = pointedEnd(cursor.text, from);
  if (cursor.at === from) return undefined;
  for (let joined = joinedEnd(cursor.text, cursor.at); joined !== -1; joined = joinedEnd(cursor.text, cursor.at))
    cursor.at = joined;
  return cursor.text.slice(from, cursor.at);
}

function pointedEnd(text: string, from: number): number {
  let at = from;
  while (isLetterOrDigit(codeIn(text, at)) || (codeIn(text, at) === 46 && isLetterOrDigit(codeIn(text, at + 1)))) at++;
  return at;
}

/** A second recommendation number joined by slash or hyphen: /Y.1351. */
function joinedEnd(text: string, at: number): number {
  const sign = codeIn(text, at);
  if ((sign !== 47 && sign !== 45) || !isLetter(codeIn(text, at + 1))) return -1;
  const letters = lettersEnd(text, at + 1);
  return codeIn(text, letters) === 46 && isDigit(codeIn(text, letters + 1)) ? pointedEnd(text, letters + 1) : -1;
}

function readRevision(cursor: Cursor): string | undefined {
  if (codeIn(cursor.text, cursor.at) !== 45 || !isDigit(codeIn(cursor.text, cursor.at + 1))) return undefined;
  const from = ++cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  return cursor.text.slice(from, cursor.at);
}

/** `(07/2003)`, `(11/88)`, `(2004)`. */
function readDate(cursor: Cursor): { readonly year: number | undefined; readonly month: number | undefined } {
  const start = cursor.at;
  skipSpaces(cursor);
  if (eat(cursor, '(')) {
    const slashed = codeIn(cursor.text, cursor.at + 2) === 47;
    const month = slashed ? Number(cursor.text.slice(cursor.at, cursor.at + 2)) : undefined;
    const from = cursor.at + (slashed ? 3 : 0);
    const end = digitsEnd(cursor.text, from);
    const year = slashed && end === from + 2 ? shortYear(cursor.text, from) : fourDigits(cursor.text, from);
    const isMonth = month === undefined || (month >= 1 && month <= 12);
    if (year >= 1900 && year <= 2099 && isMonth && codeIn(cursor.text, end) === 41) {
      cursor.at = end + 1;
      return { year, month };
    }
  }
  cursor.at = start;
  return { year: undefined, month: undefined };
}

/** `(11/88)`: the two digits of the CCITT, which published from 1956. */
function shortYear(text: string, from: number): number {
  const year = Number(text.slice(from, from + 2));
  return year < 56 ? 2000 + year : 1900 + year;
}

const sheets: readonly (readonly [string, SupplementKind, string])[] = [
  ['AMEND.', 'Amd', ' Amd '],
  ['AMD.', 'Amd', ' Amd '],
  ['AMD', 'Amd', ' Amd '],
  ['AMENDMENT ', 'Amd', ' Amd '],
  ['SUPPL.', 'Suppl', ' Suppl. '],
  ['SUPPL', 'Suppl', ' Suppl. '],
  ['ANNEX', 'Annex', ' Annex '],
  ['APP.', 'Annex', ' App. '],
  ['COR.', 'Cor', ' Cor. '],
  ['COR ', 'Cor', ' Cor. '],
  ['CORRIGENDUM ', 'Cor', ' Cor. '],
  ['ADD.', 'Add', ' Add. '],
  ['ERR.', 'Err', ' Err. '],
];

function readSheets(cursor: Cursor): readonly Supplement[] {
  const found: Supplement[] = [];
  for (;;) {
    const start = cursor.at;
    skipSpaces(cursor);
    const word = sheets.find(([spelling]) => eat(cursor, spelling));
    skipSpaces(cursor);
    const number = word === undefined ? '' : readOrdinal(cursor);
    if (word === undefined || number === '') {
      cursor.at = start;
      return found;
    }
    const date = found.length === 0 && hasEarlierDate(cursor.text, start) ? readDate(cursor) : undefined;
    found.push({ kind: word[1], number, year: date?.year, month: date?.month, stage: undefined, label: word[2] });
  }
}

function hasEarlierDate(text: string, at: number): boolean {
  return codeIn(text, at - 1) === 41;
}

const roman: ReadonlyMap<string, string> = new Map(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].map((numeral, index) => [numeral, String(index + 1)]),
);

function readOrdinal(cursor: Cursor): string {
  const from = cursor.at;
  while (isLetterOrDigit(codeIn(cursor.text, cursor.at))) cursor.at++;
  eat(cursor, '+');
  const ordinal = cursor.text.slice(from, cursor.at);
  return roman.get(ordinal) ?? ordinal;
}
