import { claimHolder } from '../foundation/claim-holder.ts';
import { factQuery } from '../foundation/facts.ts';
import { sql } from '../foundation/sql.ts';

/** Serials of plan items: of standards, foreign versions or reference materials, in a year. */
export interface PlanSeries {
  readonly subject: string;
  readonly year: number;
}

/** The last serial given in a year's plan. */
export const lastPlanSerial = factQuery<PlanSeries, number>({
  name: 'projects.last-plan-serial',
  keyText: ({ subject, year }) => `${subject} ${year}`,
  load: async (read, keys) => {
    const rows = await read.all<{
      readonly key: string;
      readonly last: number;
    }>(sql`select k.subject || ' ' || k.year as key,
        (select max(serial) from plan_item p where p.subject = k.subject and p.year = k.year and upper_inf(p.known)) as last
      from unnest(${keys.map(({ subject }) => subject)}::text[], ${keys.map(({ year }) => year)}::int[]) as k (subject, year)`);
    return new Map(rows.map(({ key, last }) => [key, last ?? 0]));
  },
});

export const planNumberHolder = claimHolder('plan-number');
export const assignedNumberHolder = claimHolder('assigned-number');
export const announcementHolder = claimHolder('announcement-number');

/** The last serial of a pool: of numbers given here, and of standards that are registered. */
export const lastSerialOf = factQuery<string, number>({
  name: 'projects.last-serial',
  keyText: (pool) => pool,
  load: async (read, pools) => {
    const rows = await read.all<{ readonly pool: string; readonly last: number | null }>(sql`select p.pool,
        greatest((select max(serial) from assigned_number a where a.pool = p.pool and upper_inf(a.known)),
          (select max((regexp_match(s.number_key, '^' || p.pool || '(?:/[TZ])? (\\d+)'))[1]::int) from standard s
            where upper_inf(s.known) and s.number_key >= p.pool and s.number_key < p.pool || '1')) as last
      from unnest(${pools}::text[]) as p (pool)`);
    return new Map(rows.map(({ pool, last }) => [pool, last ?? 0]));
  },
});
