import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { nameKey } from '../name-key.ts';
import { heldAt, type Moment } from './moment.ts';

/** What the records say of one drafting organization. */
export interface OrganizationSummary {
  readonly names: readonly string[];
  readonly creditCode: string | null;
  readonly kind: string | null;
  readonly region: string | null;
  readonly leading: number;
  readonly takingPart: number;
  readonly standards: number;
}

export interface DraftedStandard {
  readonly standardId: string;
  readonly role: 'leading' | 'takingPart';
  readonly place: number;
}

const creditCodeShape = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** The condition that a row of `o` names the organization: by its unified social credit code, else by its name in any spacing and width. */
function isOrganization(key: string) {
  return creditCodeShape.test(key) ? sql`o.credit_code = ${key}` : sql`o.name_key = ${nameKey(key)}`;
}

/** The organization as the records name it; undefined when none does. */
export async function organizationSummary(
  read: ReadHandle,
  key: string,
  moment: Moment,
): Promise<OrganizationSummary | undefined> {
  const row =
    await read.first<OrganizationSummary>(sql`select coalesce(array_agg(distinct o.name), '{}') as names, max(o.credit_code) as "creditCode",
      max(o.organization_kind) as kind, max(o.region) as region, count(*) filter (where o.role = 'leading')::int as leading,
      count(*) filter (where o.role <> 'leading')::int as "takingPart", count(distinct o.standard_id)::int as standards
    from standard_organization o where ${isOrganization(key)} and ${heldAt('o', moment)}`);
  return row === undefined || row.standards === 0 ? undefined : row;
}

/** The standards it drafted, by number. */
export function draftedBy(
  read: ReadHandle,
  key: string,
  page: { readonly limit: number; readonly offset: number; readonly moment: Moment },
): Promise<readonly DraftedStandard[]> {
  return read.all<DraftedStandard>(sql`select t.standard_id as "standardId", o.role, o.place
    from standard_organization o join standard t on t.home_id = o.home_id and t.standard_id = o.standard_id and ${heldAt('t', page.moment)}
    where ${isOrganization(key)} and ${heldAt('o', page.moment)} order by t.number_key limit ${page.limit} offset ${page.offset}`);
}

/** Names of records that share the credit code, or the name under another code: perhaps the same organization, but nothing proves it. */
export function similarOrganizations(
  read: ReadHandle,
  summary: OrganizationSummary,
  moment: Moment,
): Promise<readonly { readonly name: string; readonly key: string }[]> {
  const keys = summary.names.map(nameKey);
  return read.all(sql`select distinct o.name, coalesce(o.credit_code, o.name_key) as key from standard_organization o
    where o.name_key = any(${keys}::text[]) and ${heldAt('o', moment)}
      and o.credit_code is distinct from ${summary.creditCode} limit 10`);
}
