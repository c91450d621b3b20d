import { type Cursor, codeIn, cursorOn, isDigit, missing, standsAt } from '../cursor.ts';
import { readIeeeDraft } from '../foreign/ieee.ts';
import type { StandardNumber } from '../model.ts';
import { readMonth } from './dates.ts';
import { type Frame, frameOfHead } from './frames.ts';
import { type Head, isHalfStage, readHead } from './heads.ts';
import { readDay, readIteration, readParts, readSerial, readYear, standsWrongYear } from './serial.ts';
import { nothingBehind, readTail } from './tail.ts';
import { writeInternational } from './write.ts';

/** Reads a number of ISO, IEC or both word by word; the cursor stands behind the first organization, which starts the text. */
export function readInternational(cursor: Cursor, first: string): StandardNumber | undefined {
  const head = readHead(cursor, first);
  if (standsProject(cursor, head.publisher)) return readIeeeDraft(cursor, head.publisher, draftStage(head));
  return readNumber(cursor, frameOfHead(head));
}

/** P29119-1, Std 8802-3: a number in the manner of IEEE under a joint prefix. */
function standsProject(cursor: Cursor, publisher: string): boolean {
  const at = codeIn(cursor.text, cursor.at) === 47 ? cursor.at + 1 : cursor.at;
  const behind = codeIn(cursor.text, at) === 32 ? at + 1 : at;
  if (codeIn(cursor.text, behind) === 80) return isDigit(codeIn(cursor.text, behind + 1));
  if (standsAt(cursor.text, at, 'DRAFT P')) return true;
  if (!publisher.includes('IEEE')) return false;
  return standsAt(cursor.text, at, 'STD ') || standsAt(cursor.text, at, 'DRAFT STD ');
}

function draftStage(head: Head): string | undefined {
  return isHalfStage(head.stage) ? undefined : head.stage;
}

/** Reads serial, parts, year, supplements and notes behind a head that was already read. */
export function readNumber(cursor: Cursor, frame: Frame): StandardNumber | undefined {
  const serial = readSerial(cursor);
  if (serial === undefined) return undefined;
  const parts = readParts(cursor, frame.scheme);
  const iteration = readIteration(cursor) ?? frame.iteration;
  const year = readYear(cursor);
  if (year === undefined && standsWrongYear(cursor)) return missing(cursor, 'year-in-range');
  const month = year === undefined ? undefined : readMonth(cursor);
  const day = month === undefined ? undefined : readDay(cursor);
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
      year,
      yearAsPrinted: undefined,
      month,
      day,
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
  return edition !== undefined && frame.publisher === 'IEC/IEEE' && edition.startsWith('Edition');
}

function namedByEdition(serial: string, frame: Frame, edition: string): StandardNumber | undefined {
  return readIeeeDraft(cursorOn(`Std ${serial} ${edition}`), frame.publisher, undefined);
}
