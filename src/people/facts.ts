import { factQuery, type StreamVersion } from '../foundation/facts.ts';
import { sql } from '../foundation/sql.ts';

/** A person as a decision needs it. */
export interface PersonHeld extends StreamVersion {
  readonly emailKey: string | null;
  readonly isErased: boolean;
  /** Where what is written of the person lies. */
  readonly texts: readonly string[];
}

export const personHeld = factQuery<string | undefined, PersonHeld>({
  name: 'people.person-held',
  keyText: (id) => id ?? '',
  streams: (person) => [person],
  load: async (read, ids) => {
    const rows =
      await read.all<PersonHeld>(sql`select p.home_id as "homeId", p.person_id as "streamId", p.email_key as "emailKey",
        array_remove(array[p.name_text, p.email_text, p.phone_text], null) as texts,
        (select t.erased_at is not null from private_text t where t.home_id = p.home_id and t.text_id = p.name_text) as "isErased",
        (select max(version) from event e where e.home_id = p.home_id and e.stream_id = p.person_id) as version
      from person p where p.person_id = any(${ids.filter((id) => id !== undefined)}::uuid[]) and upper_inf(p.known)`);
    return new Map(rows.map((row) => [row.streamId, row]));
  },
});

/** Who has an e-mail address, by its keyed hash. */
export const personOfEmail = factQuery<string | undefined, { readonly streamId: string }>({
  name: 'people.person-of-email',
  keyText: (key) => key ?? '',
  claims: (key) => (key === undefined ? [] : [{ kind: 'person-email', value: key }]),
  load: async (read, keys) => {
    const rows = await read.all<{ readonly value: string; readonly streamId: string }>(
      sql`select value, stream_id as "streamId" from claim where kind = 'person-email'
        and value = any(${keys.filter((key) => key !== undefined)}::text[])`,
    );
    return new Map(rows.map((row) => [row.value, row]));
  },
});

/** An appointment as a decision needs it. */
export interface AppointmentHeld extends StreamVersion {
  readonly person: string;
  readonly role: string;
  readonly scope: string;
  readonly from: string;
  readonly until: string | null;
}

const heldColumns = sql`a.home_id as "homeId", a.appointment_id as "streamId", a.person_id as person, a.role, a.scope,
  lower(a.valid) as from, upper(a.valid) as until,
  (select max(version) from event e where e.home_id = a.home_id and e.stream_id = a.appointment_id) as version`;

export const appointmentHeld = factQuery<string, AppointmentHeld>({
  name: 'people.appointment-held',
  keyText: (id) => id,
  streams: (appointment) => [appointment],
  load: async (read, ids) => {
    const rows = await read.all<AppointmentHeld>(
      sql`select ${heldColumns} from appointment a where a.appointment_id = any(${ids}::uuid[]) and upper_inf(a.known)`,
    );
    return new Map(rows.map((row) => [row.streamId, row]));
  },
});

/** Every appointment a person ever held, past and to come: who somebody was decides what is kept apart. */
export const everHeldBy = factQuery<string | undefined, readonly AppointmentHeld[]>({
  name: 'people.ever-held-by',
  keyText: (person) => person ?? '',
  streams: (appointments) => appointments,
  load: async (read, persons) => {
    const rows = await read.all<AppointmentHeld>(sql`select ${heldColumns} from appointment a
      where a.person_id = any(${persons.filter((person) => person !== undefined)}::uuid[]) and upper_inf(a.known)
      order by lower(a.valid), a.appointment_id`);
    return Map.groupBy(rows, ({ person }) => person);
  },
});

/** What was lent, and to whom. */
export interface DelegationHeld extends StreamVersion {
  readonly delegation: string;
  readonly to: string;
  readonly lender: string;
  readonly from: string;
  readonly until: string;
}

export const delegationHeld = factQuery<string, DelegationHeld>({
  name: 'people.delegation-held',
  keyText: (id) => id,
  streams: (delegation) => [delegation],
  load: async (read, ids) => {
    const rows =
      await read.all<DelegationHeld>(sql`select d.home_id as "homeId", d.appointment_id as "streamId", d.delegation_id as delegation,
        d.person_id as to, a.person_id as lender, lower(d.valid) as from, upper(d.valid) as until,
        (select max(version) from event e where e.home_id = d.home_id and e.stream_id = d.appointment_id) as version
      from delegation d join appointment a on a.home_id = d.home_id and a.appointment_id = d.appointment_id and upper_inf(a.known)
      where d.delegation_id = any(${ids}::uuid[]) and upper_inf(d.known)`);
    return new Map(rows.map((row) => [row.delegation, row]));
  },
});

export interface TwoPersons {
  readonly one: string;
  readonly other: string;
}

/** Organizations for which two persons both hold, or ever held, an appointment: D1 and D5 of the separation of duties. */
export const sameOrganization = factQuery<TwoPersons, readonly string[]>({
  name: 'people.same-organization',
  keyText: ({ one, other }) => `${one} ${other}`,
  load: async (read, pairs) => {
    const rows = await read.all<{ readonly key: string; readonly organization: string }>(sql`
      select distinct pair.one || ' ' || pair.other as key, a.home_id as organization
      from unnest(${pairs.map(({ one }) => one)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[]) as pair (one, other)
      join appointment a on a.person_id = pair.one and upper_inf(a.known)
      join appointment b on b.person_id = pair.other and b.home_id = a.home_id and upper_inf(b.known)`);
    const byPair = Map.groupBy(rows, ({ key }) => key);
    return new Map([...byPair].map(([key, found]) => [key, found.map(({ organization }) => organization)]));
  },
});
