import { findNumbers, normalize, parse, type StandardNumber } from '@guiju/standard-numbers';
import type { ReadHandle } from '../foundation/database.ts';
import { type Statement, sql } from '../foundation/sql.ts';
import { unknownDay } from './entry-rows.ts';
import type { MatchKind, SearchSort, StreamRef } from './model.ts';

/** A query understood as one number, or as several when its prefix is missing. */
export interface NumberQuery {
  readonly numbers: readonly StandardNumber[];
  /** Numbers that begin like this: for one that is still being typed, and for "all of this prefix". */
  readonly beginning: string | undefined;
  /** Serial without a prefix: any tier's number with it answers. */
  readonly serial: string | undefined;
  /** Words behind the number. */
  readonly rest: string;
}

/** What the query says as a number; undefined when it is no number in any spelling. */
export function numberQuery(text: string): NumberQuery | undefined {
  const reading = parse(text);
  switch (reading.outcome) {
    case 'recognized': {
      const several = reading.rest === '' ? [] : severalNumbers(text);
      if (several.length > 1) return { numbers: several, beginning: undefined, serial: undefined, rest: '' };
      const isOpen = /^[\p{P}\p{S}\s]+$/u.test(reading.rest);
      const rest = isOpen ? '' : reading.rest;
      const tail = isOpen ? reading.rest.replace(/\s+/g, '') : '';
      const beginning = rest === '' ? `${reading.number.key}${tail}` : undefined;
      return { numbers: [reading.number], beginning, serial: undefined, rest };
    }
    case 'ambiguous': {
      const [first] = reading.readings;
      const serial = reading.why === 'prefix-missing' && first ? serialOf(first) : undefined;
      return { numbers: reading.readings, beginning: undefined, serial, rest: '' };
    }
    default:
      return unfinished(text);
  }
}

/** Several numbers and nothing beside them: each is asked for. */
function severalNumbers(text: string): readonly StandardNumber[] {
  const found = findNumbers(text);
  const between = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  if (/[\p{L}\p{N}]/u.test(between)) return [];
  return found.flatMap(({ reading }) => (reading.outcome === 'recognized' ? [reading.number] : []));
}

/** `GB/T 1.1-` is a number in the making; `GB/T` alone stands for all numbers that begin so. */
function unfinished(text: string): NumberQuery | undefined {
  const plain = normalize(text);
  const trimmed = plain.replace(/[\p{P}\p{S}\s]+$/u, '');
  if (trimmed === '') return undefined;
  const withoutTail = parse(trimmed);
  if (withoutTail.outcome === 'recognized' && withoutTail.rest === '') {
    return {
      numbers: [],
      beginning: `${withoutTail.number.key}${plain.slice(trimmed.length).trim()}`,
      serial: undefined,
      rest: '',
    };
  }
  if (!/^[a-z]{1,8}\d{0,4}(?:\/[a-z]{0,8})?$/i.test(plain)) return undefined;
  const withSerial = parse(`${trimmed} 1`);
  if (withSerial.outcome !== 'recognized') return undefined;
  const { prefix } = withSerial.number;
  // A province alone stands for all that it numbers: DB31, DB31/T and its cities.
  return { numbers: [], beginning: /\d$/.test(prefix) ? prefix : `${prefix} `, serial: undefined, rest: '' };
}

/** Serial and parts of a number alone, as the index keeps it: `9706.1`, `60601.1`. */
export function serialOf(number: Pick<StandardNumber, 'serial' | 'parts'>): string {
  return [number.serial, ...number.parts].join('.');
}

export interface NumberedRow extends StreamRef {
  readonly kind: string;
  readonly match: MatchKind;
  readonly numberKey: string;
  readonly sortOn: string;
}

/** More entries than these do not share a number: beyond, the list says "about". */
export const mostNumbered = 200;
/** Behind every character that numbers hold. */
const end = '\u{10ffff}';

/**
 * Entries by number: the number itself first, then other editions and the other nature of the same document, then its
 * parts; when none of these is registered, numbers that begin like it. By date, those without a date come last.
 */
export async function entriesByNumber(
  read: ReadHandle,
  query: NumberQuery,
  asked: { readonly alsoMeets: Statement<unknown>; readonly sort: SearchSort },
): Promise<readonly NumberedRow[]> {
  const rows = (await rowsByNumber(read, query, asked.alsoMeets)).map(numberedRow);
  if (asked.sort === 'relevance') return rows;
  const [dated, undated] = [
    rows.filter((row) => row.sortOn > unknownDay),
    rows.filter((row) => row.sortOn <= unknownDay),
  ];
  const oldestFirst = dated.toSorted((one, other) =>
    one.sortOn < other.sortOn ? -1 : one.sortOn > other.sortOn ? 1 : 0,
  );
  return [...(asked.sort === 'oldest' ? oldestFirst : oldestFirst.toReversed()), ...undated];
}

/** The number asked for, when it is one and the register has none such, under whatever conditions. */
export async function numberNotHeld(
  read: ReadHandle,
  { numbers }: NumberQuery,
  found: readonly NumberedRow[],
): Promise<string | undefined> {
  const [number, another] = numbers;
  if (number === undefined || another !== undefined || found.some(({ match }) => match === 'number')) return undefined;
  // Without year a number is answered by its parts too, and may still be being typed.
  if (found.length > 0 && number.year === undefined && number.supplements.length === 0) return undefined;
  const held = await read.first(
    sql`select 1 from search_entry where number_key = ${number.key} or (work_key = ${number.workKey} and series_key = ${number.key}) limit 1`,
  );
  return held === undefined ? number.canonical : undefined;
}

async function rowsByNumber(
  read: ReadHandle,
  query: NumberQuery,
  alsoMeets: Statement<unknown>,
): Promise<readonly RawRow[]> {
  const exact = query.numbers.length === 0 ? [] : await read.all<RawRow>(byKeys(query, alsoMeets));
  if (exact.length > 0 || query.beginning === undefined) return exact;
  return read.all<RawRow>(sql`select home_id, stream_id, kind, number_key, sort_on::text as sort_on, 3 as rank from (
      select home_id, stream_id, kind, number_key, prominence, sort_on, words, ${statusColumns} from search_entry
      where number_key >= ${query.beginning} and number_key < ${`${query.beginning}${end}`} order by number_key limit 1000) as begun
    where ${alsoMeets} order by prominence desc, number_key, stream_id limit ${mostNumbered}`);
}

const statusColumns = sql`published_on, in_force_on, superseded_on, withdrawn_on, cancelled_on, reported_state, reported_on`;

function byKeys(query: NumberQuery, alsoMeets: Statement<unknown>): Statement<RawRow> {
  const keys = query.numbers.map((number) => number.key);
  const works = query.numbers.map((number) => number.workKey);
  const ranges = query.numbers.flatMap((number) =>
    number.year === undefined && number.parts.length === 0 ? partsOf(number.workKey) : [],
  );
  const found = [
    sql`number_key = any(${keys}::text[])`,
    sql`work_key = any(${works}::text[])`,
    ...(query.serial === undefined ? [] : [sql`serial = ${query.serial}`]),
    ...ranges.map(([from, to]) => sql`(work_key >= ${from} and work_key < ${to})`),
  ];
  return sql`select home_id, stream_id, kind, number_key, sort_on::text as sort_on,
      case when number_key = any(${keys}::text[]) or series_key = any(${keys}::text[]) then 0 when work_key = any(${works}::text[]) then 1 else 2 end as rank
    from search_entry where (${sql.join(found, sql` or `)}) and ${alsoMeets}
    order by rank, case when work_key = any(${works}::text[]) then '' else work_key end, search_entry.sort_on desc, stream_id limit ${mostNumbered}`;
}

/** Parts stand behind a full stop in Chinese numbers and behind a hyphen in others. */
function partsOf(workKey: string): readonly (readonly [string, string])[] {
  return [
    [`${workKey}.`, `${workKey}/`],
    [`${workKey}-`, `${workKey}.`],
  ];
}

interface RawRow {
  readonly home_id: string;
  readonly stream_id: string;
  readonly kind: string;
  readonly number_key: string;
  readonly sort_on: string;
  readonly rank: number;
}

const matches = ['number', 'edition', 'prefix', 'prefix'] as const;

function numberedRow(row: RawRow): NumberedRow {
  return {
    homeId: row.home_id,
    streamId: row.stream_id,
    kind: row.kind,
    match: matches[row.rank] ?? 'prefix',
    numberKey: row.number_key,
    sortOn: row.sort_on,
  };
}
