import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { targetKey } from '../identity.ts';
import { followedNumber, type InForceGround, inForceDay } from '../successors.ts';
import { heldAt, knownAt, type Moment } from './moment.ts';

/** The columns of `t` from which it follows when a standard holds. */
export const inForceColumns = sql`t.tier, t.nature, t.published_on as "publishedOn", t.implemented_on as "implementedOn",
  t.implementations, t.reported_state as "reportedState", t.withdrawn_on as "withdrawnOn", t.cancelled_on as "cancelledOn"`;

/** A standard may follow one that follows another; longer chains than this do not exist, and a circle must end. */
const longestChain = 5;

/**
 * The day of the standard that each of these follows ("together with GB 9706.1-2020"), from standard to standard, one
 * query per step of the longest chain and none where nothing follows.
 */
export async function togetherDays(
  read: ReadHandle,
  grounds: readonly InForceGround[],
  moment: Moment,
): Promise<(ground: InForceGround) => string | null> {
  const leaders = new Map<string, InForceGround>();
  let wanted = keysFollowed(grounds);
  for (let step = 0; step < longestChain && wanted.length > 0; step++) {
    const found = await leadersOf(read, wanted, moment);
    for (const { key, ...ground } of found) leaders.set(key, ground);
    wanted = keysFollowed(found).filter((key) => !leaders.has(key));
  }
  const togetherOn = (ground: InForceGround, step: number): string | null => {
    const key = followedKey(ground);
    const leader = key === undefined || step >= longestChain ? undefined : leaders.get(key);
    return leader ? inForceDay(leader, togetherOn(leader, step + 1)) : null;
  };
  return (ground) => togetherOn(ground, 0);
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
  return [...new Set(grounds.flatMap((ground) => followedKey(ground) ?? []))];
}

function followedKey(ground: InForceGround): string | undefined {
  const number = followedNumber(ground);
  return number === undefined ? undefined : targetKey(number);
}
