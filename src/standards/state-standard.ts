import { z } from 'zod';
import { enterOrganization, organizationByCode } from '../bodies/index.ts';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import type { ClaimKey, NewEvent } from '../foundation/events.ts';
import { refusal } from '../foundation/refusal.ts';
import { confirmedAfter } from './confirmations.ts';
import { addressHolder, type Holder, numberHolder, type StatedRecord, sourceClaim, statedRecord } from './facts.ts';
import { identityOf, numberClaim, type StandardIdentity } from './identity.ts';
import type { Source, StandardStatement } from './model.ts';
import { standardPermissions } from './permissions.ts';

export interface StateStandardInput {
  readonly source: Source;
  /** SHA-256 of the statement: the same hash as before makes no event. */
  readonly contentHash: string;
  readonly statement: StandardStatement;
  /** Names of the organization under whose home the standard is opened, where the code lists know it. */
  readonly home?: {
    readonly code: string;
    readonly names: readonly { readonly lang: string; readonly text: string }[];
  };
}

/**
 * Enters what a source states of a standard. The source's own key finds the stream again; a new key whose number is
 * registered joins that standard as another source; anything else opens a new standard. Equal content makes no event, and
 * an older statement never overwrites a newer one.
 *
 * @throws Refusal `standards.number-not-understood`
 */
export const stateStandard = command({
  name: 'standards.state-standard',
  // The readers of src/standards/sources have checked every field and named each problem by row and field.
  input: z.custom<StateStandardInput>((value) => typeof value === 'object' && value !== null && 'statement' in value),
  facts: ({ source, statement }: StateStandardInput) => {
    const identity = understood(statement.number);
    return {
      stated: statedRecord(source),
      holder: numberHolder(numberClaim(identity, statement) ?? `draft of ${source.name}:${source.key}`),
      home: organizationByCode(identity.homeCode),
      address: addressHolder(identity.slug),
      longAddress: addressHolder(longAddress(identity)),
      confirmed: confirmedAfter(source),
    };
  },
  decide: ({ input, facts, actor, newId }) => {
    permit(actor, standardPermissions.state);
    const identity = understood(input.statement.number);
    const { stated } = facts;
    // What the source has since said again is newer than this, although it made no event (docs/decisions/0006).
    if (stated && facts.confirmed !== undefined) return [];
    if (stated) return restated(input, identity, { ...facts, stated });
    if (facts.holder)
      return [
        statementOf(input, identity, {
          stream: facts.holder,
          takes: [sourceClaim(input.source)],
          address: facts.holder.address,
        }),
      ];
    return opened(input, identity, { ...facts, newId });
  },
});

function understood(number: string): StandardIdentity {
  const identity = identityOf(number);
  if (!identity) throw refusal('standards.number-not-understood', { number, value: number });
  return identity;
}

const longAddress = (identity: StandardIdentity): string =>
  `${identity.slug}-${identity.homeCode.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** A source speaks again of a standard it has spoken of. */
function restated(
  input: StateStandardInput,
  identity: StandardIdentity,
  facts: {
    readonly stated: StatedRecord;
    readonly holder: Holder | undefined;
    readonly address: Holder | undefined;
    readonly longAddress: Holder | undefined;
  },
): readonly NewEvent[] {
  const { stated } = facts;
  if (stated.contentHash === input.contentHash || input.source.statedOn < stated.statedOn) return [];
  if (stated.numberKey === identity.numberKey)
    return [statementOf(input, identity, { stream: stated, takes: [], address: stated.address })];
  // The number changed: a draft became an edition, or the source corrected it. The old address stays and leads here.
  if (facts.holder && facts.holder.streamId !== stated.streamId) {
    throw refusal('standards.number-registered-otherwise', { number: identity.number });
  }
  const claim = numberClaim(identity, input.statement);
  const address = freeAddress(identity, { ...facts, ownStream: stated.streamId, id: stated.streamId });
  const takes = [
    ...(claim === undefined || facts.holder ? [] : [{ kind: 'standard-number', value: claim }]),
    ...(address.isNew ? [{ kind: 'address', value: address.value }] : []),
  ];
  return [statementOf(input, identity, { stream: stated, takes, address: address.value })];
}

function opened(
  input: StateStandardInput,
  identity: StandardIdentity,
  facts: {
    readonly home: { readonly homeId: string } | undefined;
    readonly address: Holder | undefined;
    readonly longAddress: Holder | undefined;
    readonly newId: () => string;
  },
): readonly NewEvent[] {
  const homeId = facts.home?.homeId ?? facts.newId();
  const streamId = facts.newId();
  const claim = numberClaim(identity, input.statement);
  const address = freeAddress(identity, { ...facts, ownStream: streamId, id: streamId });
  const takes = [
    sourceClaim(input.source),
    { kind: 'address', value: address.value },
    ...(claim === undefined ? [] : [{ kind: 'standard-number', value: claim }]),
  ];
  const statement = statementOf(input, identity, { stream: { homeId, streamId }, takes, address: address.value });
  if (facts.home) return [statement];
  return [enterOrganization(homeId, input.home ?? { code: identity.homeCode, names: [] }), statement];
}

/** The number as an address; where another standard has it, with the organization's code; else with the end of the identifier. */
function freeAddress(
  identity: StandardIdentity,
  facts: {
    readonly address: Holder | undefined;
    readonly longAddress: Holder | undefined;
    readonly ownStream: string;
    readonly id: string;
  },
): { readonly value: string; readonly isNew: boolean } {
  const candidates = [
    { value: identity.slug, holder: facts.address },
    { value: longAddress(identity), holder: facts.longAddress },
  ];
  const free = candidates.find(({ holder }) => holder === undefined || holder.streamId === facts.ownStream);
  if (free) return { value: free.value, isNew: free.holder === undefined };
  return { value: `${longAddress(identity)}-${facts.id.slice(-6)}`, isNew: true };
}

function statementOf(
  input: StateStandardInput,
  identity: StandardIdentity,
  place: {
    readonly stream: { readonly homeId: string; readonly streamId: string };
    readonly takes: readonly ClaimKey[];
    readonly address: string;
  },
): NewEvent {
  const { source, contentHash, statement } = input;
  return {
    type: 'standard-stated',
    homeId: place.stream.homeId,
    streamId: place.stream.streamId,
    data: {
      number: identity.number,
      numberKey: identity.numberKey,
      address: place.address,
      source,
      contentHash,
      statement,
      takes: place.takes,
    },
  };
}
