import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';

/** Addresses in one part of the sitemap; the protocol allows 50,000. */
export const addressesOfPart = 10_000;

/** The identifiers with which the parts begin. */
export async function sitemapParts(read: ReadHandle): Promise<readonly string[]> {
  const rows = await read.all<{ readonly id: string }>(sql`select standard_id as id from
    (select standard_id, row_number() over (order by standard_id) as place from (select distinct standard_id from standard where upper_inf(known)) s) numbered
    where place % ${addressesOfPart} = 1 order by standard_id`);
  return rows.map(({ id }) => id);
}

/** The addresses of a part, each with the instant of its last change. */
export function sitemapPart(
  read: ReadHandle,
  from: string,
): Promise<readonly { readonly address: string; readonly changedAt: string }[]> {
  return read.all(sql`select max(address) as address, max(lower(known)) as "changedAt" from standard where standard_id >= ${from}::uuid and upper_inf(known)
    group by standard_id order by standard_id limit ${addressesOfPart}`);
}
