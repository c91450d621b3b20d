import type { Deps, Loop } from '../foundation/part.ts';
import { Refusal } from '../foundation/refusal.ts';
import type { CaseHouse } from './case-desk.ts';
import { passTime } from './pass-time.ts';
import { deadlinesPassed } from './queries.ts';

const perRound = 200;

/** Takes, every minute, the steps that time has taken. */
export function caseTimer(deps: Deps, house: CaseHouse): Loop {
  return {
    name: 'case-timer',
    everyMilliseconds: 60_000,
    run: async () => {
      await takeTimedSteps(deps, house);
    },
  };
}

/**
 * Takes every step that is due by today, each deadline once: the key names case, clock and due day (DESIGN 10, rule 3).
 * Answers how many were taken.
 */
export async function takeTimedSteps(
  deps: Pick<Deps, 'database' | 'executor' | 'clock' | 'log' | 'operator'>,
  house: CaseHouse,
): Promise<number> {
  let taken = 0;
  for (;;) {
    const passed = await deadlinesPassed(deps.database, deps.clock.today(), perRound);
    let moved = 0;
    for (const { homeId, caseId, clock, dueOn } of passed) {
      const request = { actor: deps.operator, key: `time ${caseId} ${clock} ${dueOn}` };
      try {
        const { events } = await deps.executor.execute(passTime(house), { homeId, caseId }, request);
        moved += events.length;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        deps.log.warn({ case: caseId, clock, code: error.code }, 'a deadline could not take its step');
      }
    }
    taken += moved;
    // What cannot move now is looked at in the next round, not again and again in this one.
    if (passed.length < perRound || moved === 0) return taken;
  }
}
