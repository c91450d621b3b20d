-- The kernel: who did what (act), what was said of each thing (event), who holds a number (claim), what a person wrote
-- (private_text). Everything else can be rebuilt from these four.

do $$ begin
  if not exists (select from pg_roles where rolname = 'guiju_server') then
    create role guiju_server nologin;
  end if;
  -- The embedded database takes COPY rows through a device of its own file system; a server takes them from the connection.
  if version() like '%wasm%' or version() like '%emscripten%' then
    grant pg_read_server_files to guiju_server;
  end if;
end $$;

create table installation (
  one boolean primary key default true check (one),
  installation_id uuid not null,
  home_id uuid not null,
  name text not null,
  origin text not null,
  profile text not null,
  nature text not null check (nature in ('real', 'rehearsal')),
  opened_at timestamptz not null);
comment on table installation is 'reference. One row: what this installation is. Real or rehearsal from its first act and for ever.';
comment on column installation.one is 'Makes sure that there is one row.';
comment on column installation.installation_id is 'Opaque identifier of the installation.';
comment on column installation.home_id is 'The organization that operates the installation.';
comment on column installation.name is 'Name of the operating organization.';
comment on column installation.origin is 'Name of the log in checkpoints (C2SP tlog-checkpoint).';
comment on column installation.profile is 'nation, department, province, city, association or enterprise.';
comment on column installation.nature is 'real or rehearsal; never changes.';
comment on column installation.opened_at is 'When the installation was opened.';

create table act (
  home_id uuid, act_id uuid, command text not null, idempotency_key text not null, input_hash bytea not null, answer jsonb not null,
  person_id uuid, person_salt bytea, appointment_id uuid, for_home_id uuid, case_id uuid, basis text not null, rule_version text,
  recorded_at timestamptz not null,
  primary key (home_id, act_id),
  constraint act_once unique (home_id, idempotency_key));
comment on table act is 'distributed by home_id. One accepted command: who, for whom, under which rule, when.';
comment on column act.home_id is 'Home of the organization that acts.';
comment on column act.act_id is 'Opaque identifier (UUID version 7).';
comment on column act.command is 'Name of the command.';
comment on column act.idempotency_key is 'Key given with the request; the same key and input give the recorded answer.';
comment on column act.input_hash is 'SHA-256 of the input, to tell a repetition from another request under the same key.';
comment on column act.answer is 'What was answered; given again on repetition.';
comment on column act.person_id is 'The person who acted, if any. Personal: enters the seal only as a salted hash.';
comment on column act.person_salt is 'Salt of the person''s hash in the seal; erased with the person.';
comment on column act.appointment_id is 'The appointment that gave the authority.';
comment on column act.for_home_id is 'Home of the organization on whose behalf it was done.';
comment on column act.case_id is 'The running procedure it belongs to.';
comment on column act.basis is 'Law, rule or source under which it was done.';
comment on column act.rule_version is 'Version of the rule applied.';
comment on column act.recorded_at is 'Start of the writing transaction by the database''s clock, in milliseconds.';

create table event (
  home_id uuid, stream_id uuid, version int check (version > 0), kind text not null, type text not null, schema smallint not null,
  data jsonb not null, act_home_id uuid not null, act_id uuid not null, valid_on date, corrects int, recorded_at timestamptz not null,
  nonce bytea not null, leaf_hash bytea not null, xid xid8 not null default pg_current_xact_id(), seq bigint generated always as identity,
  primary key (home_id, stream_id, version));
create index event_seal_order on event (xid, seq);
create index event_act on event (act_home_id, act_id);
comment on table event is 'distributed by home_id. What was said of one thing; append only: the server''s role has no update or delete right.';
comment on column event.home_id is 'Home of the stream: the organization under which it was opened; never changes.';
comment on column event.stream_id is 'The thing spoken of.';
comment on column event.version is 'Position in the stream, from 1 without holes.';
comment on column event.kind is 'Kind of thing: standard, organization ...';
comment on column event.type is 'What happened, in the past participle.';
comment on column event.schema is 'Number of the schema of data; older ones are stepped up on reading.';
comment on column event.data is 'What was said. Integers are numbers, decimals are strings; personal text only as a hash.';
comment on column event.act_home_id is 'With act_id: the act that wrote it.';
comment on column event.act_id is 'With act_home_id: the act that wrote it.';
comment on column event.valid_on is 'The day from which it holds in law, where that is a day of its own.';
comment on column event.corrects is 'Version of the event of this stream that this one corrects.';
comment on column event.recorded_at is 'When the register learned it.';
comment on column event.nonce is 'Random bytes in the leaf, so that a hash alone betrays nothing.';
comment on column event.leaf_hash is 'RFC 6962 leaf hash, computed when written.';
comment on column event.xid is 'Writing transaction, for the order of sealing; not in the leaf; 0 after a restore.';
comment on column event.seq is 'Order within a transaction, for sealing; not in the leaf.';

create table claim (
  kind text, value text collate "C", home_id uuid not null, stream_id uuid not null,
  primary key (kind, value));
create index claim_stream on claim (stream_id);
comment on table claim is 'distributed by claim. Who holds a number, a code, an address or a key of a source. Rebuilt from events.';
comment on column claim.kind is 'standard-number, address, source, organization-code ...';
comment on column claim.value is 'The normalized value; unique within its kind.';
comment on column claim.home_id is 'Home of the holder''s stream.';
comment on column claim.stream_id is 'The holder.';

create table private_text (
  home_id uuid, text_id uuid, person_id uuid, salt bytea, text text, erased_at timestamptz, basis text,
  primary key (home_id, text_id),
  constraint private_text_erased_or_whole check ((erased_at is null) = (text is not null and salt is not null)));
comment on table private_text is 'distributed by home_id. What a person wrote or is; events hold only SHA-256(salt || text). Erased on demand.';
comment on column private_text.home_id is 'Home of the stream that speaks of it.';
comment on column private_text.text_id is 'Identifier named in the event.';
comment on column private_text.person_id is 'Whose text it is, if known.';
comment on column private_text.salt is 'Random bytes of the hash; erased with the text.';
comment on column private_text.text is 'The text; erased on demand.';
comment on column private_text.erased_at is 'When it was erased.';
comment on column private_text.basis is 'Legal basis of the erasure.';

create table changed_stream (
  seq bigint generated always as identity, kind text not null, home_id uuid not null, stream_id uuid not null);
create index changed_stream_order on changed_stream (seq);
comment on table changed_stream is 'local. What the indexers have not yet taken up: one row per stream and act.';
comment on column changed_stream.seq is 'Order of arrival.';
comment on column changed_stream.kind is 'Kind of the stream.';
comment on column changed_stream.home_id is 'Home of the stream.';
comment on column changed_stream.stream_id is 'The stream whose rows changed.';

grant usage on schema public to guiju_server;
grant select, insert on act, event, installation to guiju_server;
-- The one thing that may change in an act: who did it can be erased; the hash in the seal stays checkable.
grant update (person_id, person_salt) on act to guiju_server;
grant select, insert, delete on claim, changed_stream to guiju_server;
grant update on claim to guiju_server;
grant select, insert, update on private_text to guiju_server;
