import { z } from 'zod';
import type { ClaimKey, EventType, NewEvent, RecordedEvent } from '../foundation/events.ts';
import { factQuery } from '../foundation/facts.ts';
import { type Projection, projection, type RowContent, stateFrom } from '../foundation/projection.ts';
import { sql } from '../foundation/sql.ts';
import type { OrganizationName, OrganizationSource, OrganizationStatement } from './model.ts';

const names = z.array(z.strictObject({ lang: z.string(), text: z.string() }));

/** An organization entered because a stream is to be opened under it: a publisher, an authority, an association, an enterprise. */
export const organizationEntered: EventType = {
  type: 'organization-entered',
  kind: 'organization',
  schema: 1,
  schemas: { 1: z.strictObject({ code: z.string().min(1), names }) },
  steps: {},
  visibility: { code: 'public', names: 'public' },
  claims: ({ code }) => ({ take: [{ kind: 'organization-code', value: String(code) }] }),
};

const claim = z.strictObject({ kind: z.string(), value: z.string() });

/** A source states what it knows of an organization. A later statement of the same source takes the place of the earlier. */
export const organizationStated: EventType = {
  type: 'organization-stated',
  kind: 'organization',
  schema: 1,
  schemas: {
    1: z.strictObject({
      code: z.string().min(1),
      source: z.strictObject({ name: z.string(), key: z.string(), statedOn: z.string() }),
      contentHash: z.string(),
      statement: z.strictObject({
        kind: z.enum(['committee']),
        names,
        status: z.enum(['active', 'suspended', 'disbanded']).optional(),
        parent: z.string().optional(),
        secretariat: z.string().optional(),
      }),
      takes: z.array(claim),
    }),
  },
  steps: {},
  visibility: { code: 'public', source: 'public', contentHash: 'public', statement: 'public', takes: 'public' },
  // Claims stand in the event itself, so that they are sealed with it.
  claims: ({ takes }) => ({ take: z.array(claim).parse(takes) satisfies readonly ClaimKey[] }),
};

/** Opens an organization's stream; it is its own home. */
export function enterOrganization(
  organizationId: string,
  organization: { readonly code: string; readonly names: readonly OrganizationName[] },
): NewEvent {
  return { type: 'organization-entered', homeId: organizationId, streamId: organizationId, data: { ...organization } };
}

interface OrganizationColumns extends RowContent {
  readonly code: string;
}

export const organizationRows: Projection = projection<OrganizationColumns>({
  kind: 'organization',
  table: 'organization',
  idColumn: 'organization_id',
  columns: ['code', 'names', 'kind', 'status', 'parent', 'secretariat', 'source', 'stated_on', 'sources'],
  rows: (events) => (events.some(isNamed) ? stateFrom<OrganizationColumns>([], {}, contentOf(events)) : []),
});

/** What was entered in full alone has no code by which sources name it. */
function isNamed({ type }: RecordedEvent): boolean {
  return type === 'organization-entered' || type === 'organization-stated';
}

/** The statement of the latest day is shown; the hash of each source's last one tells whether it says something new. */
function contentOf(events: readonly RecordedEvent[]): OrganizationColumns {
  const statements = events.filter((event) => event.type === 'organization-stated').map(statedBy);
  const bySource = new Map(statements.map((one) => [`${one.source.name}:${one.source.key}`, one]));
  const held = [...bySource.values()];
  const shown = held.toSorted((one, other) => other.source.statedOn.localeCompare(one.source.statedOn))[0];
  const entered = events.find((event) => event.type === 'organization-entered');
  return {
    code: shown?.code ?? String(entered?.data['code']),
    names: { json: shown?.statement.names ?? entered?.data['names'] ?? [] },
    kind: shown?.statement.kind ?? null,
    status: shown?.statement.status ?? null,
    parent: shown?.statement.parent ?? null,
    secretariat: shown?.statement.secretariat ?? null,
    source: shown?.source.name ?? null,
    stated_on: shown?.source.statedOn ?? null,
    sources: { json: held.map(({ source, contentHash }) => ({ ...source, contentHash })) },
  };
}

interface Stated {
  readonly code: string;
  readonly source: OrganizationSource;
  readonly contentHash: string;
  readonly statement: OrganizationStatement;
}

/** One cast at the typed edge: events of this type were made from a statement by this folder. */
function statedBy(event: RecordedEvent): Stated {
  return event.data as unknown as Stated;
}

export interface OrganizationHolder {
  readonly homeId: string;
}

/** Who holds an organization code. */
export const organizationByCode = factQuery<string, OrganizationHolder>({
  name: 'bodies.organization-by-code',
  keyText: (code) => code,
  claims: (code) => [{ kind: 'organization-code', value: code }],
  load: async (read, codes) => {
    const rows = await read.all<{ readonly value: string; readonly home_id: string }>(
      sql`select value, home_id from claim where kind = 'organization-code' and value = any(${codes}::text[])`,
    );
    return new Map(rows.map((row) => [row.value, { homeId: row.home_id }]));
  },
});
