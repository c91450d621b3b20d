import type { Cursor } from '../cursor.ts';
import { monthNumber, take } from '../match.ts';
import type { Supplement, SupplementKind } from '../model.ts';
import { normalNote, orderedNotes } from './ieee-notes.ts';

/** What stands behind the number of an IEEE document. */
export interface IeeeTail {
  year: number | undefined;
  month: number | undefined;
  day: number | undefined;
  /** `D5`, `FDIS`, `D4D5`: which draft. */
  draft: string | undefined;
  supplements: readonly Supplement[];
  /** Bracketed relations: Revision of, Amendment to, adopted number. */
  notes: readonly string[];
  edition: string | undefined;
  language: string | undefined;
  variant: string | undefined;
}

export function readIeeeTail(cursor: Cursor): IeeeTail {
  const tail: IeeeTail = {
    year: undefined,
    month: undefined,
    day: undefined,
    draft: undefined,
    supplements: [],
    notes: [],
    edition: undefined,
    language: undefined,
    variant: undefined,
  };
  while (cursor.at < cursor.text.length && readers.some((read) => read(cursor, tail)));
  return tail;
}

type TailReader = (cursor: Cursor, tail: IeeeTail) => boolean;

const readers: readonly TailReader[] = [
  readYear,
  readSupplement,
  readDraft,
  readDate,
  readEdition,
  readLanguage,
  readNote,
  readVariant,
  readAdopted,
];

const YEAR = /(?: ?- ?| -|[-:.])((?:18|19|20)\d\d|201X)(?![\d.])/iy;
const EDITION_YEAR = /,? ((?:19|20)\d\d) Edition/iy;

function readYear(cursor: Cursor, tail: IeeeTail): boolean {
  if (tail.year !== undefined) return false;
  const match = take(cursor, YEAR) ?? take(cursor, EDITION_YEAR);
  if (match?.[1] === undefined) return false;
  if (!match[1].toUpperCase().endsWith('X')) tail.year = Number(match[1]);
  return true;
}

const SUPPLEMENT = /[/_-]? ?(cor|amd|int|errata)(?:rigendum)?[. _-]?(\d+)(?:[-:] ?(\d{4}|201x))?/iy;

const sheetKinds: ReadonlyMap<string, SupplementKind> = new Map([
  ['c', 'Cor'],
  ['a', 'Amd'],
  ['i', 'Int'],
  ['e', 'Err'],
] as const);

function readSupplement(cursor: Cursor, tail: IeeeTail): boolean {
  const match = take(cursor, SUPPLEMENT);
  if (match?.[1] === undefined) return false;
  const kind = sheetKinds.get(match[1].charAt(0).toLowerCase()) ?? 'Cor';
  // 201x is the placeholder of a year not yet known.
  const year = match[3] === undefined || match[3].endsWith('x') ? undefined : Number(match[3]);
  // ISO amendments adopted by IEEE are written without the space: /Amd31-2021.
  const label = kind === 'Amd' ? '/Amd' : `/${kind} `;
  const sheet = { kind, number: match[2] ?? '', year, month: undefined, stage: undefined, label };
  tail.supplements = [...tail.supplements, sheet];
  return true;
}

const DRAFT =
  /(?:[ /_,-]{1,3}(?:draft )?(?:(dd?\d[A-Za-z\d.+]*|d[A-Z]?\d[A-Za-z\d.]*|d[A-Z](?=,|$))|(fdis|dis|cdv?|wd|dts|dtr|fcd|pdtr|dfcd)[ _-]?(\d*|d\d[\w.]*)(?![a-z])))/iy;

function readDraft(cursor: Cursor, tail: IeeeTail): boolean {
  const match = take(cursor, DRAFT);
  if (match === undefined) return false;
  const draft =
    match[1]?.replace(/\.+(?:pdf)?$/i, '') ??
    `${match[2]?.toUpperCase()}${match[3] === undefined || match[3] === '' ? '' : match[3].toUpperCase()}`;
  tail.draft = tail.draft === undefined ? draft : `${tail.draft}/${draft}`;
  return true;
}

const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7}\\.?';
const DATE = new RegExp(
  `[ ,_]{1,3}(?:(\\d{1,2}) )?(?:[A-Z][a-z]{2,8} ?- ?)?${MONTH}(?:[ ,]{1,2}(\\d{1,2})(?=,? \\d{4}))?[ ,_]{0,2}((?:19|20)?\\d\\d)?(?![\\d])`,
  'iy',
);
const BARE_YEAR = /, ((?:19|20)\d\d)(?!\d| Edition)/y;

function readDate(cursor: Cursor, tail: IeeeTail): boolean {
  if (tail.month !== undefined) return false;
  const start = cursor.at;
  const match = take(cursor, DATE);
  const bare = match === undefined && tail.year === undefined ? take(cursor, BARE_YEAR) : undefined;
  if (match === undefined && bare === undefined) return false;
  if (isDayWithoutYear(match)) {
    cursor.at = start;
    return false;
  }
  const year = match?.[4] ?? bare?.[1];
  tail.month = match?.[2] === undefined ? undefined : monthNumber(match[2]);
  const day = match?.[1] ?? match?.[3];
  tail.day = day === undefined ? undefined : Number(day);
  if (year !== undefined) tail.year = fullYear(year);
  return true;
}

/** A day makes a date only with its year. */
function isDayWithoutYear(match: RegExpExecArray | undefined): boolean {
  return match !== undefined && match[4] === undefined && (match[1] ?? match[3]) !== undefined;
}

/** `Jan 09` is January 2009: the short form was used around 2007 only. */
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const EDITION =
  /,? ?(?:(first|second|third|fourth|fifth) edition,?|edition (\d+(?:\.\d+)?),?|ed\. ?(\d+))(?: (\d{4})-(\d\d)(?:-(\d\d))?)?/iy;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

function readEdition(cursor: Cursor, tail: IeeeTail): boolean {
  const match = tail.edition === undefined ? take(cursor, EDITION) : undefined;
  if (match === undefined) return false;
  const ordinal = match[1] === undefined ? undefined : `${ordinals.indexOf(match[1].toLowerCase()) + 1}.0`;
  tail.edition = `Edition ${ordinal ?? match[2] ?? `${match[3]}.0`}`;
  if (match[4] !== undefined) tail.year = Number(match[4]);
  if (match[5] !== undefined) tail.month = Number(match[5]);
  if (match[6] !== undefined) tail.day = Number(match[6]);
  return true;
}

const LANGUAGE = / ?\((E|F)\)/y;

function readLanguage(cursor: Cursor, tail: IeeeTail): boolean {
  const match = tail.language === undefined ? take(cursor, LANGUAGE) : undefined;
  if (match === undefined) return false;
  tail.language = match[1];
  return true;
}

const NOTE = / ?\((?! *\))((?:[^()]|\([^()]{0,80}\)){1,400})(?:\)|$)/y;
const LOOSE_NOTE = /,? (draft amendment to [^()]{4,120}?)(?=,? (?:[A-Z][a-z]+ \d{4})?$)/iy;

function readNote(cursor: Cursor, tail: IeeeTail): boolean {
  const match = take(cursor, NOTE) ?? take(cursor, LOOSE_NOTE);
  if (match?.[1] === undefined) return false;
  tail.notes = [...tail.notes, ...orderedNotes(match[1])];
  return true;
}

const VARIANT = /(?: - (Redline)|\.(pdf)|(?:\/| - )(Preprint))(?![a-z])/iy;

function readVariant(cursor: Cursor, tail: IeeeTail): boolean {
  const match = take(cursor, VARIANT);
  if (match === undefined) return false;
  if (match[1] !== undefined) tail.variant = '- Redline';
  else if (match[3] !== undefined) tail.variant = '- Preprint';
  return true;
}

const ADOPTED =
  /(?:[;,]? (?:and )?|\/(?=IEEE|ASHRAE))((?:IEC|IEEE|ANSI|ISO|NACE|EIA|ASHRAE)[ /]?(?:[A-Z/]{2,9} ?)?(?:Std )?(?:C|P|PC)?\d[A-Za-z\d.-]*(?:_D\w+, \d{4})?(?: (?:First|Second|Third) edition \d{4}-\d\d(?:-\d\d)?| Edition \d\.\d \d{4}-\d\d)?)/iy;

/** A number of another body beside this one: `IEEE Std 1666 IEC 61691-7 Edition 1.0 2009-12`. */
function readAdopted(cursor: Cursor, tail: IeeeTail): boolean {
  const match = take(cursor, ADOPTED);
  if (match?.[1] === undefined) return false;
  tail.notes = [...tail.notes, normalNote(match[1])];
  return true;
}
