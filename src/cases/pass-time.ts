import { evolve, whatTimeDid } from '@guiju/procedure-language';
import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { type Command, command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import type { CaseHouse } from './case-desk.ts';
import { casePermissions } from './permissions.ts';
import { shownOf } from './shown.ts';

/**
 * Takes the step that time has taken: a deadline that passed. Asked twice for the same deadline, it is taken once.
 *
 * @throws Refusal `cases.not-found`
 */
export function passTime(house: CaseHouse): Command {
  return command({
    name: 'cases.pass-time',
    input: z.strictObject({ homeId: z.uuid(), caseId: z.uuid() }),
    facts: ({ homeId, caseId }) => ({ held: house.caseAt({ homeId, caseId }) }),
    decide({ facts, actor, today }) {
      permit(actor, casePermissions.passTime, actor.organization);
      const { held } = facts;
      if (held === undefined) throw refusal('cases.not-found', {});
      const procedure = house.library.of(held.state.procedure, held.state.version);
      const { rulebook, calendar } = house.library;
      const event = whatTimeDid(procedure, held.state, { rulebook, calendar, today });
      if (event === undefined) return [];
      const { type: _type, ...data } = event;
      const shown = shownOf(procedure, evolve(held.state, event));
      return [{ type: 'case-step-taken', homeId: held.homeId, streamId: held.streamId, data: { ...data, shown } }];
    },
  });
}
