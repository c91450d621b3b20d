import { addMilliseconds } from '../foundation/clock.ts';
import type { Deps, Loop } from '../foundation/part.ts';
import { postOf } from '../foundation/post.ts';
import { forgetAllowances } from './allowance.ts';
import type { WatchSource } from './model.ts';
import { forgetMessages, sendMessages, settleInterrupted } from './send-messages.ts';
import { graceMilliseconds, lapseWatch } from './stop-watch.ts';
import { tellWatchers } from './tell-watchers.ts';
import { unconfirmedSince } from './watches.ts';

/** The loops that tell readers what changed. Whoever knows what can be watched starts them with its sources. */
export function messengerLoops(deps: Deps, sources: readonly WatchSource[]): readonly Loop[] {
  const post = postOf(deps);
  let isSettled = false;
  return [
    {
      name: 'messenger',
      everyMilliseconds: 60_000,
      run: async () => {
        if (!isSettled) await settleInterrupted(deps, post);
        isSettled = true;
        await tellWatchers(deps, sources);
        await sendMessages(deps, post);
      },
    },
    {
      name: 'erasure of unconfirmed addresses',
      everyMilliseconds: 3_600_000,
      run: async () => {
        await lapseUnconfirmed(deps);
        await forgetAllowances(deps);
        await forgetMessages(deps);
      },
    },
  ];
}

/** Erases the addresses that nobody confirmed within a week. */
export async function lapseUnconfirmed(
  deps: Pick<Deps, 'database' | 'executor' | 'publicDesk' | 'clock'>,
): Promise<number> {
  const ids = await unconfirmedSince(deps.database, addMilliseconds(deps.clock.now(), -graceMilliseconds));
  let erased = 0;
  for (const watchId of ids) {
    // The key holds the day, so that a decision that came a moment too early is taken again.
    const answer = await deps.executor.execute(
      lapseWatch,
      { watchId },
      { actor: deps.publicDesk, key: `lapse ${watchId} ${deps.clock.now()}` },
    );
    erased += answer.events.length;
  }
  return erased;
}
