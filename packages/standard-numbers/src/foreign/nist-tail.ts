import { type Cursor, codeIn, isLetter } from '../cursor.ts';
import { monthNumber, take } from '../match.ts';
import type { Supplement, SupplementKind } from '../model.ts';

/** Qualifiers behind a NIST number, sorted by what they say. */
export interface NistTail {
  /** Volume, part, section in the order printed: `v1`, `pt2`. */
  parts: readonly string[];
  /** Edition, version and revision: `e2`, `ver2`, `r1`. */
  edition: string;
  supplements: readonly Supplement[];
  year: number | undefined;
  month: number | undefined;
  day: number | undefined;
  stage: string | undefined;
  language: string | undefined;
}

export function readNistTail(cursor: Cursor): NistTail {
  const tail: NistTail = {
    parts: [],
    edition: '',
    supplements: [],
    year: undefined,
    month: undefined,
    day: undefined,
    stage: undefined,
    language: undefined,
  };
  while (cursor.at < cursor.text.length && readers.some((read) => read(cursor, tail)));
  return tail;
}

type TailReader = (cursor: Cursor, tail: NistTail) => boolean;

const readers: readonly TailReader[] = [
  readDate,
  readPart,
  readEdition,
  readSupplement,
  readStage,
  readLanguage,
  readSubversion,
];

const PART =
  /[ .-]?(?:(vol\. ?|volume |v)|(part |pt\.? ?|p)|(sec(?:tion)?\.? ?))(\d+(?:\.\d+)*(?:[A-Za-z](?:-[a-z])?(?![a-z\d]))?)/iy;

function readPart(cursor: Cursor, tail: NistTail): boolean {
  const match = take(cursor, PART);
  if (match === undefined) return false;
  const word = match[1] !== undefined ? 'v' : match[2] !== undefined ? 'pt' : 'sec';
  tail.parts = [...tail.parts, word + (match[4] ?? '')];
  return true;
}

const EDITION =
  /[ .-]?(?:(version |ver\.? ?)(\d+(?:[. ]\d+)*)|(revision |rev\. ?|rev(?=\d)|r)(\d+(?!\/)[a-z]?(?![a-z]))|(edition |e)(\d+))/iy;
const BARE_REVISION = /(?: ?revision(?: \(r\))?|rev(?=[A-Z])|r(?:ev)?(?![a-z\d]))/iy;

function readEdition(cursor: Cursor, tail: NistTail): boolean {
  const start = cursor.at;
  const match = take(cursor, EDITION);
  if (match === undefined) {
    if (take(cursor, BARE_REVISION) === undefined) return false;
    tail.edition += 'r';
    return true;
  }
  // A second revision is no part of this number.
  if (match[4] !== undefined && tail.edition.includes('r')) {
    cursor.at = start;
    return false;
  }
  if (match[2] !== undefined) tail.edition += `ver${match[2].replaceAll(' ', '.')}`;
  else if (match[4] !== undefined) tail.edition += `r${match[4]}`;
  else tail.edition += `e${match[6]}`;
  return true;
}

const SUPPLEMENT = /[ .-]?(suppl?(?:ement)?|sup|upd(?:ate)?|errata|insert|index|app|add)\.? ?(\d{0,4}(?!\d)(?!pd))/iy;

const supplementKinds: ReadonlyMap<string, readonly [SupplementKind, string]> = new Map([
  ['s', ['Suppl', 'sup']],
  ['u', ['Upd', '-upd']],
  ['e', ['Err', 'errata']],
  ['in', ['Annex', '']],
  ['ap', ['Annex', 'app']],
  ['ad', ['Add', 'add']],
] as const);

function readSupplement(cursor: Cursor, tail: NistTail): boolean {
  const match = take(cursor, SUPPLEMENT);
  if (match === undefined) return false;
  const word = (match[1] ?? '').toLowerCase();
  const [kind, label] =
    supplementKinds.get(word.slice(0, 1)) ?? supplementKinds.get(word.slice(0, 2)) ?? (['Suppl', 'sup'] as const);
  const sheet = {
    kind,
    number: match[2] ?? '',
    year: undefined,
    month: undefined,
    stage: undefined,
    label: label === '' ? word : label,
  };
  tail.supplements = [...tail.supplements, sheet];
  return true;
}

const NAMED_DATE =
  /[ -]?(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?(?:(\d{1,2})\/|(\d{1,2})(?!\d))? ?(\d{4})?(?!\d)/iy;
const NUMBER_DATE = /[- ]((?:1[89]|20)\d\d)(?:-(\d\d))?(?:-(\d\d))?(?!\d)/y;
const SLASHED_DATE = /r?(\d{1,2})\/(\d{4})(?!\d)/y;

function readDate(cursor: Cursor, tail: NistTail): boolean {
  if (tail.year !== undefined) return false;
  const named = take(cursor, NAMED_DATE);
  if (named !== undefined) {
    tail.month = monthNumber(named[1] ?? '');
    tail.day = optional(named[2] ?? named[3]);
    tail.year = optional(named[4]);
    return true;
  }
  const dated = take(cursor, NUMBER_DATE);
  const slashed = dated === undefined ? take(cursor, SLASHED_DATE) : undefined;
  tail.year = optional(dated?.[1] ?? slashed?.[2]);
  tail.month = optional(dated?.[2] ?? slashed?.[1]);
  tail.day = optional(dated?.[3]);
  return tail.year !== undefined;
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

const STAGE = /[ -]?(draft ?\d*|[1-9if]pd|iwd|prd)(?![a-z])/iy;

function readStage(cursor: Cursor, tail: NistTail): boolean {
  const match = tail.stage === undefined ? take(cursor, STAGE) : undefined;
  if (match === undefined) return false;
  tail.stage = (match[1] ?? '').toLowerCase().replace(' ', '');
  return true;
}

const LANGUAGE = /[ -]?(es|pt|sp|fr|por|port|spa|bul|ara|ukr|pol|ind|viet|chi|jpn|kor|ger|ita|rus)(?![a-z\d])/iy;

function readLanguage(cursor: Cursor, tail: NistTail): boolean {
  const match = tail.language === undefined ? take(cursor, LANGUAGE) : undefined;
  if (match === undefined) return false;
  tail.language = (match[1] ?? '').toLowerCase();
  return true;
}

const SUBVERSION = / (\d{1,2})(?!\d)/y;

/** A point of a version that a file name turned into a space: `v1 0 2`. */
function readSubversion(cursor: Cursor, tail: NistTail): boolean {
  const isBehindLetter = isLetter(codeIn(cursor.text, cursor.at - 1));
  const match = isBehindLetter || tail.year !== undefined || tail.edition !== '' ? undefined : take(cursor, SUBVERSION);
  if (match === undefined) return false;
  const last = tail.parts.at(-1);
  tail.parts = last === undefined ? [`v${match[1]}`] : [...tail.parts.slice(0, -1), `${last}.${match[1]}`];
  return true;
}
