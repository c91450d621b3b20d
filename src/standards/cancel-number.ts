import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { tiersOfLaw } from '../portal/register-codes.ts';
import { endOf, heldStandard, notBeforePublication, standing } from './held-standard.ts';
import { identityOf } from './identity.ts';
import { standardPermissions } from './permissions.ts';
import { endWords } from './registrar-refusals.ts';
import { registrarFields } from './withdraw-standard.ts';

/**
 * Cancels the number of a standard that was numbered against the law (Standardization Law, arts. 40 and 42). The number
 * stays with the record and is never given again; a standard withdrawn before can still lose its number.
 *
 * @throws Refusal `standards.not-in-register`, `standards.number-of-others`, `standards.ended-already`, `standards.before-publication`
 */
export const cancelNumber = command({
  name: 'standards.cancel-number',
  input: z.strictObject({
    standard: registrarFields.standard,
    cancelledOn: registrarFields.day,
    by: registrarFields.by,
    reason: registrarFields.reason,
  }),
  facts: ({ standard }) => ({ held: heldStandard(standard) }),
  decide({ input, facts, actor }) {
    const held = standing(facts.held, input.standard);
    permit(actor, standardPermissions.cancelNumber, held.homeId);
    const { cancelledOn, by, reason } = input;
    const tier = held.statement.tier ?? identityOf(held.number)?.tier;
    if (!tiersOfLaw.some((one) => one === tier)) throw refusal('standards.number-of-others', { number: held.number });
    const end = endOf(held);
    if (end?.how === 'cancelled')
      throw refusal('standards.ended-already', { number: held.number, day: end.day, ...endWords.cancelled });
    notBeforePublication(held, cancelledOn);
    return [
      {
        type: 'standard-number-cancelled',
        homeId: held.homeId,
        streamId: held.streamId,
        data: { cancelledOn, by, reason },
      },
    ];
  },
});
