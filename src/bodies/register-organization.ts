import { checkCreditCode } from '@guiju/identifiers';
import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { isDay } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import type { Definitions } from '../foundation/definitions.ts';
import { refusal } from '../foundation/refusal.ts';
import { creditCodeClaim, organizationShape, soundOrganization } from './entry-input.ts';
import { creditCodeHolder, organizationHeld } from './facts.ts';
import { bodiesPermissions } from './permissions.ts';

/** The code as it is claimed, however it was typed; a wrong one is refused when it is decided on. */
function claimedCode(creditCode: string | undefined): string | undefined {
  const checked = creditCode === undefined ? undefined : checkCreditCode(creditCode);
  return checked?.outcome === 'valid' ? checked.value.code : undefined;
}

/**
 * Enters an organization in full. With an identifier it takes over one that was known by its code or by a source, or the
 * operating organization itself, whose stream does not exist before.
 *
 * @throws Refusal `bodies.entered-already`, `bodies.credit-code-held`, `bodies.parent-unknown` and those of the input
 */
export const registerOrganization = (definitions: Definitions) =>
  command({
    name: 'bodies.register-organization',
    input: organizationShape.extend({ organizationId: z.uuid().optional() }),
    facts: ({ organizationId, creditCode, parent }) => ({
      held: organizationHeld(organizationId),
      holder: creditCodeHolder(claimedCode(creditCode)),
      above: organizationHeld(parent),
    }),
    decide: ({ input: { organizationId, ...input }, facts, actor, today, newId }) => {
      permit(actor, bodiesPermissions.register, input.parent ?? organizationId);
      const stated = soundOrganization(input, definitions, today);
      const { held, holder, above } = facts;
      if (held?.kind) throw refusal('bodies.entered-already', { organizationId });
      if (!held && organizationId !== undefined && organizationId !== actor.organization)
        throw refusal('bodies.organization-unknown', { organizationId });
      if (holder) throw refusal('bodies.credit-code-held', { code: stated.creditCode });
      if (stated.parent !== undefined && !above) throw refusal('bodies.parent-unknown', { parent: stated.parent });
      const id = organizationId ?? newId();
      if (stated.parent === id) throw refusal('bodies.parent-unknown', { parent: id });
      const takes = stated.creditCode === undefined ? [] : [creditCodeClaim(stated.creditCode)];
      return [{ type: 'organization-registered', homeId: id, streamId: id, data: { ...stated, takes } }];
    },
  });

/**
 * States an organization anew from a day on: another name, place or superior. What held before stays readable.
 *
 * @throws Refusal `bodies.organization-unknown`, `bodies.credit-code-held`, `bodies.parent-unknown`, `bodies.day-wrong`
 */
export const changeOrganization = (definitions: Definitions) =>
  command({
    name: 'bodies.change-organization',
    input: organizationShape.extend({ organizationId: z.uuid(), from: z.string().max(10) }),
    facts: ({ organizationId, creditCode, parent }) => ({
      held: organizationHeld(organizationId),
      holder: creditCodeHolder(claimedCode(creditCode)),
      above: organizationHeld(parent),
    }),
    decide: ({ input: { organizationId, from, ...input }, facts, actor, today }) => {
      permit(actor, bodiesPermissions.change, organizationId);
      const { held, holder, above } = facts;
      if (!held?.kind) throw refusal('bodies.organization-unknown', { organizationId });
      if (!isDay(from)) throw refusal('bodies.day-wrong', { day: from });
      const stated = soundOrganization(input, definitions, today);
      // Who stands above decides who may act below: only whoever may act above moves an organization there.
      if ((stated.parent ?? null) !== held.parent) permit(actor, bodiesPermissions.register, stated.parent);
      if (holder && holder.streamId !== organizationId)
        throw refusal('bodies.credit-code-held', { code: stated.creditCode });
      if (stated.parent !== undefined && (!above || stated.parent === organizationId))
        throw refusal('bodies.parent-unknown', { parent: stated.parent });
      const isSameCode = (stated.creditCode ?? null) === held.creditCode;
      return [
        {
          type: 'organization-changed',
          homeId: organizationId,
          streamId: organizationId,
          validOn: from,
          data: {
            ...stated,
            from,
            takes: isSameCode || stated.creditCode === undefined ? [] : [creditCodeClaim(stated.creditCode)],
            releases: isSameCode || held.creditCode === null ? [] : [creditCodeClaim(held.creditCode)],
          },
        },
      ];
    },
  });
