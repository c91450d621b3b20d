import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { type Brief, briefsWhere } from './brief.ts';
import type { Moment } from './moment.ts';

/** Standards whose day of implementation lies after the day asked, the nearest first. */
export async function comingIntoForce(
  read: ReadHandle,
  moment: Moment,
  page: { readonly limit: number; readonly after?: ComingPlace | undefined },
): Promise<readonly Brief[]> {
  const { after } = page;
  const further =
    after === undefined ? sql`true` : sql`(t.implemented_on, t.number_key) > (${after.on}::date, ${after.numberKey})`;
  const found = await briefsWhere(read, {
    condition: sql`t.implemented_on > ${moment.day}::date and t.cancelled_on is null and ${further}`,
    order: sql`t.implemented_on, t.number_key`,
    limit: page.limit,
    moment,
  });
  // Withdrawn before it began, it will not come into force.
  return found.filter(
    (brief) => brief.inForceOn !== null && (brief.withdrawnOn === null || brief.withdrawnOn > brief.inForceOn),
  );
}

export interface ComingPlace {
  readonly on: string;
  readonly numberKey: string;
}
