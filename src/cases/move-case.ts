import { evolve, moveToVersion } from '@guiju/procedure-language';
import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { type Command, command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import type { CaseHouse } from './case-desk.ts';
import { casePermissions } from './permissions.ts';
import { shownOf } from './shown.ts';

/**
 * Moves a running case to a newer version of its procedure: an act of its own, with a reason. What changes is told before
 * by `moveToVersion`.
 *
 * @throws Refusal `cases.not-found`, `cases.no-newer-version`, `cases.stage-is-no-more`
 */
export function moveCase(house: CaseHouse): Command {
  return command({
    name: 'cases.move-to-version',
    input: z.strictObject({
      homeId: z.uuid(),
      caseId: z.uuid(),
      version: z.int().min(1),
      reason: z.string().trim().min(1).max(4_000),
    }),
    facts: ({ homeId, caseId }) => ({ held: house.caseAt({ homeId, caseId }) }),
    decide({ input, facts, actor, today }) {
      const { held } = facts;
      if (held === undefined) throw refusal('cases.not-found', {});
      permit(actor, casePermissions.moveVersion, held.homeId);
      const { state } = held;
      const to = house.library.all.find(({ id, version }) => id === state.procedure && version === input.version);
      if (to === undefined || input.version <= state.version || state.ended !== undefined)
        throw refusal('cases.no-newer-version', { number: held.number, version: state.version });
      const from = house.library.of(state.procedure, state.version);
      const { rulebook, calendar } = house.library;
      const move = moveToVersion({ from, to }, state, { rulebook, calendar, today });
      if (move.event === undefined)
        throw refusal('cases.stage-is-no-more', { number: held.number, stages: move.missingStages.join(', ') });
      const { type, ...data } = move.event;
      const shown = shownOf(to, evolve(state, move.event));
      return [{ type, homeId: held.homeId, streamId: held.streamId, data: { ...data, reason: input.reason, shown } }];
    },
  });
}
