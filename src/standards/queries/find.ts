import { parse, type Reading, type StandardNumber, slug } from '@guiju/standard-numbers';
import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { bearersOf, type GivenUp, numberGivenUp } from './bearers.ts';
import { type Brief, briefsById, briefsByKey, briefsWhere } from './brief.ts';
import type { Moment } from './moment.ts';

/** Where a text leads that somebody wrote for a standard. */
export type Found =
  /** It is the permanent address of a standard, in use or earlier. */
  | { readonly kind: 'address'; readonly address: string }
  /** It is a number, in whatever spelling, that one standard bears; one that names an edition leads there for good. */
  | { readonly kind: 'number'; readonly address: string; readonly namesEdition: boolean }
  /** Several standards bear it, or it names no edition; `newest` leads where the trade would: to the latest edition. */
  | { readonly kind: 'several'; readonly standards: readonly Brief[] }
  /** No record bears it: a correction took it from the record that bore it in error. */
  | { readonly kind: 'given-up'; readonly by: GivenUp }
  | { readonly kind: 'none'; readonly reading: Reading };

/** Longest text that is read as a number; the parser's own limit is of the same kind. */
const longest = 200;
/** Editions and holders of one number that are offered to choose from. */
const choicesAtMost = 100;

/** Finds the standard meant by a text: an address, or a number in any spelling (DESIGN 6: looked up, never parsed into an address). */
export async function findStandard(read: ReadHandle, text: string, moment: Moment): Promise<Found> {
  if (await isAddress(read, text)) return behindAddress(read, text, moment);
  const reading = parse(text.slice(0, longest));
  const numbers = readingsOf(reading);
  if (numbers.length === 0) return { kind: 'none', reading };
  const exact = await briefsByKey(
    read,
    numbers.map((number) => number.key),
    moment,
  );
  const found = exact.length > 0 ? exact : await editionsOf(read, numbers, moment);
  const [only] = found;
  const [number] = numbers;
  const namesEdition = numbers.length === 1 && number?.year !== undefined;
  if (only && found.length === 1) return { kind: 'number', address: only.address, namesEdition };
  if (found.length > 1) return { kind: 'several', standards: found };
  const givenUp = await numberGivenUp(
    read,
    numbers.map((number) => number.key),
    moment,
  );
  if (givenUp) return { kind: 'given-up', by: givenUp };
  // What was annulled holds no number any more, but its address still answers why.
  const address = await addressAmong(read, numbers.map(slug));
  return address === undefined ? { kind: 'none', reading } : { kind: 'number', address, namesEdition };
}

/** An address leads to its holder, or to whoever bears the number for which it was given when the holder does no more. */
async function behindAddress(read: ReadHandle, address: string, moment: Moment): Promise<Found> {
  const bearers = await bearersOf(read, address, moment);
  const [only] = bearers;
  if (only === undefined) return { kind: 'address', address };
  if (bearers.length === 1) return { kind: 'address', address: only.address };
  const briefs = await briefsById(
    read,
    bearers.map(({ standardId }) => standardId),
    moment,
  );
  return { kind: 'several', standards: [...briefs.values()] };
}

/** The numbers that a reading may mean. */
export function readingsOf(reading: Reading): readonly StandardNumber[] {
  if (reading.outcome === 'recognized') return [reading.number];
  return reading.outcome === 'ambiguous' ? reading.readings : [];
}

async function isAddress(read: ReadHandle, text: string): Promise<boolean> {
  return (await addressAmong(read, [text])) !== undefined;
}

async function addressAmong(read: ReadHandle, addresses: readonly string[]): Promise<string | undefined> {
  const claim = await read.first<{ readonly value: string }>(
    sql`select value from claim where kind = 'address' and value = any(${addresses}::text[]) limit 1`,
  );
  return claim?.value;
}

/** A number without year means its editions; amendments and drafts are none. */
async function editionsOf(
  read: ReadHandle,
  numbers: readonly StandardNumber[],
  moment: Moment,
): Promise<readonly Brief[]> {
  const undated = numbers.filter((number) => number.year === undefined && number.supplements.length === 0);
  if (undated.length === 0) return [];
  return briefsWhere(read, {
    condition: sql`t.series_key = any(${undated.map((number) => number.seriesKey)}::text[]) and t.kind not in ('amendment', 'corrigendum', 'supplement')`,
    order: sql`t.published_on desc nulls last, t.number_key desc`,
    limit: choicesAtMost,
    moment,
  });
}

/** Numbers of the register that stand next to one that is not in it. */
export async function neighbours(read: ReadHandle, key: string, moment: Moment): Promise<readonly Brief[]> {
  const before = await briefsWhere(read, {
    condition: sql`t.number_key < ${key}`,
    order: sql`t.number_key desc`,
    limit: 3,
    moment,
  });
  const after = await briefsWhere(read, {
    condition: sql`t.number_key > ${key}`,
    order: sql`t.number_key`,
    limit: 3,
    moment,
  });
  const family = /^\P{N}+/u.exec(key)?.[0] ?? '';
  return [...before.toReversed(), ...after].filter((brief) => brief.numberKey.startsWith(family));
}
