import { type Cursor, codeAt, digitsEnd, eat, isDigit, isLetterOrDigit, missing, skipSpaces } from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { StandardNumber } from '../model.ts';
import { readColonYear } from './dates.ts';
import { frameOf, readUsualFrame } from './frames.ts';
import { readIecDocument } from './iec-documents.ts';
import { readCommitteeDocument, readDirectives } from './iso-documents.ts';
import { readInternational, readNumber } from './read.ts';
import { internationalNumber } from './write.ts';

/** Reads what starts with ISO: a number, a committee document or the directives. */
export function readIso(cursor: Cursor): StandardNumber | undefined {
  const usual = readUsualFrame(cursor);
  if (usual !== undefined) return readNumber(cursor, usual);
  const other = mayBeDocument(cursor) ? (readCommitteeDocument(cursor) ?? readDirectives(cursor)) : undefined;
  return other ?? readInternational(cursor, 'ISO');
}

/** Committees and directives start with a letter behind ISO or ISO/IEC that few numbers have there: T, S, J, P, D. */
function mayBeDocument(cursor: Cursor): boolean {
  const letter = codeAt(cursor, codeAt(cursor, 1) === 73 && codeAt(cursor, 3) === 67 ? 5 : 1);
  return letter === 84 || letter === 83 || letter === 74 || letter === 80 || letter === 68;
}

/** Reads what starts with IEC, CEI or CISPR; CISPR/1459/INF is a committee document. */
export function readIec(cursor: Cursor, first = 'IEC'): StandardNumber | undefined {
  const usual = readUsualFrame(cursor);
  if (usual !== undefined) return readNumber(cursor, usual);
  const start = cursor.at;
  if (codeAt(cursor) === 47 && isDigit(codeAt(cursor, 1))) {
    cursor.at = 0;
    const document = readIecDocument(cursor);
    if (document !== undefined) return document;
    cursor.at = start;
  }
  if (isDigit(codeAt(cursor, 1))) return readInternational(cursor, first);
  const report = eat(cursor, ' TECHNOLOGY REPORT ') ? readTechnologyReport(cursor) : undefined;
  if (report !== undefined) return report;
  const project = readTypedProject(cursor);
  if (project !== undefined) return project;
  return readInternational(cursor, first);
}

/** IEC Technology Report LVDC:2017: named by its subject instead of a serial. */
function readTechnologyReport(cursor: Cursor): StandardNumber | undefined {
  const colon = cursor.text.indexOf(':', cursor.at);
  const serial = cursor.text.slice(cursor.at, colon);
  if (colon === -1 || serial.length > 40 || !/^[A-Za-z][A-Za-z ]*$/.test(serial)) return missing(cursor, 'serial');
  cursor.at = colon;
  const base = bareFields({
    scheme: 'iec',
    tier: 'international',
    kind: 'technical-report',
    publisher: 'IEC',
    prefix: 'IEC Technology Report',
    serial,
  });
  return internationalNumber({ ...base, year: readColonYear(cursor)?.year });
}

/** `IEC SRD PWI SyCCOMM-1 ED1`: the type stands between IEC and the stage. */
function readTypedProject(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  const type = projectTypes.find((word) => eat(cursor, ` ${word}`));
  const stage = (['PWI', 'PNW'] as const).find((word) => eat(cursor, ` ${word} `));
  const number = stage === undefined ? undefined : readProject(cursor, stage, type);
  if (number === undefined) cursor.at = start;
  return number;
}

const projectTypes = ['SRD', 'TS', 'TR', 'PAS', 'GUIDE'] as const;

/** Reads a workshop agreement, which carries no ISO: IWA 31:2020. */
export function readIwa(cursor: Cursor): StandardNumber | undefined {
  return readAgreement(cursor, undefined);
}

/** Reads the draft of a workshop agreement: CD IWA 37-3. */
export function readStagedIwa(cursor: Cursor, stage: string): StandardNumber | undefined {
  return eat(cursor, ' IWA') ? readAgreement(cursor, stage) : missing(cursor, 'serial');
}

function readAgreement(cursor: Cursor, stage: string | undefined): StandardNumber | undefined {
  skipSpaces(cursor);
  const prefix = stage === undefined ? 'IWA' : `${stage} IWA`;
  return readNumber(
    cursor,
    frameOf({
      publisher: 'ISO',
      prefix,
      stage,
      iteration: undefined,
      kind: 'workshop-agreement',
      scheme: 'iso',
      tier: 'international',
    }),
  );
}

/** Reads `GUIDE ISO/CEI 71:2001`, the French order of words. */
export function readTypeFirst(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const joint = eat(cursor, 'ISO/CEI') || eat(cursor, 'ISO/IEC');
  const publisher = joint
    ? 'ISO/IEC'
    : eat(cursor, 'ISO')
      ? 'ISO'
      : eat(cursor, 'CEI') || eat(cursor, 'IEC')
        ? 'IEC'
        : undefined;
  if (publisher === undefined) return missing(cursor, 'serial');
  skipSpaces(cursor);
  const scheme = publisher === 'IEC' ? 'iec' : 'iso';
  return readNumber(
    cursor,
    frameOf({
      publisher,
      prefix: `${publisher} Guide`,
      stage: undefined,
      iteration: undefined,
      kind: 'guide',
      scheme,
      tier: 'international',
    }),
  );
}

/** Reads a proposed project of IEC: PWI SRD SyCCOMM-1 ED1, PNW 1-1658 ED1. */
export function readIecProject(cursor: Cursor, stage: 'PWI' | 'PNW'): StandardNumber | undefined {
  skipSpaces(cursor);
  const type = projectTypes.find((word) => eat(cursor, `${word} `));
  return readProject(cursor, stage, type);
}

function readProject(cursor: Cursor, stage: 'PWI' | 'PNW', type: string | undefined): StandardNumber | undefined {
  const from = cursor.at;
  let at = from;
  while (
    isLetterOrDigit(codeAt(cursor, at - from)) ||
    (codeAt(cursor, at - from) === 45 && isLetterOrDigit(codeAt(cursor, at - from + 1)))
  )
    at++;
  if (digitsEnd(cursor.text, from) === from && !cursor.text.slice(from, at).includes('-'))
    return missing(cursor, 'serial');
  cursor.at = at;
  const edition = readEdition(cursor);
  const serial = cursor.text.slice(from, at);
  const prefix = ['IEC', ...(type === undefined ? [] : [type]), stage].join(' ');
  const base = bareFields({
    scheme: 'iec',
    tier: 'international',
    kind: 'working-document',
    publisher: 'IEC',
    prefix,
    serial,
  });
  const series = `${prefix} ${serial}`;
  return withForms({ ...base, stage, edition }, edition === undefined ? series : `${series} ${edition}`, series);
}

function readEdition(cursor: Cursor): string | undefined {
  if (!eat(cursor, ' ED')) return undefined;
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  return `ED${cursor.text.slice(from, cursor.at)}`;
}
