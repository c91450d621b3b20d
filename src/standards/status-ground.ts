import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { targetKeys } from './identity.ts';
import type { Implementation, ReportedState } from './model.ts';
import { type StatusGround, statusDates } from './status.ts';

/** A standard that replaces another as a whole, and the day on which it takes over. */
export interface Successor {
  readonly homeId: string;
  readonly standardId: string;
  readonly number: string;
  readonly address: string;
  readonly inForceOn: string | null;
}

/** What the status dates of a standard are resolved from, with the successors by name. */
export interface ResolvedGround extends StatusGround {
  readonly homeId: string;
  readonly standardId: string;
  readonly number: string;
  readonly successors: readonly Successor[];
}

/** "Together with" is followed this far; longer chains do not exist, and a circle must end. */
const longestChain = 5;

/**
 * Resolves, for many standards at once, what their status follows from: their own dates, the standard they take effect
 * together with, and every registered successor that replaces them as a whole, whichever side states it. Drafts are no
 * successors. The number of queries does not depend on the number of standards.
 */
export async function statusGrounds(
  read: ReadHandle,
  asked: { readonly ids: readonly string[] } | { readonly numberKeys: readonly string[] },
): Promise<ReadonlyMap<string, ResolvedGround>> {
  const own = 'ids' in asked ? await rowsById(read, asked.ids) : await rowsByNumber(read, asked.numberKeys);
  const successors = await successorsOf(read, own);
  const days = await inForceDays(read, [...own.values(), ...[...successors.values()].flat()]);
  return new Map([...own].map(([id, held]) => [id, groundOf(held, { successors: successors.get(id) ?? [], days })]));
}

function groundOf(
  held: HeldStandard,
  work: { readonly successors: readonly HeldStandard[]; readonly days: InForceDays },
): ResolvedGround {
  const successors = work.successors.map(
    (one): Successor => ({
      homeId: one.row.home_id,
      standardId: one.row.standard_id,
      number: one.row.number,
      address: one.row.address,
      inForceOn: work.days.inForceOn(one),
    }),
  );
  return {
    homeId: held.row.home_id,
    standardId: held.row.standard_id,
    number: held.row.number,
    successors,
    ...ownGround(held.row, work.days.togetherOn(held)),
    successorsInForceOn: successors.map((one) => one.inForceOn),
  };
}

function ownGround(row: GroundRow, togetherOn: string | null): Omit<StatusGround, 'successorsInForceOn'> {
  return {
    tier: row.tier,
    nature: row.nature,
    publishedOn: row.published_on,
    implementedOn: row.implemented_on,
    togetherOn,
    withdrawnOn: row.withdrawn_on,
    cancelledOn: row.cancelled_on,
    reportedState: row.reported_state,
    reportedOn: row.reported_on,
  };
}

interface GroundRow {
  readonly home_id: string;
  readonly standard_id: string;
  readonly number: string;
  readonly number_key: string;
  readonly address: string;
  readonly tier: string | null;
  readonly nature: string | null;
  readonly published_on: string | null;
  readonly implemented_on: string | null;
  readonly implementations: readonly Implementation[];
  readonly withdrawn_on: string | null;
  readonly cancelled_on: string | null;
  readonly reported_state: ReportedState | null;
  readonly reported_on: string | null;
}

/** A standard by its last row in law; a change of nature gave it several numbers, and successors may name any of them. */
interface HeldStandard {
  readonly row: GroundRow;
  readonly keys: readonly string[];
}

const columns = sql`s.home_id, s.standard_id, s.number, s.number_key, s.address, s.tier, s.nature, s.published_on, s.implemented_on,
  s.implementations, s.withdrawn_on, s.cancelled_on, s.reported_state, s.reported_on`;
const inOrderOfLaw = sql`order by s.standard_id, lower(s.valid) nulls first`;

function held(rows: readonly GroundRow[]): ReadonlyMap<string, HeldStandard> {
  const standards = new Map<string, HeldStandard>();
  for (const row of rows) {
    const earlier = standards.get(row.standard_id);
    standards.set(row.standard_id, { row, keys: [...(earlier?.keys ?? []), row.number_key] });
  }
  return standards;
}

async function rowsById(read: ReadHandle, ids: readonly string[]): Promise<ReadonlyMap<string, HeldStandard>> {
  if (ids.length === 0) return new Map();
  return held(
    await read.all<GroundRow>(
      sql`select ${columns} from standard s where s.standard_id = any(${ids}::uuid[]) and upper_inf(s.known) ${inOrderOfLaw}`,
    ),
  );
}

async function rowsByNumber(read: ReadHandle, keys: readonly string[]): Promise<ReadonlyMap<string, HeldStandard>> {
  if (keys.length === 0) return new Map();
  const found = await read.all<{ readonly standard_id: string }>(
    sql`select distinct s.standard_id from standard s where s.number_key = any(${[...new Set(keys)]}::text[]) and upper_inf(s.known)`,
  );
  return rowsById(
    read,
    found.map((row) => row.standard_id),
  );
}

/** Successors by either side's word: "replaces" of the other, "replaced by" of its own. */
async function successorsOf(
  read: ReadHandle,
  own: ReadonlyMap<string, HeldStandard>,
): Promise<ReadonlyMap<string, readonly HeldStandard[]>> {
  const byKey = new Map([...own.values()].flatMap((one) => one.keys.map((key) => [key, one.row.standard_id] as const)));
  if (byKey.size === 0) return new Map();
  const homes = [...own.values()].map((one) => one.row.home_id);
  const stating = await read.all<{
    readonly predecessor: string | null;
    readonly target_key: string | null;
    readonly successor: string;
  }>(sql`
    select null as predecessor, r.target_key, r.standard_id as successor from standard_relation r
      where upper_inf(r.known) and r.kind = 'replaces' and r.whole and r.target_key = any(${[...byKey.keys()]}::text[])
    union all
    select r.standard_id, null, s.standard_id from unnest(${homes}::uuid[], ${[...own.keys()]}::uuid[]) as asked (home_id, standard_id)
      join standard_relation r on r.home_id = asked.home_id and r.standard_id = asked.standard_id and upper_inf(r.known) and r.kind = 'replacedBy' and r.whole
      join standard s on s.number_key = r.target_key and upper_inf(s.known)`);
  const rows = await rowsById(read, [...new Set(stating.map((one) => one.successor))]);
  const successors = new Map<string, Map<string, HeldStandard>>();
  for (const one of stating) {
    const predecessor = one.predecessor ?? byKey.get(one.target_key ?? '');
    const successor = rows.get(one.successor);
    if (predecessor === undefined || !successor || predecessor === one.successor || !takesOver(successor.row)) continue;
    const known = successors.get(predecessor) ?? new Map<string, HeldStandard>();
    successors.set(predecessor, known.set(one.successor, successor));
  }
  return new Map([...successors].map(([id, known]) => [id, [...known.values()]]));
}

/** A draft replaces nothing yet; what was withdrawn or cancelled before it came into force never did. */
function takesOver(row: GroundRow): boolean {
  if (row.reported_state === 'inDevelopment') return false;
  const ended = [row.withdrawn_on, row.cancelled_on].filter((day) => day !== null);
  return row.implemented_on === null || ended.every((day) => day > (row.implemented_on ?? ''));
}

interface InForceDays {
  readonly inForceOn: (one: HeldStandard) => string | null;
  readonly togetherOn: (one: HeldStandard) => string | null;
}

/** In-force days, following "together with" from standard to standard, one query per step of the longest chain. */
async function inForceDays(read: ReadHandle, standards: readonly HeldStandard[]): Promise<InForceDays> {
  const leaders = new Map<string, HeldStandard>();
  let waiting = keysFollowed(standards);
  for (let step = 0; step < longestChain && waiting.length > 0; step++) {
    const found = await rowsByNumber(read, waiting);
    for (const one of found.values()) for (const key of one.keys) leaders.set(key, one);
    waiting = keysFollowed([...found.values()]).filter((key) => !leaders.has(key));
  }
  const togetherOn = (one: HeldStandard, step = 0): string | null => {
    const key = followed(one.row);
    const leader = key === undefined || step >= longestChain ? undefined : leaders.get(key);
    return leader ? inForceOn(leader, step + 1) : null;
  };
  const inForceOn = (one: HeldStandard, step = 0): string | null =>
    statusDates({ ...ownGround(one.row, togetherOn(one, step)), successorsInForceOn: [] }).inForceOn;
  return { inForceOn: (one) => inForceOn(one), togetherOn: (one) => togetherOn(one) };
}

function keysFollowed(standards: readonly HeldStandard[]): readonly string[] {
  return [...new Set(standards.flatMap((one) => followed(one.row) ?? []))];
}

/** The number key of the standard whose day this one follows; none where it has a day of its own. */
function followed(row: GroundRow): string | undefined {
  if (row.implemented_on !== null) return undefined;
  const { togetherWith } = row.implementations.find((one) => one.togetherWith !== undefined) ?? {};
  return togetherWith === undefined ? undefined : targetKeys(togetherWith).key;
}
