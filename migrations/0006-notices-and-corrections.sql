-- What readers ask for without an account: to be told of changes, to have a list checked, to have an error corrected.
-- Addresses and free texts of readers stand in private_text alone, where they can be erased.

create table watch (
  home_id uuid, watch_id uuid, row_no int, subject_kind text not null, subject_key text collate "C" not null, subject jsonb not null,
  lang text not null, state text not null check (state in ('asked', 'confirmed', 'stopped', 'lapsed')), email_text uuid not null, stop_text uuid not null,
  confirm_hash text not null, stop_hash text not null, asked_at timestamptz not null, valid_until timestamptz not null,
  from_size bigint, from_day date,
  valid daterange not null, known tstzrange not null, primary key (home_id, watch_id, row_no));
create index watch_subject on watch (subject_kind, subject_key) where upper_inf(known);
create index watch_state on watch (state) where upper_inf(known);
comment on table watch is 'distributed by home_id. Who wants to be told of changes of what; the address stands in private_text.';
comment on column watch.home_id is 'Home of the installation that sends the messages.';
comment on column watch.watch_id is 'Opaque identifier of the watch.';
comment on column watch.row_no is 'Number of the row within the stream.';
comment on column watch.subject_kind is 'standard, search or list.';
comment on column watch.subject_key is 'What is watched, as its kind names it: identifier, query, address of a list.';
comment on column watch.subject is 'Label in both languages and address of the page, for messages.';
comment on column watch.lang is 'Language of the messages.';
comment on column watch.state is 'asked, confirmed, stopped or lapsed.';
comment on column watch.email_text is 'The private text with the address; erased when stopped or lapsed.';
comment on column watch.stop_text is 'The private text with the token of the link that stops the messages.';
comment on column watch.confirm_hash is 'SHA-256 of the token that confirms.';
comment on column watch.stop_hash is 'SHA-256 of the token that stops.';
comment on column watch.asked_at is 'When it was asked for.';
comment on column watch.valid_until is 'Until when the link confirms.';
comment on column watch.from_size is 'Size of the log when confirmed: changes after it are told.';
comment on column watch.from_day is 'The day of confirmation.';
comment on column watch.valid is 'Days on which the row holds.';
comment on column watch.known is 'Since when and until when the register held it.';

create table watch_mark (
  home_id uuid, watch_id uuid, tree_size bigint not null, day date not null, looked_at timestamptz not null,
  told_on date, state jsonb not null,
  primary key (home_id, watch_id));
comment on table watch_mark is 'distributed by home_id. Up to where each watch has been told, and what; made when it is first looked at.';
comment on column watch_mark.home_id is 'Home of the watch.';
comment on column watch_mark.watch_id is 'The watch.';
comment on column watch_mark.tree_size is 'Size of the log up to which changes were told.';
comment on column watch_mark.day is 'The day up to which dates that came true were told.';
comment on column watch_mark.looked_at is 'When it was last looked at.';
comment on column watch_mark.state is 'What was told of each standard: status, successors, amendments, days.';
comment on column watch_mark.told_on is 'Day of the last message.';

create table message (
  home_id uuid, message_id uuid, watch_id uuid not null, tree_size bigint not null, day date not null, subject text not null, body text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'in-doubt', 'dropped')), attempts int not null, due_at timestamptz not null,
  made_at timestamptz not null, ended_at timestamptz,
  primary key (home_id, message_id),
  constraint message_once unique (home_id, watch_id, tree_size, day));
create index message_due on message (due_at) where state = 'waiting';
comment on table message is 'distributed by home_id. Messages to readers, each once for a change; the address is looked up when it is sent.';
comment on column message.home_id is 'Home of the watch.';
comment on column message.message_id is 'Opaque identifier; also in the Message-ID.';
comment on column message.watch_id is 'The watch whose change it tells.';
comment on column message.tree_size is 'Size of the log up to which it tells.';
comment on column message.day is 'The day up to which it tells.';
comment on column message.subject is 'Subject line.';
comment on column message.body is 'Text without address and without the link that stops; both are added when it is sent.';
comment on column message.state is 'waiting, sending, sent, in-doubt (ended while handing over; not sent twice) or dropped (watch stopped).';
comment on column message.attempts is 'How often the server of messages refused it for a time.';
comment on column message.due_at is 'Not to be sent before.';
comment on column message.made_at is 'When it was written.';
comment on column message.ended_at is 'When it was sent, dropped or found in doubt.';

create table public_allowance (
  day date, kind text, subject_hash bytea, used int not null,
  primary key (day, kind, subject_hash));
comment on table public_allowance is 'local. How often a public tool was used today by one sender or for one address; each day''s rows go with the day.';
comment on column public_allowance.day is 'The day counted.';
comment on column public_allowance.kind is 'What is counted.';
comment on column public_allowance.subject_hash is 'SHA-256 over installation, day and who or what is counted.';
comment on column public_allowance.used is 'How often.';

create table checked_list (
  list_id text collate "C" primary key, checked_at timestamptz not null, checked_on date not null, as_of date not null,
  known_at timestamptz, tree_size bigint not null, root bytea, file_name text, total int not null, result_hash bytea not null, kept_until date not null);
create index checked_list_kept on checked_list (kept_until);
comment on table checked_list is 'local. Lists that were checked, and what the answer rests on; nothing of the sender but the name of the file.';
comment on column checked_list.list_id is 'Address that cannot be guessed: 144 random bits.';
comment on column checked_list.checked_at is 'When it was checked.';
comment on column checked_list.checked_on is 'That day in the time zone of the installation.';
comment on column checked_list.as_of is 'The day asked about beside it.';
comment on column checked_list.known_at is 'The instant up to which the register''s knowledge was used; none when the log was empty.';
comment on column checked_list.tree_size is 'Size of the log at that checkpoint.';
comment on column checked_list.root is 'Root of the log at that checkpoint.';
comment on column checked_list.file_name is 'Name of the file that was read.';
comment on column checked_list.total is 'Number of rows.';
comment on column checked_list.result_hash is 'SHA-256 of the canonical answer.';
comment on column checked_list.kept_until is 'Last day on which it is kept, unless it is watched.';

create table checked_list_row (
  list_id text collate "C", row_no int, standing text not null, answer jsonb not null,
  primary key (list_id, row_no),
  constraint checked_list_row_of_list foreign key (list_id) references checked_list on delete cascade);
comment on table checked_list_row is 'local. One number of a checked list with its answer, as it was given.';
comment on column checked_list_row.list_id is 'The list.';
comment on column checked_list_row.row_no is 'Place in the list, from 1.';
comment on column checked_list_row.standing is 'Status today, or why there is none; for choosing rows.';
comment on column checked_list_row.answer is 'Place and text of the number (cut to 200 characters), how it was understood, and what the register answered.';

create table correction_request (
  home_id uuid, request_id uuid, row_no int, number text collate "C" not null, standard_home_id uuid not null, standard_id uuid not null,
  standard_number text not null, standard_address text not null, field text not null, was text not null,
  should_be jsonb not null, evidence jsonb not null, email jsonb, reported_at timestamptz not null, answer_by date not null,
  state text not null check (state in ('open', 'accepted', 'refused')), answered_at timestamptz, reason text, corrected boolean,
  valid daterange not null, known tstzrange not null, primary key (home_id, request_id, row_no));
create index correction_request_number on correction_request (number) where upper_inf(known);
create index correction_request_standard on correction_request (standard_id) where upper_inf(known);
create index correction_request_open on correction_request (reported_at) where upper_inf(known) and state = 'open';
comment on table correction_request is 'distributed by home_id. Errors that readers reported in records, and what became of each report.';
comment on column correction_request.home_id is 'Home of the installation that answers.';
comment on column correction_request.request_id is 'Opaque identifier of the report.';
comment on column correction_request.row_no is 'Number of the row within the stream.';
comment on column correction_request.number is 'Short number by which people name the report.';
comment on column correction_request.standard_home_id is 'Home of the record.';
comment on column correction_request.standard_id is 'The record in which the error is.';
comment on column correction_request.standard_number is 'Number of the record when the error was reported.';
comment on column correction_request.standard_address is 'Permanent address of the record then.';
comment on column correction_request.field is 'Field that is wrong.';
comment on column correction_request.was is 'What the record said.';
comment on column correction_request.should_be is 'The private text with what it should say.';
comment on column correction_request.evidence is 'The private text with where that can be seen.';
comment on column correction_request.email is 'The private text with the reporter''s address, if any; never shown.';
comment on column correction_request.reported_at is 'When it was reported.';
comment on column correction_request.answer_by is 'Day by which it is to be answered.';
comment on column correction_request.state is 'open, accepted or refused.';
comment on column correction_request.answered_at is 'When it was answered.';
comment on column correction_request.reason is 'Reason of the answer.';
comment on column correction_request.corrected is 'Whether the answer itself corrected the record; else an earlier act had.';
comment on column correction_request.valid is 'Days on which the row holds.';
comment on column correction_request.known is 'Since when and until when the register held it.';

grant select, insert, update, delete on watch, watch_mark, message, public_allowance, checked_list, checked_list_row, correction_request to guiju_server;
