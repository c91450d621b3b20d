import { parse } from '@guiju/standard-numbers';
import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { isDay } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { endOf, heldStandard, notBeforePublication, standing } from './held-standard.ts';
import { standardPermissions } from './permissions.ts';
import { endWords } from './registrar-refusals.ts';

/** Fields that the acts of the registrar share. */
export const registrarFields = {
  standard: z.string().trim().min(1).max(300),
  /** Who decided it, as the announcement names the authority. */
  by: z.string().trim().min(1).max(300),
  reason: z.string().trim().min(1).max(2_000),
  day: z.string().refine(isDay, 'a day YYYY-MM-DD of the calendar'),
  instead: z.array(z.string().trim().min(1).max(300)).max(20),
} as const;

/**
 * Withdraws a standard (废止) from a day on, today, past or to come; its address stays and says since when, by whom, why
 * and what to use instead (Standardization Law, art. 29).
 *
 * @throws Refusal `standards.not-in-register`, `standards.ended-already`, `standards.before-publication`, `standards.instead-not-understood`
 */
export const withdrawStandard = command({
  name: 'standards.withdraw-standard',
  input: z.strictObject({
    standard: registrarFields.standard,
    withdrawnOn: registrarFields.day,
    by: registrarFields.by,
    reason: registrarFields.reason,
    instead: registrarFields.instead,
  }),
  facts: ({ standard }) => ({ held: heldStandard(standard) }),
  decide({ input, facts, actor }) {
    const held = standing(facts.held, input.standard);
    permit(actor, standardPermissions.withdraw, held.homeId);
    const { withdrawnOn, by, reason } = input;
    const end = endOf(held);
    if (end) throw refusal('standards.ended-already', { number: held.number, day: end.day, ...endWords[end.how] });
    notBeforePublication(held, withdrawnOn);
    const data = { withdrawnOn, by, reason, instead: understoodInstead(input.instead) };
    return [{ type: 'standard-withdrawn', homeId: held.homeId, streamId: held.streamId, data }];
  },
});

/**
 * Numbers to use instead, in canonical form.
 *
 * @throws Refusal `standards.instead-not-understood`
 */
export function understoodInstead(numbers: readonly string[]): readonly string[] {
  return numbers.map((number) => {
    const reading = parse(number);
    if (reading.outcome !== 'recognized' || reading.rest !== '')
      throw refusal('standards.instead-not-understood', { number: number.slice(0, 80) });
    return reading.number.canonical;
  });
}
