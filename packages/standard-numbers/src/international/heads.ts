import {
  type Cursor,
  codeIn,
  digitsEnd,
  isDigit,
  isLetterOrDigit,
  lettersEnd,
  standsAt,
  upperCase,
} from '../cursor.ts';
import { headWords, publisherWords } from './words.ts';
import { typeGap } from './write.ts';

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

/** Reads the words behind the first organization, and the sign before the serial. */
export function readHead(cursor: Cursor, first: string): Head {
  const head: Head = {
    publisher: first,
    stage: undefined,
    prints: [],
    type: '',
    iteration: undefined,
    isSlashed: false,
  };
  while (readHeadWord(cursor, head));
  if (codeIn(cursor.text, cursor.at) === 32 || codeIn(cursor.text, cursor.at) === 45) cursor.at++;
  return head;
}

function readHeadWord(cursor: Cursor, head: Head): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (codeIn(text, at) === 47 || codeIn(text, at) === 32 || codeIn(text, at) === 45) at++;
  let end = lettersEnd(text, at);
  if (end === at || end - at > 7) return false;
  let word = upperCase(text.slice(at, end));
  if (word === 'HL' && codeIn(text, end) === 55) word = text.slice(at, ++end);
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
  const isIteration = iterationEnd > found.end && codeIn(text, iterationEnd) === 32 && known?.stage !== undefined;
  if (
    known === undefined ||
    (isLetterOrDigit(codeIn(text, found.end)) &&
      !isIteration &&
      known.stage !== undefined &&
      !isDigit(codeIn(text, found.end)))
  )
    return false;
  if (isHalfStage(known.stage) && !standsType(text, found.end)) return false;
  if (isIteration) head.iteration = text.slice(found.end, iterationEnd);
  head.stage = head.stage === undefined ? known.stage : (joinStage(head.stage, known) ?? head.stage);
  if (known.type !== '') head.type = known.type;
  if (head.prints.length === 0) head.isSlashed = codeIn(text, cursor.at) === 47;
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

/** Half a stage word (D, FD) names no draft of its own. */
export function isHalfStage(stage: string | undefined): boolean {
  return stage === 'D' || stage === 'FD';
}

/** The prefix as it is written: publisher, stage and type with the sign between. */
export function prefixOf(head: Head): string {
  if (head.prints.length === 0) return head.publisher;
  const isSplit = head.prints[0] === 'D' || head.prints[0] === 'FD';
  const words = head.prints.join(isSplit ? '' : ' ');
  const first = head.stage === undefined ? head.type : '';
  // The ISO catalogue writes joint series as IEC/DIS 80601-2-31, IEC itself writes a space; the key is the same.
  const gap = head.publisher === 'IEC' && head.isSlashed ? '/' : typeGap(head.publisher, first);
  return head.publisher + gap + words;
}
