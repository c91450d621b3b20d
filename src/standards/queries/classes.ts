import type { ReadHandle } from '../../foundation/database.ts';
import { type Statement, sql } from '../../foundation/sql.ts';
import { heldAt, type Moment } from './moment.ts';

/** Ways to browse whose classes are counted from the records themselves. */
export type ClassBy = 'ics' | 'ccs' | 'committee' | 'department';

export interface ClassCount {
  readonly value: string;
  readonly records: number;
}

const classesAtMost = 5_000;

/** How many standards stand in each class, counted under each class of which theirs is a part: 11.040.10 under 11 and 11.040. */
export function classCounts(read: ReadHandle, by: ClassBy, moment: Moment): Promise<readonly ClassCount[]> {
  const values: Readonly<Record<ClassBy, Statement<unknown>>> = {
    ics: sql`select t.standard_id, part as value from standard t, unnest(t.ics) code,
      lateral (values (left(code, 2)), (left(code, 6)), (code)) parts (part) where ${heldAt('t', moment)}`,
    ccs: sql`select t.standard_id, part as value from standard t, unnest(t.ccs) code, lateral (values (left(code, 1)), (code)) parts (part) where ${heldAt('t', moment)}`,
    committee: sql`select t.standard_id, t.committee as value from standard t where t.committee is not null and ${heldAt('t', moment)}`,
    department: sql`select t.standard_id, t.department as value from standard t where t.department is not null and ${heldAt('t', moment)}`,
  };
  return read.all<ClassCount>(sql`select value, count(distinct standard_id)::int as records from (${values[by]}) counted
    group by value order by value limit ${classesAtMost}`);
}

/** How many standards each drafting organization took part in, the busiest first. */
export async function organizationCounts(
  read: ReadHandle,
  moment: Moment,
  limit: number,
): Promise<readonly (ClassCount & { readonly key: string })[]> {
  return read.all(sql`select coalesce(max(o.credit_code), o.name_key) as key, max(o.name) as value, count(distinct o.standard_id)::int as records
    from standard_organization o where ${heldAt('o', moment)} group by o.name_key order by records desc, o.name_key limit ${limit}`);
}

/** How many standards name an organization that drafted them. */
export async function standardsWithOrganizations(read: ReadHandle, moment: Moment): Promise<number> {
  const row = await read.first<{ readonly n: number }>(
    sql`select count(distinct o.standard_id)::int as n from standard_organization o where ${heldAt('o', moment)}`,
  );
  return row?.n ?? 0;
}

/** The condition that a standard belongs to a class. */
export function inClass(by: ClassBy | 'tier' | 'region' | 'sector', value: string): Statement<unknown> {
  switch (by) {
    case 'ics':
      return sql`exists (select from unnest(t.ics) code where code = ${value} or starts_with(code, ${`${value}.`}))`;
    case 'ccs':
      return sql`exists (select from unnest(t.ccs) code where starts_with(code, ${value}))`;
    case 'committee':
      return sql`t.committee = ${value}`;
    case 'department':
      return sql`t.department = ${value}`;
    case 'tier':
      return sql`t.tier = ${value}`;
    case 'sector':
      return sql`t.sector = ${value}`;
    case 'region':
      // A province includes its cities (GB/T 2260: the first two digits).
      return value.endsWith('0000') ? sql`starts_with(t.region, ${value.slice(0, 2)})` : sql`t.region = ${value}`;
  }
}
