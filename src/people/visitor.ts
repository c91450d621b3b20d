import type { HeldAppointment, Visitor } from '../foundation/actor.ts';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';

interface HeldRow {
  readonly id: string;
  readonly role: string;
  readonly organization: string;
  readonly from: string;
  readonly until: string | null;
  readonly lentBy: string | null;
  readonly isInForce: boolean;
  /** Absent: everywhere. */
  readonly homes: readonly string[] | null;
}

/** Organizations stand at most so many steps below one another: nation, province, city, county; committee, subcommittee, group. */
const oneBelow = (above: string, below: string) =>
  sql`join organization_entry ${sql.ref(below)} on ${sql.ref(`${below}.parent_id`)} = ${sql.ref(`${above}.organization_id`)}
    and upper_inf(${sql.ref(`${below}.known`)}) and ${sql.ref(`${below}.valid`)} @> h.day`;

const firstBelow = sql`organization_entry o1 where o1.parent_id = h.home_id and upper_inf(o1.known) and o1.valid @> h.day`;

/** Everything a person may act by on a day, and every appointment the person ever held, by one question. */
export async function visitorOf(read: ReadHandle, personId: string, day: string): Promise<Visitor> {
  const rows = await read.all<HeldRow>(sql`with h as (
      select a.appointment_id, a.home_id, a.role, a.scope, a.valid as days, null::uuid as lender, a.valid @> ${day}::date as holds, ${day}::date as day
        from appointment a where a.person_id = ${personId} and upper_inf(a.known)
      union all
      select a.appointment_id, a.home_id, a.role, a.scope, d.valid, a.person_id, d.valid @> ${day}::date and a.valid @> ${day}::date, ${day}::date
        from delegation d join appointment a on a.home_id = d.home_id and a.appointment_id = d.appointment_id and upper_inf(a.known)
        where d.person_id = ${personId} and upper_inf(d.known))
    select h.appointment_id as id, h.role, h.home_id as organization, lower(h.days) as from, upper(h.days) as until,
      h.lender as "lentBy", h.holds as "isInForce",
      case when not h.holds or h.scope = 'own' then array[h.home_id] when h.scope = 'everywhere' then null else (
        select array_agg(distinct below.id) from (
          select h.home_id as id
          union all select o1.organization_id from ${firstBelow}
          union all select o2.organization_id from (select * from ${firstBelow}) o1 ${oneBelow('o1', 'o2')}
          union all select o3.organization_id from (select * from ${firstBelow}) o1 ${oneBelow('o1', 'o2')} ${oneBelow('o2', 'o3')}
        ) below) end as homes
    from h order by h.lender is not null, lower(h.days), h.appointment_id`);
  return {
    person: personId,
    appointments: rows.filter(({ isInForce }) => isInForce).map(appointmentOf),
    everHeld: [...new Set(rows.map(({ id }) => id))],
  };
}

function appointmentOf({ id, role, organization, from, until, lentBy, homes }: HeldRow): HeldAppointment {
  return {
    id,
    role,
    organization,
    scope: homes === null ? 'everywhere' : homes,
    from,
    ...(until === null ? {} : { until }),
    ...(lentBy === null ? {} : { lentBy }),
  };
}
