import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { targetKey } from '../identity.ts';
import { followedNumbers, type InForceDays, type InForceGround, inForceDays, noDays } from '../in-force-days.ts';
import { heldAt, knownAt, type Moment } from './moment.ts';

/** The columns of `t` from which it follows when a standard holds. */
export const inForceColumns = sql`t.tier, t.nature, t.published_on as "publishedOn", t.published_as as "publishedAs",
  t.implemented_on as "implementedOn", t.implementations, t.reported_state as "reportedState", t.reported_on as "reportedOn", t.stage,
  t.withdrawn_on as "withdrawnOn", t.cancelled_on as "cancelledOn"`;

/** A standard may follow one that follows another; longer chains than this do not exist, and a circle must end. */
const longestChain = 5;

/**
 * The days from which these standards hold. One may follow another ("together with GB 9706.1-2020"): such are read from
 * standard to standard, one query per step of the longest chain and none where nothing follows.
 */
export async function inForceDaysOf(
  read: ReadHandle,
  grounds: readonly InForceGround[],
  moment: Moment,
): Promise<(ground: InForceGround) => InForceDays> {
  const leaders = new Map<string, InForceGround>();
  let wanted = keysFollowed(grounds);
  for (let step = 0; step < longestChain && wanted.length > 0; step++) {
    const found = await leadersOf(read, wanted, moment);
    for (const { key, ...ground } of found) leaders.set(key, ground);
    wanted = keysFollowed(found).filter((key) => !leaders.has(key));
  }
  const daysOf = (ground: InForceGround, step: number): InForceDays =>
    inForceDays(ground, (number) => {
      const leader = step >= longestChain ? undefined : leaders.get(targetKey(number));
      return leader ? daysOf(leader, step + 1) : noDays;
    });
  return (ground) => daysOf(ground, 0);
}

/** Standards by any number they have borne, as they hold at the moment. */
function leadersOf(
  read: ReadHandle,
  keys: readonly string[],
  moment: Moment,
): Promise<readonly (InForceGround & { readonly key: string })[]> {
  return read.all(sql`select b.number_key as key, ${inForceColumns}
    from standard b join standard t on t.home_id = b.home_id and t.standard_id = b.standard_id and ${heldAt('t', moment)}
    where b.number_key = any(${keys}::text[]) and ${knownAt('b', moment)}`);
}

function keysFollowed(grounds: readonly InForceGround[]): readonly string[] {
  return [...new Set(grounds.flatMap(followedNumbers).map(targetKey))];
}
