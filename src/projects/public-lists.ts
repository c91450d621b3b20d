import type { CompiledProcedure } from '@guiju/procedure-language';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';

interface Titled {
  readonly title: { readonly zh?: string; readonly en?: string };
}

/** A time in which everybody may speak: comments on a draft, objections to a project or a withdrawal. */
export interface OpenWindow extends Titled {
  readonly number: string;
  readonly planNumber: string | null;
  readonly procedure: string;
  readonly version: number;
  readonly window: string;
  readonly openedOn: string;
  readonly closesOn: string;
}

const listedAtMost = 200;

/** Windows of one kind that are open to everybody on a day, the first to close first. */
export function openWindows(
  read: ReadHandle,
  procedures: readonly CompiledProcedure[],
  asked: { readonly kind: 'consultation' | 'notice'; readonly day: string },
): Promise<readonly OpenWindow[]> {
  const names = procedures.flatMap(({ id, windows }) =>
    windows.flatMap((one) => (one.kind === asked.kind && one.audience === 'public' ? [{ id, window: one.id }] : [])),
  );
  return read.all(sql<OpenWindow>`select c.number, c.plan_number as "planNumber", c.procedure, c.version, c.title,
      w.window_name as window, w.opened_on as "openedOn", w.closes_on as "closesOn"
    from unnest(${names.map(({ id }) => id)}::text[], ${names.map(({ window }) => window)}::text[]) as n (procedure, window_name)
    join case_window w on w.window_name = n.window_name and upper_inf(w.known) and w.result is null and not w.is_abandoned
      and w.opened_on <= ${asked.day}::date and w.closes_on >= ${asked.day}::date
    join running_case c on c.home_id = w.home_id and c.case_id = w.case_id and upper_inf(c.known) and c.procedure = n.procedure
    order by w.closes_on, c.number limit ${listedAtMost}`);
}

/** An item of the plan. */
export interface PlanLine extends Titled {
  readonly number: string;
  readonly nature: string | null;
  readonly procedure: string;
  readonly issuedOn: string;
  readonly state: string;
  readonly standardNumber: string | null;
}

/** Items of the plan of a year, the newest first. */
export function planOf(read: ReadHandle, year: number): Promise<readonly PlanLine[]> {
  return read.all(sql<PlanLine>`select number, nature, procedure, issued_on as "issuedOn", state, title, standard_number as "standardNumber"
    from plan_item where upper_inf(known) and year = ${year} order by issued_on desc, number desc limit ${listedAtMost}`);
}

/** Years that have a plan, the newest first. */
export async function planYears(read: ReadHandle): Promise<readonly number[]> {
  const rows = await read.all(
    sql<{ readonly year: number }>`select distinct year from plan_item where upper_inf(known) order by year desc`,
  );
  return rows.map(({ year }) => year);
}

/** What an announcement publishes. */
export interface AnnouncedLine extends Titled {
  readonly announcement: string;
  readonly issuedOn: string;
  readonly number: string | null;
  readonly replaces: readonly string[];
  readonly implementedOn: string | null;
}

/** The latest announcements, item by item. */
export function announced(read: ReadHandle): Promise<readonly AnnouncedLine[]> {
  return read.all(sql<AnnouncedLine>`select a.number as announcement, a.issued_on as "issuedOn", i.number, i.title, i.replaces,
      i.implemented_on as "implementedOn"
    from announcement a join announcement_item i on i.home_id = a.home_id and i.announcement_id = a.announcement_id and upper_inf(i.known)
    where upper_inf(a.known) order by a.issued_on desc, a.number, i.place limit ${listedAtMost}`);
}
