import { type Cursor, missing } from '../cursor.ts';
import { bareFields } from '../fields.ts';
import { take } from '../match.ts';
import type { StandardNumber } from '../model.ts';
import { restated } from './ieee-notes.ts';
import { type IeeeTail, readIeeeTail } from './ieee-tail.ts';
import { ieeeNumber } from './ieee-write.ts';

const ORGANIZATION =
  /[ /]{1,3}(IEEE|ANSI|AIEE|ASA|IRE|NACE|ISO|IEC|EIA|ASHRAE|CSA|TIA|ASTM|NFPA)(?![A-Za-z])(?! \d| [A-Z]?\d| P\d| SP| Std)/y;
const LEADING_ORGANIZATION =
  /[ /]{1,3}(IEEE|ANSI|ISO|IEC|NACE|EIA|ASTM)(?= (?:std|draft|p?[a-z]?\d|unapproved|approved|no))/iy;
const STATUS =
  /[ /]{0,2}(?:(active |unapproved |approved )?(draft )?(std|standard|standards)\.?(?![a-z])|(active |unapproved |approved )(?:draft )?|(draft)(?= )|(no)\.?(?![a-z]))/iy;

/** Reads a standard or draft of IEEE and of the bodies it grew from: IEEE Std 802.3-2012, IEEE P1017/D6, June 2012, AIEE No 20-1951. */
export function readIeee(cursor: Cursor, first: string): StandardNumber | undefined {
  let publisher = first;
  for (let next = organization(cursor); next !== undefined; next = organization(cursor)) {
    if (!publisher.split('/').includes(next)) publisher += `/${next}`;
  }
  return readBehindPublisher(cursor, { publisher, stage: undefined });
}

/** Reads a project number under a joint prefix: ISO/IEC/IEEE P29119-1/DIS, December 2020; the stage may stand in front. */
export function readIeeeDraft(
  cursor: Cursor,
  publisher: string,
  stage: string | undefined,
): StandardNumber | undefined {
  return readBehindPublisher(cursor, { publisher, stage });
}

/** Reads `P1017/D6` and `PC37.13/D10`, as drafts are named among their authors. */
export function readIeeeProject(cursor: Cursor): StandardNumber | undefined {
  cursor.at = 0;
  return readBehindPublisher(cursor, { publisher: 'IEEE', stage: undefined });
}

function organization(cursor: Cursor): string | undefined {
  return (take(cursor, ORGANIZATION) ?? take(cursor, LEADING_ORGANIZATION))?.[1]?.toUpperCase();
}

const NUMBER =
  /[ /.]{0,2}((?:P|SP)?[A-Z]{0,2}\d+[A-Za-z]{0,4}(?:\.\d+(?:v\d|rev\d|[A-Za-z]{1,4}(?!\d))?)*(?:\.S\d+)?(?:-(?!(?:18|19|20)\d\d(?![\d.])|fdis|dis|cd|cor|rev|\d{4}-cor)(?:\d+[A-Za-z]{0,4}(?:\.\d+)*|[A-Z]{1,3}(?![a-z])))*(?:[A-Za-z]?[-_]?REV(?:[a-z]{1,3}|\d)?(?![a-z\d]))?)/iy;

interface Lead {
  readonly publisher: string;
  readonly stage: string | undefined;
}

function readBehindPublisher(cursor: Cursor, lead: Lead): StandardNumber | undefined {
  const status = take(cursor, STATUS);
  const second = status === undefined ? undefined : take(cursor, STATUS);
  const number = take(cursor, NUMBER);
  if (number?.[1] === undefined) return missing(cursor, 'serial');
  const serial = normalSerial(number[1]);
  const tail = readIeeeTail(cursor);
  const isProject = serial.startsWith('P') || tail.draft !== undefined || lead.stage !== undefined;
  const hasStatus = status !== undefined || second !== undefined;
  const prefix = prefixOf({
    publisher: orderOf(lead.publisher),
    isDraft: isProject && !isUndrafted(tail, lead, serial),
    hasStatus,
    isNumbered: status?.[6] !== undefined,
  });
  const base = bareFields({
    scheme: 'ieee',
    tier: 'foreign',
    kind: 'standard',
    publisher: lead.publisher,
    prefix,
    serial,
  });
  const said = restated(serial, tail);
  return ieeeNumber({
    ...base,
    year: said.year,
    month: tail.month,
    day: tail.day,
    stage: stageOf(tail, lead),
    supplements: said.supplements,
    editionNote: said.notes.length === 0 ? undefined : said.notes.join(') ('),
    edition: tail.edition,
    language: tail.language,
    variant: tail.variant,
  });
}

/** A joint project without draft number is written without `Draft`: IEEE/IEC Std P60076-57-1202, July 2014. */
function isUndrafted(tail: IeeeTail, lead: Lead, serial: string): boolean {
  return tail.draft === undefined && lead.stage === undefined && serial.startsWith('P') && lead.publisher.includes('/');
}

function stageOf(tail: IeeeTail, lead: Lead): string | undefined {
  return tail.draft ?? lead.stage;
}

function normalSerial(printed: string): string {
  return printed.charAt(0) === 'p' ? `P${printed.slice(1)}` : printed;
}

/** ISO, IEC and IEEE together are named in the order IEEE/IEC/ISO when IEEE leads. */
function orderOf(publisher: string): string {
  return publisher === 'IEEE/ISO/IEC' ? 'IEEE/IEC/ISO' : publisher;
}

interface PrefixParts {
  readonly publisher: string;
  readonly isDraft: boolean;
  readonly hasStatus: boolean;
  readonly isNumbered: boolean;
}

/** ANSI, ASA and AIEE numbers stand without `Std`; all of IEEE carry it. */
function prefixOf(parts: PrefixParts): string {
  const isIeee = parts.publisher.includes('IEEE') && !parts.publisher.startsWith('AIEE');
  if (parts.isDraft) return isIeee ? `${parts.publisher} Draft Std` : `${parts.publisher} Draft`;
  if (isIeee) return `${parts.publisher} Std`;
  return parts.hasStatus && !parts.isNumbered ? `${parts.publisher} Std` : parts.publisher;
}
