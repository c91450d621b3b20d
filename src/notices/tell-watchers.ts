import { canonicalJson } from '../foundation/canonical-json.ts';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import type { Deps } from '../foundation/part.ts';
import { newestCheckpoint } from '../foundation/seals/tile-store.ts';
import { sql } from '../foundation/sql.ts';
import { digestLetter } from './letters.ts';
import type { ToldChange, ToldMark, WatchedState, WatchSource } from './model.ts';
import { type DueWatch, dueWatches } from './watches.ts';

type TellingDeps = Pick<Deps, 'database' | 'clock' | 'random' | 'settings' | 'log'>;

/** Watches looked at in one round; the next round takes the next. */
const roundSize = 200;

/**
 * One round of the messenger: for each watch that has something to look at, what is different now from what was told, as
 * one message. Message and mark are written together, and each message once for its mark: whatever ends the process,
 * nothing is told twice and nothing left out. Answers how many messages were written.
 */
export async function tellWatchers(deps: TellingDeps, sources: readonly WatchSource[]): Promise<number> {
  const checkpoint = await newestCheckpoint(deps.database);
  const to: ToldMark = { treeSize: checkpoint?.treeSize ?? 0, day: deps.clock.today() };
  let written = 0;
  for (const watch of await dueWatches(deps.database, { ...to, instant: deps.clock.now() }, roundSize)) {
    const source = sources.find(({ kind }) => kind === watch.subject.kind);
    if (!source) continue;
    try {
      const after = await source.stateOn(watch.subject, to.day);
      const isSame = watch.told !== null && canonicalJson(watch.told) === canonicalJson(after);
      // The first look only writes down what is there: what changed before the reader confirmed is not news.
      const changes = watch.told === null || isSame ? [] : source.changes(watch.told, after, watch.lang);
      if (await advance(deps, watch, { to, changes, after })) written++;
    } catch (fault) {
      // One watch that cannot be answered must not keep the others waiting; it is tried again in the next round.
      deps.log.error(
        { watch: watch.watchId, error: fault instanceof Error ? fault.stack : String(fault) },
        'a watch was not looked at',
      );
    }
  }
  return written;
}

interface Look {
  readonly to: ToldMark;
  readonly after: WatchedState;
  readonly changes: readonly ToldChange[];
}

/** Moves the mark and, when something changed, writes the message; false when there is none, or another messenger was faster. */
function advance(deps: TellingDeps, watch: DueWatch, look: Look): Promise<boolean> {
  const { to, changes } = look;
  const now = deps.clock.now();
  return deps.database.transaction(async (tx) => {
    const moved =
      await tx.run(sql`insert into watch_mark as m (home_id, watch_id, tree_size, day, looked_at, told_on, state)
      values (${watch.homeId}, ${watch.watchId}, ${to.treeSize}, ${to.day}, ${now}, ${changes.length > 0 ? to.day : null}, ${JSON.stringify(look.after)})
      on conflict (home_id, watch_id) do update set tree_size = excluded.tree_size, day = excluded.day, looked_at = excluded.looked_at,
        told_on = coalesce(excluded.told_on, m.told_on), state = excluded.state
      where m.tree_size = ${watch.mark.treeSize} and m.day = ${watch.mark.day}::date and ${watch.told !== null}`);
    if (moved === 0 || changes.length === 0) return false;
    const letter = digestLetter({
      lang: watch.lang,
      subject: watch.subject,
      changes,
      day: to.day,
      treeSize: to.treeSize,
      base: publicAddressOf(deps.settings),
    });
    const made =
      await tx.run(sql`insert into message (home_id, message_id, watch_id, tree_size, day, subject, body, state, attempts, due_at, made_at)
      values (${watch.homeId}, ${deps.random.uuid()}, ${watch.watchId}, ${to.treeSize}, ${to.day}, ${letter.subject}, ${letter.text}, 'waiting', 0, ${now}, ${now})
      on conflict on constraint message_once do nothing`);
    return made > 0;
  });
}
