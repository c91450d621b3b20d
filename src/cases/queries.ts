import type { HeldAppointment } from '../foundation/actor.ts';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import type { CaseKey } from './facts.ts';

/** A case as lists show it. */
export interface CaseLine {
  readonly homeId: string;
  readonly caseId: string;
  readonly number: string;
  readonly procedure: string;
  readonly version: number;
  readonly title: { readonly zh?: string; readonly en?: string };
  readonly stage: string;
  readonly since: string;
  readonly dueOn: string | null;
  readonly planNumber: string | null;
  readonly outcome: string | null;
  readonly suspendedOn: string | null;
}

const line = sql`c.home_id as "homeId", c.case_id as "caseId", c.number, c.procedure, c.version, c.title, c.stage, c.since,
  c.due_on as "dueOn", c.plan_number as "planNumber", c.outcome, c.suspended_on as "suspendedOn"`;

/** Something that awaits somebody: the case, what can be done, and by when. */
export interface InboxTask extends CaseLine {
  readonly track: string;
  readonly waitStage: string;
  readonly role: string;
  readonly organization: string | null;
  readonly steps: readonly string[];
  readonly taskSince: string;
  readonly taskDueOn: string | null;
  readonly dueConfirmed: boolean | null;
  readonly closesOn: string | null;
}

export interface InboxPage {
  readonly tasks: readonly InboxTask[];
  /** How many there are in all, up to a limit beyond which nobody counts. */
  readonly total: number;
  readonly late: number;
}

const countedUpTo = 10_000;

/**
 * What awaits the holders of some appointments, the most urgent first: by role and organization, each task once though
 * several of their roles could do it.
 */
export async function inboxOf(
  read: ReadHandle,
  appointments: readonly Pick<HeldAppointment, 'role' | 'organization'>[],
  page: { readonly today: string; readonly limit: number; readonly offset: number },
): Promise<InboxPage> {
  const roles = appointments.map(({ role }) => role);
  const organizations = appointments.map(({ organization }) => organization);
  const waiting = sql`select w.home_id, w.case_id, w.track, min(w.row_no) as row_no, w.due_on
    from unnest(${roles}::text[], ${organizations}::uuid[]) as held (role, organization_id)
    join case_wait w on w.role = held.role and upper_inf(w.known) and (w.organization_id = held.organization_id or w.organization_id is null)
    group by w.home_id, w.case_id, w.track, w.due_on`;
  const [tasks, counted] = await Promise.all([
    read.all<InboxTask>(sql`select ${line}, w.track, w.stage as "waitStage", w.role, w.organization_id as organization, w.steps,
        w.since as "taskSince", w.due_on as "taskDueOn", w.due_confirmed as "dueConfirmed", w.closes_on as "closesOn"
      from (${waiting} order by w.due_on nulls last, w.case_id limit ${page.limit} offset ${page.offset}) as t
      join case_wait w on w.home_id = t.home_id and w.case_id = t.case_id and w.row_no = t.row_no
      join running_case c on c.home_id = w.home_id and c.case_id = w.case_id and upper_inf(c.known)
      order by w.due_on nulls last, w.case_id`),
    read.first<{ readonly total: number; readonly late: number }>(
      sql`select count(*)::int as total, count(*) filter (where due_on < ${page.today})::int as late
        from (${waiting} limit ${countedUpTo}) as t`,
    ),
  ]);
  return { tasks, total: counted?.total ?? 0, late: counted?.late ?? 0 };
}

/** Cases in which some organizations took a step: what they sent, and where it stands. */
export function sentBy(
  read: ReadHandle,
  organizations: readonly string[],
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly (CaseLine & { readonly sentOn: string })[]> {
  return read.all(sql`select ${line}, s.taken_on as "sentOn"
    from (select home_id, case_id, max(taken_on) as taken_on from case_step
      where organization_id = any(${organizations}::uuid[]) and upper_inf(known)
      group by home_id, case_id order by max(taken_on) desc, case_id limit ${page.limit} offset ${page.offset}) as s
    join running_case c on c.home_id = s.home_id and c.case_id = s.case_id and upper_inf(c.known)
    order by s.taken_on desc, c.case_id`);
}

/** A case by the number under which people speak of it, or by its number in the plan. */
export function caseNumbered(read: ReadHandle, number: string): Promise<CaseKey | undefined> {
  return read.first(sql<CaseKey>`select home_id as "homeId", case_id as "caseId" from running_case
    where upper_inf(known) and (number = ${number} or plan_number = ${number}) order by number = ${number} desc limit 1`);
}

/** A deadline that has passed, of a case that still runs. */
export interface PassedDeadline extends CaseKey {
  readonly clock: string;
  readonly dueOn: string;
}

/** Deadlines before a day at which time takes a step, the oldest first. */
export function deadlinesPassed(read: ReadHandle, today: string, limit: number): Promise<readonly PassedDeadline[]> {
  return read.all(sql<PassedDeadline>`select home_id as "homeId", case_id as "caseId", clock, due_on as "dueOn" from case_clock
    where upper_inf(known) and takes_step and due_on < ${today} order by due_on, case_id limit ${limit}`);
}

/** The number of a case. */
export function numberOf(homeId: string, caseId: string) {
  return sql<{ readonly number: string }>`select number from running_case
    where home_id = ${homeId} and case_id = ${caseId} and upper_inf(known)`;
}
