import { z } from 'zod';
import type { EventType, NewEvent } from '../foundation/events.ts';
import { factQuery } from '../foundation/facts.ts';
import { folding, type Projection, projection, stateFrom } from '../foundation/projection.ts';
import { sql } from '../foundation/sql.ts';

/** An organization entered because a stream is to be opened under it: a publisher, an authority, an association, an enterprise. */
export const organizationEntered: EventType = {
  type: 'organization-entered',
  kind: 'organization',
  schema: 1,
  schemas: {
    1: z.strictObject({
      code: z.string().min(1),
      names: z.array(z.strictObject({ lang: z.string(), text: z.string() })),
    }),
  },
  steps: {},
  visibility: { code: 'public', names: 'public' },
  claims: ({ code }) => ({ take: [{ kind: 'organization-code', value: String(code) }] }),
};

/** Opens an organization's stream; it is its own home. */
export function enterOrganization(
  organizationId: string,
  organization: { readonly code: string; readonly names: readonly { readonly lang: string; readonly text: string }[] },
): NewEvent {
  return { type: 'organization-entered', homeId: organizationId, streamId: organizationId, data: { ...organization } };
}

export const organizationRows: Projection = projection({
  kind: 'organization',
  table: 'organization',
  idColumn: 'organization_id',
  columns: ['code', 'names'],
  rows: folding({
    'organization-entered': (rows, event) =>
      stateFrom(rows, event, { code: String(event.data['code']), names: { json: event.data['names'] } }),
  }),
});

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
