import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { isGivenUp } from '../successors.ts';
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
  return found.filter((brief) => brief.inForceOn !== null && !isGivenUp(brief, brief.days));
}

export interface ComingPlace {
  readonly on: string;
  readonly numberKey: string;
}
