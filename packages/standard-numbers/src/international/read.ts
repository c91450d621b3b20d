import {
  type Cursor,
  cursorOn,
  digitsEnd,
  isDigit,
  isLetterOrDigit,
  lettersEnd,
  standsAt,
  upperCase,
} from '../cursor.ts';
import { readIeeeDraft } from '../foreign/ieee.ts';
import type { NumberKind, Scheme, StandardNumber, Tier } from '../model.ts';
import { readIteration, readParts, readSerial, readYear } from './serial.ts';
import type { SupplementStyle } from './supplements.ts';
import { nothingBehind, readTail } from './tail.ts';
import { headWords, kindOfType, publisherWords } from './words.ts';
import { type KeyLeads, keyLeadsOf, typeGap, writeInternational } from './write.ts';

/** What stands before the serial of an ISO or IEC number. */
export interface Head {
  publisher: string;
  stage: string | undefined;
  /** `CD`, `TS` as written, in order. */
  prints: readonly string[];
  type: string;
  iteration: string | undefined;
  /** A slash was written before the first word. */
  isSlashed: boolean;
}

/** Reads a number of ISO, IEC or both; the cursor stands behind the first organization, which starts the text. */
export function readInternational(cursor: Cursor, first: string): StandardNumber | undefined {
  const usual = usualFrames.get(cursor.text.slice(0, firstDigit(cursor.text)));
  if (usual === undefined) return readBehindHead(cursor, readHead(cursor, first));
  cursor.at = firstDigit(cursor.text);
  return readNumber(cursor, usual);
}

function readHead(cursor: Cursor, first: string): Head {
  const head: Head = {
    publisher: first,
    stage: undefined,
    prints: [],
    type: '',
    iteration: undefined,
    isSlashed: false,
  };
  while (readHeadWord(cursor, head));
  if (cursor.text.charCodeAt(cursor.at) === 32 || cursor.text.charCodeAt(cursor.at) === 45) cursor.at++;
  return head;
}

/** Reads serial, parts, year, supplements and notes behind a head that was already read. */
function readBehindHead(cursor: Cursor, head: Head): StandardNumber | undefined {
  if (standsProject(cursor, head.publisher)) return readIeeeDraft(cursor, head.publisher, draftStage(head));
  return readNumber(cursor, frameOfHead(head));
}

function frameOfHead(head: Head): Frame {
  return frameOf({
    publisher: head.publisher,
    prefix: prefixOf(head),
    stage: head.stage,
    iteration: head.iteration,
    kind: kindOfType.get(head.type) ?? 'standard',
    scheme: head.publisher.startsWith('ISO') ? 'iso' : 'iec',
    tier: 'international',
  });
}

/** Longest usual head is `ISO/IEC/IEEE FDIS `; a digit further on starts no serial. */
function firstDigit(text: string): number {
  let at = 0;
  while (at < 20 && !isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** P29119-1, Std 8802-3: a number in the manner of IEEE under a joint prefix. */
function standsProject(cursor: Cursor, publisher: string): boolean {
  const at = cursor.text.charCodeAt(cursor.at) === 47 ? cursor.at + 1 : cursor.at;
  const behind = cursor.text.charCodeAt(at) === 32 ? at + 1 : at;
  if (cursor.text.charCodeAt(behind) === 80) return isDigit(cursor.text.charCodeAt(behind + 1));
  if (standsAt(cursor.text, at, 'DRAFT P')) return true;
  if (!publisher.includes('IEEE')) return false;
  return standsAt(cursor.text, at, 'STD ') || standsAt(cursor.text, at, 'DRAFT STD ');
}

/** Half a stage word (D, FD) names no draft of its own. */
function draftStage(head: Head): string | undefined {
  return isHalfStage(head.stage) ? undefined : head.stage;
}

function readHeadWord(cursor: Cursor, head: Head): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === 47 || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 45) at++;
  let end = lettersEnd(text, at);
  if (end === at || end - at > 7) return false;
  let word = upperCase(text.slice(at, end));
  if (word === 'HL' && text.charCodeAt(end) === 55) word = text.slice(at, ++end);
  const publisher = publisherWords.get(word);
  if (publisher !== undefined) {
    head.publisher = `${head.publisher}/${publisher}`;
    cursor.at = end;
    return true;
  }
  return takeWord(cursor, head, { word, end });
}

function takeWord(cursor: Cursor, head: Head, found: { readonly word: string; readonly end: number }): boolean {
  const { text } = cursor;
  const known = headWords.get(found.word);
  const iterationEnd = digitsEnd(text, found.end);
  // A digit glued to the word is an iteration (PreCD3) unless the word is the number itself (TS12).
  const isIteration = iterationEnd > found.end && text.charCodeAt(iterationEnd) === 32 && known?.stage !== undefined;
  if (
    known === undefined ||
    (isLetterOrDigit(text.charCodeAt(found.end)) &&
      !isIteration &&
      known.stage !== undefined &&
      !isDigit(text.charCodeAt(found.end)))
  )
    return false;
  if (isHalfStage(known.stage) && !standsType(text, found.end)) return false;
  if (isIteration) head.iteration = text.slice(found.end, iterationEnd);
  head.stage = head.stage === undefined ? known.stage : (joinStage(head.stage, known) ?? head.stage);
  if (known.type !== '') head.type = known.type;
  if (head.prints.length === 0) head.isSlashed = text.charCodeAt(cursor.at) === 47;
  head.prints = [...head.prints, known.print];
  cursor.at = isIteration ? iterationEnd : found.end;
  return true;
}

/** `FD Guide` is FDGuide in two words. */
function joinStage(stage: string, known: { readonly type: string }): string | undefined {
  return (stage === 'FD' || stage === 'D') && known.type !== '' ? stage + known.type : undefined;
}

const halvedTypes = [' GUIDE ', ' TS ', ' TR ', ' PAS '] as const;

function standsType(text: string, at: number): boolean {
  return halvedTypes.some((word) => standsAt(text, at, word));
}

function isHalfStage(stage: string | undefined): boolean {
  return stage === 'D' || stage === 'FD';
}

function prefixOf(head: Head): string {
  if (head.prints.length === 0) return head.publisher;
  const isSplit = head.prints[0] === 'D' || head.prints[0] === 'FD';
  const words = head.prints.join(isSplit ? '' : ' ');
  const first = head.stage === undefined ? head.type : '';
  // The ISO catalogue writes joint series as IEC/DIS 80601-2-31, IEC itself writes a space; the key is the same.
  const gap = head.publisher === 'IEC' && head.isSlashed ? '/' : typeGap(head.publisher, first);
  return head.publisher + gap + words;
}

/** What is known of a number before its serial is read. */
export interface Frame {
  readonly publisher: string;
  readonly prefix: string;
  readonly stage: string | undefined;
  readonly iteration: string | undefined;
  readonly kind: NumberKind;
  readonly scheme: Scheme;
  readonly tier: Tier;
  readonly leads: KeyLeads;
  readonly style: SupplementStyle;
}

const styles: ReadonlyMap<Scheme, SupplementStyle> = new Map([
  ['iec', 'iec'],
  ['cen', 'cen'],
  ['bsi', 'cen'],
] as const);

export function frameOf(known: Omit<Frame, 'leads' | 'style'>): Frame {
  return { ...known, leads: keyLeadsOf(known), style: styles.get(known.scheme) ?? 'iso' };
}

/** The heads of nearly all ISO and IEC numbers in their written form, read once, so that each is found by one look-up. */
const usualFrames: ReadonlyMap<string, Frame> = new Map(
  ['ISO', 'ISO/IEC', 'ISO/IEC/IEEE', 'ISO/IEEE', 'IEC', 'CISPR', 'IEC/IEEE'].flatMap((publisher) =>
    [
      '',
      'TS',
      'TR',
      'PAS',
      'NP',
      'AWI',
      'WD',
      'CD',
      'DIS',
      'FDIS',
      'PRF',
      'DTS',
      'DTR',
      'CD TS',
      'CD TR',
      'R',
      'ISP',
      'Guide',
    ].map((words) => {
      const cursor = cursorOn(words === '' ? `${publisher} 1` : `${publisher}${typeGap(publisher, words)}${words} 1`);
      cursor.at = publisher.startsWith('CISPR') ? 5 : 3;
      const head = readHead(cursor, publisher.slice(0, cursor.at === 5 ? 5 : 3));
      return [cursor.text.slice(0, -1), frameOfHead(head)] as const;
    }),
  ),
);

export function readNumber(cursor: Cursor, frame: Frame): StandardNumber | undefined {
  const serial = readSerial(cursor);
  if (serial === undefined) return undefined;
  const parts = readParts(cursor, frame.scheme);
  const iteration = readIteration(cursor) ?? frame.iteration;
  const date = readYear(cursor);
  const tail = cursor.at === cursor.text.length ? nothingBehind : readTail(cursor, frame.style);
  if (isNamedByEdition(frame, tail.edition)) return namedByEdition([serial, ...parts].join('-'), frame, tail.edition);
  return writeInternational(
    {
      scheme: frame.scheme,
      tier: frame.tier,
      kind: frame.kind,
      nature: undefined,
      publisher: frame.publisher,
      region: undefined,
      prefix: frame.prefix,
      serial,
      parts,
      allParts: tail.allParts,
      year: date?.year,
      yearAsPrinted: undefined,
      month: date?.month,
      day: date?.day,
      stage: frame.stage,
      iteration,
      supplements: tail.supplements,
      editionNote: tail.notes.length === 0 ? undefined : tail.notes.join(') ('),
      edition: tail.edition,
      language: tail.language,
      variant: tail.variant,
      dual: undefined,
      canonical: '',
      key: '',
      seriesKey: '',
      workKey: '',
      typographic: '',
    },
    frame.leads,
  );
}

/** A joint edition of IEC and IEEE is named by edition and date alone, as IEEE does: IEC/IEEE Std 62582-1 Edition 1.0, August 2011. */
function isNamedByEdition(frame: Frame, edition: string | undefined): edition is string {
  return frame.publisher === 'IEC/IEEE' && edition !== undefined && edition.startsWith('Edition');
}

function namedByEdition(serial: string, frame: Frame, edition: string): StandardNumber | undefined {
  return readIeeeDraft(cursorOn(`Std ${serial} ${edition}`), frame.publisher, undefined);
}
