import {
  type Cursor,
  codeIn,
  digitsEnd,
  eat,
  isDigit,
  isLetterOrDigit,
  lettersEnd,
  missing,
  skipSpaces,
} from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, NumberKind, StandardNumber } from '../model.ts';
import { readColonYear } from './dates.ts';

/** Reads a test report form of the conformity assessment systems of IEC: IECEE TRF 60335-2-13,15A:2008. */
export function readIecee(cursor: Cursor): StandardNumber | undefined {
  return readForm(cursor, 'IECEE');
}

/** Reads IECEx TRF 60079-0v2A:2006. */
export function readIecex(cursor: Cursor): StandardNumber | undefined {
  return readForm(cursor, 'IECEx');
}

/** Reads a document of the quality assessment system for components: IECQ 03-1:2012, IECQ OD 3405:2017, IECQ CS 033200-TW0003:2015. */
export function readIecq(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const word = eat(cursor, 'OD ') ? 'IECQ OD' : eat(cursor, 'CS ') ? 'IECQ CS' : 'IECQ';
  return readDocument(cursor, { publisher: 'IECQ', prefix: word, kind: 'technical-document' });
}

interface Form {
  readonly publisher: string;
  readonly prefix: string;
  readonly kind: NumberKind;
}

function readForm(cursor: Cursor, publisher: string): StandardNumber | undefined {
  skipSpaces(cursor);
  if (!eat(cursor, 'TRF')) {
    const document = eat(cursor, 'OD ');
    return document
      ? readDocument(cursor, { publisher, prefix: `${publisher} OD`, kind: 'technical-document' })
      : missing(cursor, 'serial');
  }
  skipSpaces(cursor);
  const radio = eat(cursor, 'CISPR');
  skipSpaces(cursor);
  const prefix = `${publisher} TRF${radio ? ' CISPR' : ''}`;
  return readDocument(cursor, { publisher, prefix, kind: 'test-report-form' });
}

/** The serial of a form carries the standard, its parts, version and revision letters as printed. */
function readDocument(cursor: Cursor, form: Form): StandardNumber | undefined {
  const from = cursor.at;
  const { text } = cursor;
  let at = from;
  while (isLetterOrDigit(codeIn(text, at)) || isInner(text, at)) at++;
  const digits = digitsEnd(text, from) > from || lettersEnd(text, from) > from;
  if (at === from || !digits || at - from > 32) return missing(cursor, 'serial');
  cursor.at = at;
  const base = bareFields({
    scheme: 'iec',
    tier: 'international',
    kind: form.kind,
    publisher: form.publisher,
    prefix: form.prefix,
    serial: romanRevision(text.slice(from, at)),
  });
  return conformityNumber({ ...base, year: readColonYear(cursor)?.year });
}

/** Derives the forms of a conformity assessment document. */
export function conformityNumber(fields: NumberFields): StandardNumber {
  const series = `${fields.prefix} ${fields.serial}`;
  return withForms(fields, fields.year === undefined ? series : `${series}:${fields.year}`, series);
}

function isInner(text: string, at: number): boolean {
  return '-,&_.'.includes(text.charAt(at)) && text.charAt(at) !== '' && isLetterOrDigit(codeIn(text, at + 1));
}

/** `60127-2-iBI`: revision B for sheet I, written 60127-2B_I in the newer way. */
function romanRevision(serial: string): string {
  const dash = serial.lastIndexOf('-');
  const tail = serial.slice(dash + 1);
  let lower = 0;
  while (tail[lower] === 'i' || tail[lower] === 'v') lower++;
  const numeral = tail.slice(0, lower).toUpperCase();
  const isGlued = lower > 0 && tail.endsWith(numeral) && tail.length === 2 * lower + 1 && !isDigit(codeIn(tail, lower));
  return isGlued ? `${serial.slice(0, dash)}${tail[lower]}_${numeral}` : serial;
}
