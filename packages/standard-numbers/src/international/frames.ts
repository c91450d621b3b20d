import { type Cursor, codeIn, cursorOn, isDigit } from '../cursor.ts';
import type { NumberKind, Scheme, Tier } from '../model.ts';
import { type Head, prefixOf, readHead } from './heads.ts';
import type { SupplementStyle } from './supplements.ts';
import { kindOfType } from './words.ts';
import { type FormLeads, formLeadsOf, typeGap } from './write.ts';

/** What is known of a number before its serial is read. */
export interface Frame {
  readonly publisher: string;
  readonly prefix: string;
  readonly stage: string | undefined;
  readonly iteration: string | undefined;
  readonly kind: NumberKind;
  readonly scheme: Scheme;
  readonly tier: Tier;
  readonly leads: FormLeads;
  readonly style: SupplementStyle;
}

const styles: ReadonlyMap<Scheme, SupplementStyle> = new Map([
  ['iec', 'iec'],
  ['cen', 'cen'],
  ['bsi', 'cen'],
] as const);

export function frameOf(known: Omit<Frame, 'leads' | 'style'>): Frame {
  return { ...known, leads: formLeadsOf(known), style: styles.get(known.scheme) ?? 'iso' };
}

/** The frame of a head that was read word by word. */
export function frameOfHead(head: Head): Frame {
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

/** Finds the frame of a text that starts with a usual head, and moves behind that head; undefined when it does not. */
export function readUsualFrame(cursor: Cursor): Frame | undefined {
  const { text } = cursor;
  const end = firstDigit(text);
  const usual = usualFrames.get(sumOf(text, end));
  if (usual === undefined || usual.written.length !== end || !text.startsWith(usual.written)) return undefined;
  cursor.at = end;
  return usual.frame;
}

/** Longest usual head is `ISO/IEC/IEEE FDIS `; a digit further on starts no serial. */
function firstDigit(text: string): number {
  const limit = Math.min(20, text.length);
  let at = 0;
  while (at < limit && !isDigit(codeIn(text, at))) at++;
  return at;
}

/** One integer for the characters before the index: a head is looked for without cutting or hashing a string. */
function sumOf(text: string, end: number): number {
  let sum = 0;
  for (let at = 0; at < end; at++) sum = (Math.imul(sum, 31) + codeIn(text, at)) | 0;
  return sum;
}

interface UsualFrame {
  readonly written: string;
  readonly frame: Frame;
}

/** The heads of nearly all ISO and IEC numbers in their written form, read once, each under the sum of its characters. */
const usualFrames: ReadonlyMap<number, UsualFrame> = new Map(
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
      const written = cursor.text.slice(0, -1);
      return [sumOf(written, written.length), { written, frame: frameOfHead(head) }] as const;
    }),
  ),
);
