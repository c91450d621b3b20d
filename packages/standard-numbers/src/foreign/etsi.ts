import {
  type Cursor,
  codeIn,
  digitsEnd,
  eat,
  fourDigits,
  isDigit,
  isLetterOrDigit,
  lettersEnd,
  missing,
  skipSpaces,
} from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, NumberKind, StandardNumber, Supplement } from '../model.ts';

const types: ReadonlyMap<string, NumberKind> = new Map([
  ['EN', 'standard'],
  ['ES', 'standard'],
  ['ETS', 'standard'],
  ['I-ETS', 'standard'],
  ['GTS', 'technical-specification'],
  ['TS', 'technical-specification'],
  ['GS', 'technical-specification'],
  ['TBR', 'standard'],
  ['NET', 'standard'],
  ['TR', 'technical-report'],
  ['GR', 'technical-report'],
  ['ETR', 'technical-report'],
  ['TCRTR', 'technical-report'],
  ['SR', 'technical-report'],
  ['EG', 'guide'],
]);

/** Reads a European telecommunications document: ETSI TS 188 005-3 V2.0.0 (2008-03), ETSI ETS 300 606/A1 ed.1 (1995-07). */
export function readEtsi(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const type = readType(cursor);
  return type === undefined ? missing(cursor, 'serial') : readTyped(cursor, type);
}

/** `EN 300 328 V2.2.2`: ETSI alone groups the six digits of its standards, which it numbers from 300 000. */
export function readEtsiNorm(cursor: Cursor): StandardNumber | undefined {
  const { text } = cursor;
  const at = codeIn(text, cursor.at) === 32 ? cursor.at + 1 : cursor.at;
  const isGrouped = codeIn(text, at) === 51 && digitsEnd(text, at) === at + 3 && codeIn(text, at + 3) === 32;
  return isGrouped && digitsEnd(text, at + 4) === at + 7 ? readTyped(cursor, 'EN') : undefined;
}

function readTyped(cursor: Cursor, type: string): StandardNumber | undefined {
  skipSpaces(cursor);
  while (eat(cursor, 'GSM')) skipSpaces(cursor);
  const serial = readSerial(cursor);
  if (serial === undefined) return missing(cursor, 'serial');
  const base = bareFields({
    scheme: 'etsi',
    tier: 'foreign',
    kind: types.get(type) ?? 'standard',
    publisher: 'ETSI',
    prefix: `ETSI ${type}`,
    serial,
  });
  const parts = readParts(cursor);
  const supplements = readSupplements(cursor);
  const edition = readEdition(cursor);
  return etsiNumber({ ...base, parts, supplements, edition, ...readDate(cursor) });
}

/** Derives the forms of an ETSI number. */
export function etsiNumber(fields: NumberFields): StandardNumber {
  const series = [`${fields.prefix} ${fields.serial}`, ...fields.parts].join('-');
  const sheets = fields.supplements.map((sheet) => sheet.label + sheet.number).join('');
  const edition = fields.edition === undefined ? '' : ` ${fields.edition}`;
  const month = fields.month === undefined ? '' : `-${String(fields.month).padStart(2, '0')}`;
  return withForms(
    fields,
    series + sheets + edition + (fields.year === undefined ? '' : ` (${fields.year}${month})`),
    series,
  );
}

function readType(cursor: Cursor): string | undefined {
  const from = cursor.at;
  const end = lettersEnd(cursor.text, from + (eat(cursor, 'I-') ? 2 : 0));
  const type = cursor.text.slice(from, end).toUpperCase();
  cursor.at = end;
  return types.has(type) ? type : undefined;
}

/** `188 003`, `NFV-IFA 052`, `02.01`, `F5G 015`: words of letters in front, groups of digits behind. */
function readSerial(cursor: Cursor): string | undefined {
  const from = cursor.at;
  let end = wordEnd(cursor.text, from);
  let next = end;
  while (codeIn(cursor.text, next) === 32 && isDigit(codeIn(cursor.text, next + 1))) {
    end = groupEnd(cursor.text, next + 1);
    next = end;
  }
  cursor.at = end;
  const serial = cursor.text.slice(from, end);
  return /\d/.test(serial) ? serial : undefined;
}

function wordEnd(text: string, from: number): number {
  if (isDigit(codeIn(text, from))) return groupEnd(text, from);
  let at = from;
  while (isLetterOrDigit(codeIn(text, at)) || codeIn(text, at) === 45) at++;
  return at;
}

function groupEnd(text: string, from: number): number {
  let at = digitsEnd(text, from);
  while (codeIn(text, at) === 46 && isDigit(codeIn(text, at + 1))) at = digitsEnd(text, at + 1);
  return at;
}

function readParts(cursor: Cursor): readonly string[] {
  const parts: string[] = [];
  while (codeIn(cursor.text, cursor.at) === 45 && isLetterOrDigit(codeIn(cursor.text, cursor.at + 1))) {
    const from = ++cursor.at;
    while (isLetterOrDigit(codeIn(cursor.text, cursor.at))) cursor.at++;
    parts.push(cursor.text.slice(from, cursor.at));
  }
  return parts;
}

function readSupplements(cursor: Cursor): readonly Supplement[] {
  const sheets: Supplement[] = [];
  for (;;) {
    const isAmendment = eat(cursor, '/A');
    if (!isAmendment && !eat(cursor, '/C')) return sheets;
    const from = cursor.at;
    cursor.at = digitsEnd(cursor.text, from);
    const number = cursor.text.slice(from, cursor.at);
    sheets.push({
      kind: isAmendment ? 'Amd' : 'Cor',
      number,
      year: undefined,
      month: undefined,
      stage: undefined,
      label: isAmendment ? '/A' : '/C',
    });
  }
}

function readEdition(cursor: Cursor): string | undefined {
  const start = cursor.at;
  skipSpaces(cursor);
  const label = eat(cursor, 'ED.') ? 'ed.' : eat(cursor, 'V') ? 'V' : '';
  if (label !== '') skipSpaces(cursor);
  const from = cursor.at;
  const end = groupEnd(cursor.text, from);
  if (label === '' || end === from) {
    cursor.at = start;
    return undefined;
  }
  cursor.at = end;
  return label + cursor.text.slice(from, end);
}

/** `(2006-03)`: ETSI dates its editions by month. */
function readDate(cursor: Cursor): { readonly year: number | undefined; readonly month: number | undefined } {
  const start = cursor.at;
  skipSpaces(cursor);
  const year = fourDigits(cursor.text, cursor.at + 1);
  const isDated = codeIn(cursor.text, cursor.at) === 40 && year >= 1980 && year <= 2099;
  const hasMonth = isDated && codeIn(cursor.text, cursor.at + 5) === 45;
  const month = hasMonth ? Number(cursor.text.slice(cursor.at + 6, cursor.at + 8)) : undefined;
  const close = cursor.at + (hasMonth ? 8 : 5);
  if (!isDated || codeIn(cursor.text, close) !== 41 || (month !== undefined && !(month >= 1 && month <= 12))) {
    cursor.at = start;
    return { year: undefined, month: undefined };
  }
  cursor.at = close + 1;
  return { year, month };
}
