import { type Cursor, codeAt, codeIn, digitsEnd, eat, isDigit, isLetter, isLetterOrDigit, missing } from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, StandardNumber } from '../model.ts';

/** Stages and kinds of committee documents of IEC (ISO/IEC Directives, IEC Supplement): the last piece of 86B/4488/CDV. */
const documentKinds: ReadonlySet<string> = new Set(
  'AC CC CD CDM CDPAS CDV CML DA DC DISH DL DPAS DTR DTS FDIS FMV INF ISH MCR MTG NCC NP PAS PPUB PRVC PRVD PRVDPAS PRVN PW PWI Q QP R RM RQ RR RV RVC RVCDV RVD RVDISH RVDPAS RVDTR RVDTS RVN SBP WPUB'.split(
    ' ',
  ),
);

/** Reads a committee document of IEC: 86B/4488(F)/CDV, CIS/A/1343/INF, SMB/7319A/RV, JTC1-SC25/3033B/CC. */
export function readIecDocument(cursor: Cursor): StandardNumber | undefined {
  const from = cursor.at;
  let slash = pieceEnd(cursor.text, from);
  if (
    codeAt({ ...cursor, at: slash }) === 47 &&
    isLetter(codeIn(cursor.text, slash + 1)) &&
    codeIn(cursor.text, slash + 2) === 47
  )
    slash += 2;
  const digits = slash + 1;
  const end = digitsEnd(cursor.text, digits);
  if (slash === from || codeIn(cursor.text, slash) !== 47 || end === digits) return missing(cursor, 'serial');
  const committee = cursor.text.slice(from, slash);
  cursor.at = isLetter(codeIn(cursor.text, end)) ? end + 1 : end;
  const serial = cursor.text.slice(digits, cursor.at);
  const language = readLanguage(cursor);
  if (!eat(cursor, '/')) return missing(cursor, 'end');
  const stageFrom = cursor.at;
  const stageEnd = pieceEnd(cursor.text, stageFrom);
  const stage = cursor.text.slice(stageFrom, stageEnd).toUpperCase();
  if (!documentKinds.has(stage)) return missing(cursor, 'end');
  cursor.at = stageEnd;
  const base = bareFields({
    scheme: 'iec-document',
    tier: 'international',
    kind: 'working-document',
    publisher: 'IEC',
    prefix: committee,
    serial,
  });
  return iecDocumentNumber({ ...base, language, stage });
}

/** Derives the forms of a committee document: committee, serial, kind. */
export function iecDocumentNumber(fields: NumberFields): StandardNumber {
  const language = fields.language === undefined ? '' : `(${fields.language})`;
  const canonical = `${fields.prefix}/${fields.serial}${language}${fields.stage === undefined ? '' : `/${fields.stage}`}`;
  return withForms(fields, canonical, `${fields.prefix}/${fields.serial}`);
}

function pieceEnd(text: string, from: number): number {
  let at = from;
  while (isLetterOrDigit(codeIn(text, at)) || (codeIn(text, at) === 45 && isLetterOrDigit(codeIn(text, at + 1)))) at++;
  return at;
}

function readLanguage(cursor: Cursor): string | undefined {
  if (codeAt(cursor) !== 40 || codeAt(cursor, 2) !== 41 || isDigit(codeAt(cursor, 1))) return undefined;
  cursor.at += 3;
  return cursor.text.charAt(cursor.at - 2).toUpperCase();
}
