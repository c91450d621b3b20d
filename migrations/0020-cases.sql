-- Running procedures. Every table is folded from the events of one case; what a case waits for, its deadlines and its
-- windows stand in tables of their own, because inboxes, calendars and lists ask for them across all cases.

create table running_case (
  home_id uuid, case_id uuid, row_no int, number text collate "C" not null, procedure text not null, version int not null,
  title jsonb not null, stage text not null, stage_code text, since date not null, due_on date, opened_on date not null,
  outcome text, ended_on date, suspended_on date, plan_number text collate "C", is_brought_in boolean not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index running_case_number on running_case (number) where upper_inf(known);
create index running_case_plan on running_case (plan_number) where upper_inf(known) and plan_number is not null;
create index running_case_stage on running_case (procedure, stage, since) where upper_inf(known);
comment on table running_case is 'distributed by home_id. Running procedures: where each case stands.';
comment on column running_case.home_id is 'Home under which the case was opened.';
comment on column running_case.case_id is 'Opaque identifier of the case.';
comment on column running_case.row_no is 'Number of the row within the stream.';
comment on column running_case.number is 'Number under which people speak of the case.';
comment on column running_case.procedure is 'Name of its procedure.';
comment on column running_case.version is 'Version of the procedure that the case keeps.';
comment on column running_case.title is 'What it is about, in the languages given.';
comment on column running_case.stage is 'Stage of the main track.';
comment on column running_case.stage_code is 'Stage of GB/T 16733, of the main track.';
comment on column running_case.since is 'Since when it stands there.';
comment on column running_case.due_on is 'Last day of that stage, or of the suspension.';
comment on column running_case.opened_on is 'Day of its first step.';
comment on column running_case.outcome is 'done, refused, terminated, withdrawn or merged; empty while it runs.';
comment on column running_case.ended_on is 'Day of its end.';
comment on column running_case.suspended_on is 'Since when it is suspended.';
comment on column running_case.plan_number is 'Number in the plan of national standards.';
comment on column running_case.is_brought_in is 'Whether it began elsewhere.';
comment on column running_case.valid is 'Days on which the row holds.';
comment on column running_case.known is 'Since when and until when the register held it.';

create table case_fact (
  home_id uuid, case_id uuid, row_no int, fact text not null, place int not null, value text not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_fact_value on case_fact (fact, value text_pattern_ops) where upper_inf(known) and fact in ('ics', 'ccs', 'number', 'replaces');
comment on table case_fact is 'distributed by home_id. What cases know: one row for each value of each fact that is not private.';
comment on column case_fact.home_id is 'Home of the case.';
comment on column case_fact.case_id is 'The case.';
comment on column case_fact.row_no is 'Number of the row within the stream.';
comment on column case_fact.fact is 'Name of the fact in the definition.';
comment on column case_fact.place is 'Place in a list, from 1.';
comment on column case_fact.value is 'The value as text; yes and no are true and false.';
comment on column case_fact.valid is 'Days on which the row holds.';
comment on column case_fact.known is 'Since when and until when the register held it.';

create table case_party (
  home_id uuid, case_id uuid, row_no int, party text not null, organization_id uuid not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_party_organization on case_party (organization_id, party) where upper_inf(known);
comment on table case_party is 'distributed by home_id. Which organization fills which place in a case.';
comment on column case_party.home_id is 'Home of the case.';
comment on column case_party.case_id is 'The case.';
comment on column case_party.row_no is 'Number of the row within the stream.';
comment on column case_party.party is 'The place: committee, department, authority.';
comment on column case_party.organization_id is 'The organization.';
comment on column case_party.valid is 'Days on which the row holds.';
comment on column case_party.known is 'Since when and until when the register held it.';

create table case_wait (
  home_id uuid, case_id uuid, row_no int, track text not null, stage text not null, role text not null, organization_id uuid,
  steps text[] not null, since date not null, due_on date, due_confirmed boolean, closes_on date,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_wait_actor on case_wait (organization_id, role, due_on) where upper_inf(known);
create index case_wait_role on case_wait (role, due_on) where upper_inf(known) and organization_id is null;
comment on table case_wait is 'distributed by home_id. Whom each case waits for: the inboxes.';
comment on column case_wait.home_id is 'Home of the case.';
comment on column case_wait.case_id is 'The case.';
comment on column case_wait.row_no is 'Number of the row within the stream.';
comment on column case_wait.track is 'Track of the procedure.';
comment on column case_wait.stage is 'Stage it stands at.';
comment on column case_wait.role is 'Role that can act.';
comment on column case_wait.organization_id is 'Organization for which the role is held; empty: wherever it is held.';
comment on column case_wait.steps is 'Steps that can be taken from there.';
comment on column case_wait.since is 'Since when it waits.';
comment on column case_wait.due_on is 'Last day.';
comment on column case_wait.due_confirmed is 'Whether the rule behind the last day is confirmed.';
comment on column case_wait.closes_on is 'Last day of the window that has to end first.';
comment on column case_wait.valid is 'Days on which the row holds.';
comment on column case_wait.known is 'Since when and until when the register held it.';

create table case_clock (
  home_id uuid, case_id uuid, row_no int, clock text not null, started_on date not null, due_on date not null, rule text not null,
  jurisdiction text not null, due_confirmed boolean not null, extensions int not null, stopped_on date, takes_step boolean not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_clock_due on case_clock (due_on) where upper_inf(known) and stopped_on is null;
create index case_clock_timed on case_clock (due_on) where upper_inf(known) and takes_step;
comment on table case_clock is 'distributed by home_id. Deadlines of cases, with the rule each follows from.';
comment on column case_clock.home_id is 'Home of the case.';
comment on column case_clock.case_id is 'The case.';
comment on column case_clock.row_no is 'Number of the row within the stream.';
comment on column case_clock.clock is 'Name in the definition; stage:NAME for the time of a stage, suspension for that of a suspension.';
comment on column case_clock.started_on is 'Day from which it is counted.';
comment on column case_clock.due_on is 'Last day.';
comment on column case_clock.rule is 'Rule of the rulebook.';
comment on column case_clock.jurisdiction is 'Whose value of the rule was used.';
comment on column case_clock.due_confirmed is 'Whether the value is confirmed.';
comment on column case_clock.extensions is 'How often it was extended.';
comment on column case_clock.stopped_on is 'Day on which it was stopped.';
comment on column case_clock.takes_step is 'Whether time takes a step when it is over.';
comment on column case_clock.valid is 'Days on which the row holds.';
comment on column case_clock.known is 'Since when and until when the register held it.';

create table case_window (
  home_id uuid, case_id uuid, row_no int, window_name text not null, round int not null, opened_on date not null, closes_on date not null,
  result jsonb, verdict text, concluded_on date, is_abandoned boolean not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_window_closes on case_window (window_name, closes_on) where upper_inf(known);
comment on table case_window is 'distributed by home_id. Consultations, ballots, public notices and notifications of cases.';
comment on column case_window.home_id is 'Home of the case.';
comment on column case_window.case_id is 'The case.';
comment on column case_window.row_no is 'Number of the row within the stream.';
comment on column case_window.window_name is 'Name in the definition.';
comment on column case_window.round is 'Which opening of it, from 1.';
comment on column case_window.opened_on is 'First day.';
comment on column case_window.closes_on is 'Last day.';
comment on column case_window.result is 'What came of it: counts of what was asked, received, answered, or votes.';
comment on column case_window.verdict is 'Of a ballot: carried, notCarried or noQuorum.';
comment on column case_window.concluded_on is 'Day on which the result was entered.';
comment on column case_window.is_abandoned is 'Whether it was given up with the case.';
comment on column case_window.valid is 'Days on which the row holds.';
comment on column case_window.known is 'Since when and until when the register held it.';

create table case_step (
  home_id uuid, case_id uuid, row_no int, place int not null, step text not null, taken_on date not null, organization_id uuid,
  appointment_id uuid, role text, by_time boolean not null, is_witnessed boolean not null, is_entered_for boolean not null,
  channel text, elsewhere_on date, elsewhere_number text,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_step_organization on case_step (organization_id, taken_on) where upper_inf(known);
comment on table case_step is 'distributed by home_id. Steps that were taken, in their order.';
comment on column case_step.home_id is 'Home of the case.';
comment on column case_step.case_id is 'The case.';
comment on column case_step.row_no is 'Number of the row within the stream.';
comment on column case_step.place is 'Place in the order of steps, from 1.';
comment on column case_step.step is 'Name in the definition.';
comment on column case_step.taken_on is 'Day on which it was done.';
comment on column case_step.organization_id is 'For which organization.';
comment on column case_step.appointment_id is 'By which appointment; never a name.';
comment on column case_step.role is 'In which role.';
comment on column case_step.by_time is 'Whether time took it.';
comment on column case_step.is_witnessed is 'False for what was brought in with the case.';
comment on column case_step.is_entered_for is 'Whether the secretariat entered it for somebody.';
comment on column case_step.channel is 'Where it was done, if not here.';
comment on column case_step.elsewhere_on is 'When it was done there.';
comment on column case_step.elsewhere_number is 'The number received there.';
comment on column case_step.valid is 'Days on which the row holds.';
comment on column case_step.known is 'Since when and until when the register held it.';

create table case_document (
  home_id uuid, case_id uuid, row_no int, kind text not null, document_id text not null, content_hash text not null, brought_on date not null,
  approved_hash text, approved_on date,
  valid daterange not null, known tstzrange not null, primary key (home_id, case_id, row_no));
create index case_document_document on case_document (document_id) where upper_inf(known);
comment on table case_document is 'distributed by home_id. The present document of each kind in a case, and what was approved.';
comment on column case_document.home_id is 'Home of the case.';
comment on column case_document.case_id is 'The case.';
comment on column case_document.row_no is 'Number of the row within the stream.';
comment on column case_document.kind is 'Kind of document.';
comment on column case_document.document_id is 'The document.';
comment on column case_document.content_hash is 'SHA-256 of its present content.';
comment on column case_document.brought_on is 'Since when this content is the present one.';
comment on column case_document.approved_hash is 'SHA-256 of the content that was approved; another than the present one is void.';
comment on column case_document.approved_on is 'Day of the approval.';
comment on column case_document.valid is 'Days on which the row holds.';
comment on column case_document.known is 'Since when and until when the register held it.';

grant select, insert, update, delete on running_case, case_fact, case_party, case_wait, case_clock, case_window, case_step, case_document to guiju_server;
