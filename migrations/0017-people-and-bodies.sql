-- Who acts for whom: organizations as entered in full, persons, their appointments, what is lent of them, and absences.
-- Names and addresses of persons stand in private_text alone, where they can be erased.

create table organization_entry (
  home_id uuid, organization_id uuid, row_no int, names jsonb not null, kind text not null, credit_code text collate "C", region text collate "C", parent_id uuid,
  valid daterange not null, known tstzrange not null, primary key (home_id, organization_id, row_no));
create unique index organization_entry_one_truth on organization_entry (home_id, organization_id, lower(valid)) where upper_inf(known);
create index organization_entry_parent on organization_entry (parent_id) where upper_inf(known) and parent_id is not null;
comment on table organization_entry is 'distributed by home_id. What was entered of an organization in full, as it holds in law from day to day.';
comment on column organization_entry.home_id is 'Its own identifier.';
comment on column organization_entry.organization_id is 'Opaque identifier.';
comment on column organization_entry.row_no is 'Number of the row within the stream.';
comment on column organization_entry.names is 'Name by language: zh-Hans, en.';
comment on column organization_entry.kind is 'Code of organization-kinds.';
comment on column organization_entry.credit_code is 'Unified social credit code (GB 32100), when it has one.';
comment on column organization_entry.region is 'GB/T 2260 code, when it belongs to a region.';
comment on column organization_entry.parent_id is 'The organization above it.';
comment on column organization_entry.valid is 'Days on which it holds in law.';
comment on column organization_entry.known is 'Since when and until when the register held it.';

create table person (
  home_id uuid, person_id uuid, row_no int, name_text uuid not null, email_text uuid, phone_text uuid, email_key text collate "C", lang text not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, person_id, row_no));
create index person_by_id on person (person_id) where upper_inf(known);
create index person_by_email on person (email_key) where upper_inf(known) and email_key is not null;
comment on table person is 'distributed by home_id. Persons by their opaque identifiers; what is known of them stands in private_text.';
comment on column person.home_id is 'The organization that entered the person.';
comment on column person.person_id is 'Opaque identifier.';
comment on column person.row_no is 'Number of the row within the stream.';
comment on column person.name_text is 'The private text with the name.';
comment on column person.email_text is 'The private text with the e-mail address.';
comment on column person.phone_text is 'The private text with the telephone number.';
comment on column person.email_key is 'Keyed hash of the e-mail address, by which one person is found once.';
comment on column person.lang is 'Language of letters to the person.';
comment on column person.valid is 'Days on which the row holds.';
comment on column person.known is 'Since when and until when the register held it.';

create table absence (
  home_id uuid, person_id uuid, row_no int, substitute_id uuid,
  valid daterange not null, known tstzrange not null, primary key (home_id, person_id, row_no));
create index absence_of_person on absence (person_id) where upper_inf(known);
comment on table absence is 'distributed by home_id. Days on which a person is away, and who stands in.';
comment on column absence.home_id is 'Home of the person.';
comment on column absence.person_id is 'The person who is away.';
comment on column absence.row_no is 'Number of the row within the stream.';
comment on column absence.substitute_id is 'The person to whom what may be lent was lent, if any.';
comment on column absence.valid is 'The days of absence.';
comment on column absence.known is 'Since when and until when the register held it.';

create table appointment (
  home_id uuid, appointment_id uuid, row_no int, person_id uuid not null, role text not null, scope text not null check (scope in ('own', 'below', 'everywhere')),
  given_by uuid, decision text,
  valid daterange not null, known tstzrange not null, primary key (home_id, appointment_id, row_no));
create index appointment_of_person on appointment (person_id) where upper_inf(known);
create index appointment_of_home on appointment (home_id, role) where upper_inf(known);
comment on table appointment is 'distributed by home_id. Who acts for an organization in which role on which days: the only source of authority.';
comment on column appointment.home_id is 'The organization for which its holder acts.';
comment on column appointment.appointment_id is 'Opaque identifier.';
comment on column appointment.row_no is 'Number of the row within the stream.';
comment on column appointment.person_id is 'Who holds it.';
comment on column appointment.role is 'Code of roles.';
comment on column appointment.scope is 'own: the organization; below: it and those below it; everywhere.';
comment on column appointment.given_by is 'The appointment by which it was given.';
comment on column appointment.decision is 'Decision of the authority on which it rests, as its number.';
comment on column appointment.valid is 'Days on which it holds.';
comment on column appointment.known is 'Since when and until when the register held it.';

create table delegation (
  home_id uuid, appointment_id uuid, row_no int, delegation_id uuid not null, person_id uuid not null, reason_text uuid not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, appointment_id, row_no));
create index delegation_to_person on delegation (person_id) where upper_inf(known);
comment on table delegation is 'distributed by home_id. Appointments lent to another person for some days.';
comment on column delegation.home_id is 'Home of the appointment.';
comment on column delegation.appointment_id is 'The appointment that is lent.';
comment on column delegation.row_no is 'Number of the row within the stream.';
comment on column delegation.delegation_id is 'Opaque identifier.';
comment on column delegation.person_id is 'To whom it is lent.';
comment on column delegation.reason_text is 'The private text with the reason.';
comment on column delegation.valid is 'Days on which it is lent.';
comment on column delegation.known is 'Since when and until when the register held it.';

create table installation_secret (
  purpose text primary key, secret bytea not null);
comment on table installation_secret is 'local. Secrets of the installation, made at first use: the key of the hashes of e-mail addresses, the key of sessions.';
comment on column installation_secret.purpose is 'What it is for.';
comment on column installation_secret.secret is '256 random bits.';

grant select, insert, update, delete on organization_entry, person, absence, appointment, delegation to guiju_server;
grant select, insert on installation_secret to guiju_server;
