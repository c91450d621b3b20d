import { evolve } from '@guiju/procedure-language';
import { z } from 'zod';
import { type Command, command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import type { CaseHouse } from './case-desk.ts';
import { caseNumber } from './case-number.ts';
import { nothingShown } from './case-state.ts';
import { factsOfActs, stepEvents, stepInput } from './take-step.ts';

const openInput = stepInput.extend({
  parties: z.record(z.string(), z.uuid()),
  jurisdictions: z.array(
    z.union([z.templateLiteral(['region:', z.string()]), z.templateLiteral(['department:', z.string()])]),
  ),
});

/**
 * Begins a case with its first step, under the version of its procedure that is in force on the day; the case keeps it.
 *
 * @throws Refusal `cases.procedure-not-in-force`, `cases.step-refused`
 */
export function openCase(house: CaseHouse): Command {
  return command({
    name: 'cases.open-case',
    input: openInput,
    facts: (input) => factsOfActs(house, input),
    decide: (situation) => {
      const { input, randomBytes } = situation;
      const procedure = house.library.inForce(input.procedure, input.on);
      if (procedure === undefined || procedure.version !== input.version)
        throw refusal('cases.procedure-not-in-force', { procedure: input.procedure, on: input.on });
      const { homeId, caseId: streamId, parties, jurisdictions, on, ...taken } = input;
      const number = caseNumber(on, randomBytes(6));
      const opened = { procedure: procedure.id, version: procedure.version, jurisdictions, on, parties, facts: {} };
      const state = evolve(undefined, { type: 'case-opened', ...opened });
      const held = { homeId, streamId, version: 1, number, state, shown: nothingShown };
      const step = stepEvents(house, { input: { ...taken, homeId, caseId: streamId, on }, held, situation });
      return [{ type: 'case-opened', homeId, streamId, data: { number, ...opened } }, ...step];
    },
  });
}
