import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import type { ClaimKey, NewEvent } from '../foundation/events.ts';
import { factQuery, type StreamVersion } from '../foundation/facts.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import type { OrganizationSource, OrganizationStatement } from './model.ts';
import { bodiesPermissions } from './permissions.ts';

export interface StateOrganizationInput {
  /** The code under which others name it: `ISO/TC 210`. */
  readonly code: string;
  readonly source: OrganizationSource;
  /** SHA-256 of code and statement: the same hash as before makes no event. */
  readonly contentHash: string;
  readonly statement: OrganizationStatement;
}

/**
 * Enters what a source states of an organization. The source's own key finds the stream again; a new key whose code is
 * registered joins that organization as another source; anything else opens a stream. Equal content makes no event, and
 * an older statement never overwrites a newer one of the same source.
 *
 * @throws Refusal `bodies.code-held-otherwise`
 */
export const stateOrganization = command({
  name: 'bodies.state-organization',
  // The readers have checked every field and named each problem by row and field.
  input: z.custom<StateOrganizationInput>((value) => typeof value === 'object' && value !== null && 'code' in value),
  facts: ({ code, source }: StateOrganizationInput) => ({
    stated: statedOrganization(source),
    holder: codeHolder(code),
  }),
  decide: ({ input, facts, actor, newId }) => {
    permit(actor, bodiesPermissions.state);
    const { stated, holder } = facts;
    if (stated && (stated.contentHash === input.contentHash || input.source.statedOn < stated.statedOn)) return [];
    if (stated && holder && holder.streamId !== stated.streamId)
      throw refusal('bodies.code-held-otherwise', { code: input.code });
    const held = stated ?? holder;
    const takes = [...(stated ? [] : [sourceClaim(input.source)]), ...(holder ? [] : [codeClaim(input.code)])];
    if (held) return [statement(input, held, takes)];
    const id = newId();
    return [statement(input, { homeId: id, streamId: id }, takes)];
  },
});

const sourceClaim = ({ name, key }: OrganizationSource): ClaimKey => ({
  kind: 'organization-source',
  value: `${name}:${key}`,
});
const codeClaim = (code: string): ClaimKey => ({ kind: 'organization-code', value: code });

function statement(
  { code, source, contentHash, statement: stated }: StateOrganizationInput,
  { homeId, streamId }: { readonly homeId: string; readonly streamId: string },
  takes: readonly ClaimKey[],
): NewEvent {
  return {
    type: 'organization-stated',
    homeId,
    streamId,
    data: { code, source, contentHash, statement: stated, takes },
  };
}

interface Claimed extends StreamVersion {
  readonly value: string;
}

const version = sql`(select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.stream_id)`;
const claimed = sql`c.value, c.home_id as "homeId", c.stream_id as "streamId", ${version} as version`;

const codeHolder = factQuery<string, Claimed>({
  name: 'bodies.code-holder',
  keyText: (code) => code,
  claims: (code) => [codeClaim(code)],
  streams: (holder) => [holder],
  load: async (read, codes) => {
    const rows = await read.all<Claimed>(
      sql`select ${claimed} from claim c where c.kind = 'organization-code' and c.value = any(${codes}::text[])`,
    );
    return new Map(rows.map((row) => [row.value, row]));
  },
});

interface StatedBefore extends Claimed {
  readonly contentHash: string;
  readonly statedOn: string;
}

/** What a source last said under a key. */
const statedOrganization = factQuery<OrganizationSource, StatedBefore>({
  name: 'bodies.stated-organization',
  keyText: ({ name, key }) => `${name}:${key}`,
  claims: (source) => [sourceClaim(source)],
  streams: (record) => [record],
  load: async (read, sources) => {
    const keys = sources.map(({ name, key }) => `${name}:${key}`);
    const rows =
      await read.all<StatedBefore>(sql`select ${claimed}, s.said->>'contentHash' as "contentHash", s.said->>'statedOn' as "statedOn"
      from claim c join organization o on o.home_id = c.home_id and o.organization_id = c.stream_id and upper_inf(o.known)
      cross join lateral jsonb_array_elements(o.sources) s (said)
      where c.kind = 'organization-source' and c.value = any(${keys}::text[]) and s.said->>'name' || ':' || (s.said->>'key') = c.value`);
    return new Map(rows.map((row) => [row.value, row]));
  },
});
