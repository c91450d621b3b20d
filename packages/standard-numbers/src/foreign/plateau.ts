import { type Cursor, codeIn, digitsEnd, eat, isDigit, missing, skipSpaces } from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, StandardNumber } from '../model.ts';

/** Reads a document of the Japanese city-model project: PLATEAU Handbook #03-1 第1.0版, PLATEAU Technical Report #46-1. */
export function readPlateau(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const isHandbook = eat(cursor, 'HANDBOOK');
  if (!isHandbook && !eat(cursor, 'TECHNICAL REPORT')) return missing(cursor, 'serial');
  skipSpaces(cursor);
  if (!eat(cursor, '#')) return missing(cursor, 'serial');
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  if (cursor.at === from) return missing(cursor, 'serial');
  const base = bareFields({
    scheme: 'plateau',
    tier: 'foreign',
    kind: isHandbook ? 'handbook' : 'technical-report',
    publisher: 'PLATEAU',
    prefix: isHandbook ? 'PLATEAU Handbook' : 'PLATEAU Technical Report',
    serial: cursor.text.slice(from, cursor.at),
  });
  const part = readPart(cursor);
  const edition = readEdition(cursor);
  return plateauNumber({ ...base, parts: part === undefined ? [] : [part], edition, variant: readAnnex(cursor) });
}

/** Derives the forms of a PLATEAU number. */
export function plateauNumber(fields: NumberFields): StandardNumber {
  const series = [`${fields.prefix} #${fields.serial}`, ...fields.parts].join('-');
  const edition = fields.edition === undefined ? '' : ` 第${fields.edition}版`;
  return withForms(fields, series + edition + (fields.variant === undefined ? '' : `(${fields.variant})`), series);
}

function readPart(cursor: Cursor): string | undefined {
  if (codeIn(cursor.text, cursor.at) !== 45 || !isDigit(codeIn(cursor.text, cursor.at + 1))) return undefined;
  const from = ++cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  return cursor.text.slice(from, cursor.at);
}

function readEdition(cursor: Cursor): string | undefined {
  const start = cursor.at;
  skipSpaces(cursor);
  if (!eat(cursor, '第')) {
    cursor.at = start;
    return undefined;
  }
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  if (codeIn(cursor.text, cursor.at) === 46) cursor.at = digitsEnd(cursor.text, cursor.at + 1);
  const edition = cursor.text.slice(from, cursor.at);
  if (edition !== '' && eat(cursor, '版')) return edition;
  cursor.at = start;
  return undefined;
}

/** `（公共活用編）`: which volume of the handbook. */
function readAnnex(cursor: Cursor): string | undefined {
  const close = cursor.text.indexOf(')', cursor.at);
  if (codeIn(cursor.text, cursor.at) !== 40 || close === -1 || close - cursor.at > 40) return undefined;
  const annex = cursor.text.slice(cursor.at + 1, close);
  cursor.at = close + 1;
  return annex;
}
