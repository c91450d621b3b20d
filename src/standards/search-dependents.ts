import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import type { StreamRef } from '../search/index.ts';
import { targetKey } from './identity.ts';
import type { Implementation } from './model.ts';

/** A standard follows another, that one a third: chains are followed this far. */
const longestChain = 5;

/**
 * Standards whose search entry follows from these: those that take effect together with them, and all that they, or
 * those, point at, now or before (a relation taken back changes its target too).
 */
export async function dependentStandards(
  read: ReadHandle,
  streams: readonly StreamRef[],
): Promise<readonly StreamRef[]> {
  const followers = await followersOf(read, streams);
  const all = [...streams, ...followers];
  const rows = await read.all<IdRow>(sql`with stating as (
      select distinct r.target_key from unnest(${all.map((one) => one.homeId)}::uuid[], ${all.map((one) => one.streamId)}::uuid[]) as asked (home_id, standard_id)
      join standard_relation r on r.home_id = asked.home_id and r.standard_id = asked.standard_id),
    numbers as (select distinct number_key from standard where standard_id = any(${streams.map((one) => one.streamId)}::uuid[]))
    select s.home_id, s.standard_id from stating join standard s on s.number_key = stating.target_key and upper_inf(s.known)
    union
    select r.home_id, r.standard_id from numbers join standard_relation r on r.target_key = numbers.number_key and r.kind in ('replacedBy', 'mergedInto', 'splitInto') and upper_inf(r.known)`);
  return [...followers, ...rows.map(refOf)];
}

interface IdRow {
  readonly home_id: string;
  readonly standard_id: string;
}

const refOf = (row: IdRow): StreamRef => ({ homeId: row.home_id, streamId: row.standard_id });

interface Follower extends IdRow {
  readonly number_key: string;
  readonly implementations: readonly Implementation[];
}

/** Standards that take effect together with these, and with those in turn. There are few of them, so all are looked at. */
async function followersOf(read: ReadHandle, streams: readonly StreamRef[]): Promise<readonly StreamRef[]> {
  const all = await read.all<Follower>(
    sql`select home_id, standard_id, number_key, implementations from standard where upper_inf(known) and implementations @? '$[*].togetherWith'`,
  );
  if (all.length === 0) return [];
  const numbers = await read.all<{ readonly number_key: string }>(
    sql`select distinct number_key from standard where standard_id = any(${streams.map((one) => one.streamId)}::uuid[])`,
  );
  const byLeader = Map.groupBy(
    all.flatMap((follower) => leadersOf(follower).map((leader) => ({ leader, follower }))),
    (one) => one.leader,
  );
  const found = new Map<string, Follower>();
  let leaders: readonly string[] = numbers.map((row) => row.number_key);
  for (let step = 0; step < longestChain && leaders.length > 0; step++) {
    const next = leaders
      .flatMap((leader) => byLeader.get(leader) ?? [])
      .map((one) => one.follower)
      .filter((one) => !found.has(one.standard_id));
    for (const one of next) found.set(one.standard_id, one);
    leaders = next.map((one) => one.number_key);
  }
  return [...found.values()].map(refOf);
}

function leadersOf(follower: Follower): readonly string[] {
  return follower.implementations.flatMap((one) =>
    one.togetherWith === undefined ? [] : [targetKey(one.togetherWith)],
  );
}
