import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { heldStandard, standing } from './held-standard.ts';
import { standardPermissions } from './permissions.ts';
import { registrarFields, understoodInstead } from './withdraw-standard.ts';

/**
 * Annuls a record that was entered in error: nothing is known of it from now on, its number and the keys of its sources
 * are free, earlier known-dates still show it. Its address stays its own for ever and answers why it is gone (DESIGN 10,
 * rule 6). A standard that ended in law is withdrawn instead.
 *
 * @throws Refusal `standards.not-in-register`, `standards.annulled-already`, `standards.instead-not-understood`
 */
export const annulStandard = command({
  name: 'standards.annul-standard',
  input: z.strictObject({
    standard: registrarFields.standard,
    reason: registrarFields.reason,
    instead: registrarFields.instead,
  }),
  facts: ({ standard }) => ({ held: heldStandard(standard) }),
  decide({ input, facts, actor }) {
    const held = standing(facts.held, input.standard);
    permit(actor, standardPermissions.annul, held.homeId);
    const releases = held.claims.filter(({ kind }) => kind !== 'address');
    const data = { reason: input.reason, instead: understoodInstead(input.instead), releases };
    return [{ type: 'standard-annulled', homeId: held.homeId, streamId: held.streamId, data }];
  },
});
