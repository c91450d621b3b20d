import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { canonicalJson } from '../foundation/canonical-json.ts';
import { command } from '../foundation/command.ts';
import type { NewEvent } from '../foundation/events.ts';
import { refusal } from '../foundation/refusal.ts';
import { addressHolder, type Holder, numberHolder } from './facts.ts';
import { type HeldStandard, heldStandard, standing } from './held-standard.ts';
import { identityOf, numberClaim, type StandardIdentity } from './identity.ts';
import { byPrecedence, type SourceStatement } from './merge.ts';
import type { StandardStatement } from './model.ts';
import { standardPermissions } from './permissions.ts';
import { statementShape } from './statement-shape.ts';
import { registrarFields } from './withdraw-standard.ts';

/** Whose statement is corrected, and how it reads whole. */
export const correctionFields = {
  /** The source whose statement is wrong; without one, the source that is shown. */
  source: z.string().max(100).optional(),
  statement: statementShape,
} as const;

/**
 * Corrects a statement of a source: the event names the one it corrects and gives the whole new statement, with the
 * reason. The hash of the source's own words stays, so that the source repeating its error changes nothing, and only a
 * new word of the source takes the place of the correction. The same statement makes no event.
 *
 * @throws Refusal `standards.not-in-register`, `standards.source-not-stated`, `standards.number-not-understood`, `standards.number-registered-otherwise`, `standards.number-stated-by-others`
 */
export const correctStandard = command({
  name: 'standards.correct-standard',
  input: z.strictObject({ standard: registrarFields.standard, reason: registrarFields.reason, ...correctionFields }),
  facts: ({ standard, statement }) => correctionFacts(standard, statement),
  decide({ input, facts, actor }) {
    permit(actor, standardPermissions.correct, facts.held?.homeId);
    return correction(input, facts);
  },
});

/** What a correction must know. */
export function correctionFacts(standard: string, statement: StandardStatement) {
  const identity = understood(statement.number);
  return {
    held: heldStandard(standard),
    holder: numberHolder(numberClaim(identity, statement) ?? identity.numberKey),
    address: addressHolder(identity.slug),
  };
}

interface Correcting {
  readonly standard: string;
  readonly source?: string | undefined;
  readonly statement: StandardStatement;
  readonly reason: string;
}

interface Known {
  readonly held: HeldStandard | undefined;
  readonly holder: Holder | undefined;
  readonly address: Holder | undefined;
}

/** The event of a correction; none when the statement reads so already. */
export function correction(input: Correcting, facts: Known): readonly NewEvent[] {
  const held = standing(facts.held, input.standard);
  const corrected = statementToCorrect(held, input.source);
  if (canonicalJson(corrected.statement) === canonicalJson(input.statement)) return [];
  const identity = understood(input.statement.number);
  return [
    {
      type: 'standard-statement-corrected',
      homeId: held.homeId,
      streamId: held.streamId,
      corrects: corrected.version,
      data: {
        ...placed(held, identity, { ...facts, input, corrected }),
        source: corrected.source,
        contentHash: corrected.contentHash,
        statement: input.statement,
        reason: input.reason,
      },
    },
  ];
}

function understood(number: string): StandardIdentity {
  const identity = identityOf(number);
  if (!identity) throw refusal('standards.number-not-understood', { number: number.slice(0, 80) });
  return identity;
}

function statementToCorrect(held: HeldStandard, source: string | undefined): SourceStatement {
  const ordered = byPrecedence(held.state.statements);
  const found = source === undefined ? ordered[0] : ordered.find((one) => one.source.name === source);
  if (found) return found;
  throw refusal('standards.source-not-stated', {
    source,
    number: held.number,
    sources: ordered.map((one) => one.source.name).join(', '),
  });
}

/** Number, address and claims after the correction: the right number is taken, the wrong one set free, the old address stays. */
function placed(
  held: HeldStandard,
  identity: StandardIdentity,
  work: Known & { readonly input: Correcting; readonly corrected: SourceStatement },
) {
  const { input, corrected } = work;
  const before = held.state.identity;
  const claimBefore = numberClaim(understood(corrected.statement.number), corrected.statement);
  const claim = numberClaim(identity, input.statement);
  const isOthers = (holder: Holder | undefined): boolean => holder !== undefined && holder.streamId !== held.streamId;
  if (identity.numberKey !== before.numberKey && held.state.statements.length > 1) {
    throw refusal('standards.number-stated-by-others', { number: held.number, wanted: identity.number });
  }
  if (claim !== undefined && isOthers(work.holder))
    throw refusal('standards.number-registered-otherwise', { number: identity.number });
  const isRenumbered = identity.numberKey !== before.numberKey;
  if (isRenumbered && isOthers(work.address))
    throw refusal('standards.number-registered-otherwise', { number: identity.number });
  const isHeld = (kind: string, value: string): boolean =>
    held.claims.some((one) => one.kind === kind && one.value === value);
  const address = isRenumbered ? identity.slug : before.address;
  return {
    number: identity.number,
    numberKey: identity.numberKey,
    address,
    takes: [
      ...(claim === undefined || isHeld('standard-number', claim) ? [] : [{ kind: 'standard-number', value: claim }]),
      ...(isHeld('address', address) ? [] : [{ kind: 'address', value: address }]),
    ],
    releases:
      claimBefore === undefined || claimBefore === claim || !isHeld('standard-number', claimBefore)
        ? []
        : [{ kind: 'standard-number', value: claimBefore }],
  };
}
