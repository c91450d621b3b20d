import { factQuery, type StreamVersion } from '../foundation/facts.ts';
import { sql } from '../foundation/sql.ts';
import { creditCodeClaim } from './entry-input.ts';

/** An organization as a decision needs it: its stream, and what was entered of it last. */
export interface OrganizationHeld extends StreamVersion {
  /** Absent while only its code or a source's statement is known. */
  readonly kind: string | null;
  readonly creditCode: string | null;
  readonly parent: string | null;
}

/** An organization by its identifier, whatever is known of it. */
export const organizationHeld = factQuery<string | undefined, OrganizationHeld>({
  name: 'bodies.organization-held',
  keyText: (id) => id ?? '',
  streams: (organization) => [organization],
  load: async (read, ids) => {
    const asked = ids.filter((id) => id !== undefined);
    const rows =
      await read.all<OrganizationHeld>(sql`select s.home_id as "homeId", s.stream_id as "streamId", s.version,
        e.kind, e.credit_code as "creditCode", e.parent_id as parent
      from (select home_id, stream_id, max(version) as version from event
        where home_id = any(${asked}::uuid[]) and stream_id = home_id and kind = 'organization' group by 1, 2) s
      left join lateral (select kind, credit_code, parent_id from organization_entry o where o.home_id = s.home_id
        and o.organization_id = s.stream_id and upper_inf(o.known) order by lower(o.valid) desc nulls last limit 1) e on true`);
    return new Map(rows.map((row) => [row.streamId, row]));
  },
});

/** Which organization has a credit code. */
export const creditCodeHolder = factQuery<string | undefined, { readonly streamId: string }>({
  name: 'bodies.credit-code-holder',
  keyText: (code) => code ?? '',
  claims: (code) => (code === undefined ? [] : [creditCodeClaim(code)]),
  load: async (read, codes) => {
    const rows = await read.all<{ readonly value: string; readonly streamId: string }>(
      sql`select value, stream_id as "streamId" from claim where kind = 'credit-code'
        and value = any(${codes.filter((code) => code !== undefined)}::text[])`,
    );
    return new Map(rows.map((row) => [row.value, row]));
  },
});
