import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { endOf, type HeldStandard, heldStandard, notBeforePublication, standing } from './held-standard.ts';
import { standardPermissions } from './permissions.ts';
import { endWords } from './registrar-refusals.ts';
import { registrarFields } from './withdraw-standard.ts';

/**
 * Suspends the application of a standard from a day on, until a day or until further notice. Its status does not change;
 * the suspension stands beside it.
 *
 * @throws Refusal `standards.not-in-register`, `standards.ended-already`, `standards.before-publication`, `standards.until-before-from`, `standards.suspended-already`
 */
export const suspendStandard = command({
  name: 'standards.suspend-standard',
  input: z.strictObject({
    standard: registrarFields.standard,
    from: registrarFields.day,
    /** The first day on which it is applied again. */
    until: registrarFields.day.optional(),
    by: registrarFields.by,
    reason: registrarFields.reason,
  }),
  facts: ({ standard }) => ({ held: heldStandard(standard) }),
  decide({ input, facts, actor }) {
    const held = standing(facts.held, input.standard);
    permit(actor, standardPermissions.suspend, held.homeId);
    const { from, until, by, reason } = input;
    const end = endOf(held);
    if (end && end.day <= from)
      throw refusal('standards.ended-already', { number: held.number, day: end.day, ...endWords[end.how] });
    if (until !== undefined && until <= from) throw refusal('standards.until-before-from', { from, until });
    notBeforePublication(held, from);
    const overlapping = suspensionsOf(held).find(
      (one) => (until === undefined || one.from < until) && (one.until === undefined || from < one.until),
    );
    if (overlapping) throw refusal('standards.suspended-already', { number: held.number, from: overlapping.from });
    const data = { from, ...(until === undefined ? {} : { until }), by, reason };
    return [{ type: 'standard-suspended', homeId: held.homeId, streamId: held.streamId, data }];
  },
});

function suspensionsOf(held: HeldStandard): readonly { readonly from: string; readonly until: string | undefined }[] {
  return held.state.changes
    .filter((event) => event.type === 'standard-suspended')
    .map(({ data }) => ({
      from: String(data['from']),
      until: data['until'] === undefined ? undefined : String(data['until']),
    }));
}
