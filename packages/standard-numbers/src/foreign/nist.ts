import { type Cursor, eat, missing, upperCase } from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import { take } from '../match.ts';
import type { NumberFields, StandardNumber, Supplement } from '../model.ts';
import { type NistTail, readNistTail } from './nist-tail.ts';

const series: ReadonlySet<string> = new Set(
  'AI AMS BH BMS BRPD-CRPL-D BSS CIRC CIS CRPL CRPL-F-A CRPL-F-B CS CSM CSWP DCI EAB FIPS GCR HB HR IP IR IRPL LC LCIRC MONO MP NCSTAR NSRDS OWMWP PC PS RPT SIBS SP TIBM TN TTB VTS'.split(
    ' ',
  ),
);

/** Reads a publication of NIST or its predecessor NBS: NIST SP 800-57 Part 1 Rev. 1, NBS CIRC 103e2, NIST.IR.8413-upd1. */
export function readNist(cursor: Cursor, publisher: string): StandardNumber | undefined {
  const name = take(cursor, /[ .]((?:[A-Za-z]+)(?:-[A-Za-z]+){0,2})(?=[ .])/y);
  const word = upperCase(name?.[1] ?? '');
  if (name !== undefined && !series.has(word)) return missing(cursor, 'serial');
  // The only numbers without a series are dated: NIST.2022-04-15.001.
  if (word === '' && !/^[ .]\d{4}-\d\d-\d\d\.\d/.test(cursor.text.slice(cursor.at, cursor.at + 14)))
    return missing(cursor, 'serial');
  return readBehindSeries(cursor, { publisher, prefix: word === '' ? publisher : `${publisher} ${word}` });
}

/** Reads the spellings without a space between publisher and series: NISTIR 8259, FIPS PUB 140-2. */
export function readNistSeries(cursor: Cursor, word: string): StandardNumber | undefined {
  if (word === 'FIPS') take(cursor, / PUBS?(?=[ .])/iy);
  return readBehindSeries(cursor, { publisher: 'NIST', prefix: word === 'PUB' ? 'NISTPUB' : `NIST ${word}` });
}

function readBehindSeries(
  cursor: Cursor,
  lead: { readonly publisher: string; readonly prefix: string },
): StandardNumber | undefined {
  eat(cursor, ' ') || eat(cursor, '.');
  const serial = readSerial(cursor);
  const tail = readNistTail(cursor);
  if (serial === '' && tail.supplements.length === 0 && tail.edition === '' && tail.year === undefined)
    return missing(cursor, 'serial');
  const base = bareFields({
    scheme: 'nist',
    tier: 'foreign',
    kind: 'technical-document',
    publisher: lead.publisher,
    prefix: lead.prefix,
    serial,
  });
  return nistNumber({ ...base, ...fieldsOf(tail) });
}

function fieldsOf(
  tail: NistTail,
): Pick<NumberFields, 'parts' | 'edition' | 'supplements' | 'year' | 'month' | 'day' | 'stage' | 'language'> {
  const { parts, supplements, year, month, day, stage, language } = tail;
  return {
    parts,
    supplements,
    year,
    month,
    day,
    stage,
    language,
    edition: tail.edition === '' ? undefined : tail.edition,
  };
}

/** A letter behind the digits belongs to the number unless it starts a qualifier: 140B, 53a in 53ar1, but not 800-160v1, 1001es. */
const SUFFIX =
  '(?:[A-Z]{2}(?=-\\d)|[a-z](?![a-zA-Z\\d])|[A-Z](?![a-zA-Z\\d])|[A-DF-OQ-UW-Z](?=r|v|e\\d|es|pt|sup|upd|app|sec|errata|index|insert|add)|[a-d](?=[rv]\\d))?';
const FIRST = new RegExp(`(?![vV]\\d|[pP]t?\\d)[A-Za-z]?\\d+${SUFFIX}`, 'y');
const VOLUME_ISSUE = /v\d+n\d+/iy;
const QUARTER = /[A-Z][a-z]{2}-[A-Z][a-z]{2}(?:19|20)\d\d/y;
const NOT_A_PIECE =
  '(?:19|20)\\d\\d(?![\\d-])|upd|draft|v\\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\d';
const PIECE = new RegExp(`[-.](?!${NOT_A_PIECE})(?:\\d+${SUFFIX}|[A-Z]{1,6}(?![a-z])|[a-z](?![a-z]))`, 'y');

/** The number proper: `800-57`, `1011-II-1`, `v6n11`, `e106-43`, `140B`, `1190GB-14`. Qualifiers (r1, pt2, upd1) come behind. */
function readSerial(cursor: Cursor): string {
  const from = cursor.at;
  if (take(cursor, VOLUME_ISSUE) ?? take(cursor, QUARTER)) return cursor.text.slice(from, cursor.at);
  if (take(cursor, FIRST) === undefined) return '';
  while (take(cursor, PIECE) !== undefined);
  return cursor.text.slice(from, cursor.at);
}

/** Derives the forms of a NIST number, written short: SP 800-57pt1r1. */
export function nistNumber(fields: NumberFields): StandardNumber {
  const head = `${fields.prefix} ${fields.serial}${fields.parts.join('')}`;
  const date = dateOf(fields);
  const stage = fields.stage === undefined ? '' : ` ${fields.stage}`;
  const language = fields.language === undefined ? '' : ` ${fields.language}`;
  return withForms(
    fields,
    head + (fields.edition ?? '') + fields.supplements.map(writeSheet).join('') + date + stage + language,
    head,
  );
}

function writeSheet(sheet: Supplement): string {
  return sheet.label + sheet.number;
}

function dateOf(fields: NumberFields): string {
  if (fields.year === undefined) return '';
  const month = fields.month === undefined ? '' : `-${String(fields.month).padStart(2, '0')}`;
  const day = fields.day === undefined ? '' : `-${String(fields.day).padStart(2, '0')}`;
  return `-${fields.year}${month}${day}`;
}
