import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';

/** A person with what is written of them; what is absent was never given or is erased. */
export interface Person {
  readonly id: string;
  readonly home: string;
  /** Absent when erased. */
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly lang: 'zh-Hans' | 'en';
}

const columns = sql`p.person_id as id, p.home_id as home, n.text as name, e.text as email, t.text as phone, p.lang`;
const tables = sql`person p
  left join private_text n on n.home_id = p.home_id and n.text_id = p.name_text
  left join private_text e on e.home_id = p.home_id and e.text_id = p.email_text
  left join private_text t on t.home_id = p.home_id and t.text_id = p.phone_text`;

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function personsById(read: ReadHandle, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const asked = ids.filter((id) => uuidShape.test(id));
  if (asked.length === 0) return new Map();
  const rows = await read.all<Person>(
    sql`select ${columns} from ${tables} where p.person_id = any(${asked}::uuid[]) and upper_inf(p.known)`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function personById(read: ReadHandle, id: string): Promise<Person | undefined> {
  return (await personsById(read, [id])).get(id);
}

/** The person with an e-mail address, by its keyed hash. */
export function personByEmailKey(read: ReadHandle, key: string): Promise<Person | undefined> {
  return read.first<Person>(
    sql`select ${columns} from ${tables} where p.email_key = ${key} and upper_inf(p.known) limit 1`,
  );
}

/** Persons whose name holds a text, of those who hold or held something for one of the homes; everywhere when absent. */
export function personsNamed(
  read: ReadHandle,
  text: string,
  { homes, limit = 100 }: { readonly homes?: readonly string[] | undefined; readonly limit?: number },
): Promise<readonly Person[]> {
  const like = `%${text
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .slice(0, 100)
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  const within =
    homes === undefined
      ? sql`true`
      : sql`(p.home_id = any(${homes}::uuid[]) or exists (select from appointment a where a.person_id = p.person_id
          and a.home_id = any(${homes}::uuid[]) and upper_inf(a.known)))`;
  return read.all<Person>(sql`select ${columns} from ${tables}
    where upper_inf(p.known) and n.text is not null and lower(n.text) like ${like} and ${within} order by n.text, p.person_id limit ${limit}`);
}

/** An appointment as pages show it. */
export interface AppointmentView {
  readonly id: string;
  readonly organization: string;
  readonly person: string;
  readonly role: string;
  readonly scope: string;
  readonly from: string;
  readonly until: string | null;
  readonly givenBy: string | null;
  /** Who gave it: the person of the act, when the act has one. */
  readonly giver: string | null;
  readonly decision: string | null;
}

const appointmentColumns = sql`a.appointment_id as id, a.home_id as organization, a.person_id as person, a.role, a.scope,
  lower(a.valid) as from, upper(a.valid) as until, a.given_by as "givenBy", a.decision,
  (select act.person_id from event e join act on act.home_id = e.act_home_id and act.act_id = e.act_id
    where e.home_id = a.home_id and e.stream_id = a.appointment_id and e.version = 1) as giver`;

/** Appointments of an organization or of a person, past and to come, newest first. */
export function appointmentsOf(
  read: ReadHandle,
  { organization, person }: { readonly organization?: string; readonly person?: string },
): Promise<readonly AppointmentView[]> {
  const whose =
    organization === undefined ? sql`a.person_id = ${person ?? ''}::uuid` : sql`a.home_id = ${organization}::uuid`;
  return read.all<AppointmentView>(sql`select ${appointmentColumns} from appointment a
    where ${whose} and upper_inf(a.known) order by lower(a.valid) desc, a.appointment_id limit 1000`);
}

/** Appointments by their identifiers. */
export async function appointmentsById(
  read: ReadHandle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AppointmentView>> {
  if (ids.length === 0) return new Map();
  const rows = await read.all<AppointmentView>(sql`select ${appointmentColumns} from appointment a
    where a.appointment_id = any(${ids}::uuid[]) and upper_inf(a.known)`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What was lent of appointments. */
export interface DelegationView {
  readonly id: string;
  readonly appointment: string;
  readonly role: string;
  readonly organization: string;
  readonly lender: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string | null;
}

/** What a person lent or borrowed, or what was lent for an organization, from a day on. */
export function delegationsOf(
  read: ReadHandle,
  { organization, person }: { readonly organization?: string; readonly person?: string },
): Promise<readonly DelegationView[]> {
  const whose =
    organization === undefined
      ? sql`(a.person_id = ${person ?? ''}::uuid or d.person_id = ${person ?? ''}::uuid)`
      : sql`a.home_id = ${organization}::uuid`;
  return read.all<DelegationView>(sql`select d.delegation_id as id, a.appointment_id as appointment, a.role, a.home_id as organization,
      a.person_id as lender, d.person_id as to, lower(d.valid) as from, upper(d.valid) as until, r.text as reason
    from delegation d join appointment a on a.home_id = d.home_id and a.appointment_id = d.appointment_id and upper_inf(a.known)
    left join private_text r on r.home_id = d.home_id and r.text_id = d.reason_text
    where ${whose} and upper_inf(d.known) order by lower(d.valid) desc, d.delegation_id limit 500`);
}

export interface AbsenceView {
  readonly from: string;
  readonly until: string;
  readonly substitute: string | null;
}

/** Absences of a person that are not over on a day. */
export function absencesOf(read: ReadHandle, person: string, day: string): Promise<readonly AbsenceView[]> {
  return read.all<AbsenceView>(sql`select lower(valid) as from, upper(valid) as until, substitute_id as substitute from absence
    where person_id = ${person} and upper_inf(known) and upper(valid) > ${day}::date order by lower(valid)`);
}

/** Of some organizations those for which nobody holds an appointment on a day: they do not work in this installation. */
export async function organizationsWithoutHolders(
  read: ReadHandle,
  organizations: readonly string[],
  day: string,
): Promise<ReadonlySet<string>> {
  if (organizations.length === 0) return new Set();
  const rows = await read.all<{ readonly id: string }>(sql`select o.id from unnest(${organizations}::uuid[]) as o (id)
    where not exists (select 1 from appointment a where a.home_id = o.id and upper_inf(a.known) and a.valid @> ${day}::date)`);
  return new Set(rows.map(({ id }) => id));
}
