-- The plan of national standards, the numbers given to standards, and the announcements that publish them. Serial numbers
-- are given once, never again, and a gap has its reason.

create table plan_item (
  home_id uuid, plan_item_id uuid, row_no int, number text collate "C" not null, subject text not null, year int not null, serial int not null,
  nature text, department text, title jsonb not null, procedure text not null, case_id uuid not null, issued_on date not null, state text not null,
  ended_on date, reason text, standard_number text,
  valid daterange not null, known tstzrange not null, primary key (home_id, plan_item_id, row_no));
create index plan_item_serial on plan_item (subject, year, serial) where upper_inf(known);
create index plan_item_number on plan_item (number) where upper_inf(known);
create index plan_item_case on plan_item (case_id) where upper_inf(known);
comment on table plan_item is 'distributed by home_id. Items of the plan of national standards.';
comment on column plan_item.home_id is 'Home of the authority that issued it.';
comment on column plan_item.plan_item_id is 'Opaque identifier.';
comment on column plan_item.row_no is 'Number of the row within the stream.';
comment on column plan_item.number is 'Plan number, 20261234-T-469.';
comment on column plan_item.subject is 'standard, foreign-version or reference-material: each has serials of its own.';
comment on column plan_item.year is 'Year of the plan.';
comment on column plan_item.serial is 'Serial in the year.';
comment on column plan_item.nature is 'mandatory, voluntary or guiding, as the plan says.';
comment on column plan_item.department is 'Three digits of the department responsible.';
comment on column plan_item.title is 'Title of the project, in the languages given.';
comment on column plan_item.procedure is 'Procedure of its case.';
comment on column plan_item.case_id is 'The case that carries it out.';
comment on column plan_item.issued_on is 'Day of the plan.';
comment on column plan_item.state is 'issued, cancelled or done.';
comment on column plan_item.ended_on is 'Day on which it was cancelled or done.';
comment on column plan_item.reason is 'Why it was cancelled or adjusted.';
comment on column plan_item.standard_number is 'Number of the standard that came of it.';
comment on column plan_item.valid is 'Days on which the row holds.';
comment on column plan_item.known is 'Since when and until when the register held it.';

create table assigned_number (
  home_id uuid, assignment_id uuid, row_no int, number text collate "C" not null, pool text not null, serial int, year int not null,
  case_id uuid, assigned_on date not null, state text not null, published_on date, reason text,
  valid daterange not null, known tstzrange not null, primary key (home_id, assignment_id, row_no));
create index assigned_number_serial on assigned_number (pool, serial) where upper_inf(known);
create index assigned_number_number on assigned_number (number) where upper_inf(known);
comment on table assigned_number is 'distributed by home_id. Numbers given to national standards, and serials that were passed over, each with its reason.';
comment on column assigned_number.home_id is 'Home of the authority that gave it.';
comment on column assigned_number.assignment_id is 'Opaque identifier.';
comment on column assigned_number.row_no is 'Number of the row within the stream.';
comment on column assigned_number.number is 'The number; of serials passed over, the first of them.';
comment on column assigned_number.pool is 'GB or GSB with its class: serials of one pool are given once.';
comment on column assigned_number.serial is 'Serial in the pool; of serials passed over, the last of them.';
comment on column assigned_number.year is 'Year of the number.';
comment on column assigned_number.case_id is 'The case for which it was given.';
comment on column assigned_number.assigned_on is 'Day on which it was given.';
comment on column assigned_number.state is 'assigned, published, released or passed-over.';
comment on column assigned_number.published_on is 'Day of publication.';
comment on column assigned_number.reason is 'Why serials were passed over, or a number was given back.';
comment on column assigned_number.valid is 'Days on which the row holds.';
comment on column assigned_number.known is 'Since when and until when the register held it.';

create table announcement (
  home_id uuid, announcement_id uuid, row_no int, number text collate "C" not null, kind text not null, issued_on date not null, year int not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, announcement_id, row_no));
create index announcement_day on announcement (issued_on desc, number) where upper_inf(known);
create index announcement_number on announcement (number) where upper_inf(known);
comment on table announcement is 'distributed by home_id. Announcements of the national authority.';
comment on column announcement.home_id is 'Home of the authority.';
comment on column announcement.announcement_id is 'Opaque identifier.';
comment on column announcement.row_no is 'Number of the row within the stream.';
comment on column announcement.number is 'Its number, for example 2026年第12号.';
comment on column announcement.kind is 'standards, amendments, reference-materials, foreign-versions or withdrawals.';
comment on column announcement.issued_on is 'Day of the announcement.';
comment on column announcement.year is 'Year in which it is counted.';
comment on column announcement.valid is 'Days on which the row holds.';
comment on column announcement.known is 'Since when and until when the register held it.';

create table announcement_item (
  home_id uuid, announcement_id uuid, row_no int, place int not null, case_id uuid not null, number text collate "C", title jsonb not null,
  replaces text[] not null, implemented_on date, further_days text[] not null, plan_number text collate "C",
  valid daterange not null, known tstzrange not null, primary key (home_id, announcement_id, row_no));
create index announcement_item_case on announcement_item (case_id) where upper_inf(known);
comment on table announcement_item is 'distributed by home_id. What an announcement publishes, item by item.';
comment on column announcement_item.home_id is 'Home of the authority.';
comment on column announcement_item.announcement_id is 'The announcement.';
comment on column announcement_item.row_no is 'Number of the row within the stream.';
comment on column announcement_item.place is 'Place in the list, from 1.';
comment on column announcement_item.case_id is 'The case that led to it.';
comment on column announcement_item.number is 'Number of the standard.';
comment on column announcement_item.title is 'Title, in the languages given.';
comment on column announcement_item.replaces is 'Numbers it replaces.';
comment on column announcement_item.implemented_on is 'Day of implementation.';
comment on column announcement_item.further_days is 'Further days of implementation, each with what it is for.';
comment on column announcement_item.plan_number is 'Number of its plan item.';
comment on column announcement_item.valid is 'Days on which the row holds.';
comment on column announcement_item.known is 'Since when and until when the register held it.';

grant select, insert, update, delete on plan_item, assigned_number, announcement, announcement_item to guiju_server;
