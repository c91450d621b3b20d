-- How a person comes in: accounts, sessions, second factors, links that work once, tokens of programs. Accounts name a person by
-- the opaque identifier alone; sessions are in no backup, so that nobody signs in with an old copy.

create table access_user (
  id uuid primary key, name text not null, email text collate "C" not null unique, email_verified boolean not null default false, image text,
  two_factor_enabled boolean default false, created_at timestamptz not null, updated_at timestamptz not null);
comment on table access_user is 'local. An account of a person; it holds neither name nor address.';
comment on column access_user.id is 'The person.';
comment on column access_user.name is 'Always empty: the name stands in private_text.';
comment on column access_user.email is 'The identifier of the person in the form of an address that nobody has; the real one stands in private_text.';
comment on column access_user.email_verified is 'Whether the person has opened a link sent to the real address.';
comment on column access_user.image is 'Always null.';
comment on column access_user.two_factor_enabled is 'Whether signing in needs a second factor.';
comment on column access_user.created_at is 'When the account was opened.';
comment on column access_user.updated_at is 'When it was changed last.';

create table access_account (
  id uuid primary key, user_id uuid not null references access_user on delete cascade, account_id text not null, provider_id text not null, password text,
  access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text,
  created_at timestamptz not null, updated_at timestamptz not null,
  constraint access_account_once unique (provider_id, account_id));
create index access_account_user on access_account (user_id);
comment on table access_account is 'local. A way in to an account: a password, or a provider of identities.';
comment on column access_account.id is 'Opaque identifier.';
comment on column access_account.user_id is 'The account.';
comment on column access_account.account_id is 'The person, or the subject as the provider names it.';
comment on column access_account.provider_id is 'credential, or the provider.';
comment on column access_account.password is 'Hash of the password (scrypt) with its salt.';
comment on column access_account.access_token is 'Always null: nothing of the provider is kept.';
comment on column access_account.refresh_token is 'Always null.';
comment on column access_account.id_token is 'Always null.';
comment on column access_account.access_token_expires_at is 'Always null.';
comment on column access_account.refresh_token_expires_at is 'Always null.';
comment on column access_account.scope is 'What was asked of the provider.';
comment on column access_account.created_at is 'When it was opened.';
comment on column access_account.updated_at is 'When it was changed last.';

create table access_session (
  id uuid primary key, user_id uuid not null references access_user on delete cascade, token text collate "C" not null unique, expires_at timestamptz not null,
  ip_address text, user_agent text, created_at timestamptz not null, updated_at timestamptz not null);
create index access_session_user on access_session (user_id);
comment on table access_session is 'local. Who is signed in; in no backup.';
comment on column access_session.id is 'Opaque identifier.';
comment on column access_session.user_id is 'The account.';
comment on column access_session.token is 'What the signed cookie holds.';
comment on column access_session.expires_at is 'When it ends by itself.';
comment on column access_session.ip_address is 'Always empty.';
comment on column access_session.user_agent is 'The browser as it names itself, so that its owner knows it again.';
comment on column access_session.created_at is 'When the person signed in.';
comment on column access_session.updated_at is 'When it was changed last.';

create table access_verification (
  id uuid primary key, identifier text collate "C" not null, value text not null, expires_at timestamptz not null, created_at timestamptz not null, updated_at timestamptz not null);
create index access_verification_identifier on access_verification (identifier);
comment on table access_verification is 'local. Sign-ins under way: waiting for a second factor, or for the answer of a provider; in no backup.';
comment on column access_verification.id is 'Opaque identifier.';
comment on column access_verification.identifier is 'What is waited for.';
comment on column access_verification.value is 'What it is about.';
comment on column access_verification.expires_at is 'Until when.';
comment on column access_verification.created_at is 'When it began.';
comment on column access_verification.updated_at is 'When it was changed last.';

create table access_two_factor (
  id uuid primary key, user_id uuid not null unique references access_user on delete cascade, secret text not null, backup_codes text not null, verified boolean default true,
  failed_verification_count int default 0, locked_until timestamptz);
comment on table access_two_factor is 'local. Second factors, encrypted with the secret of the installation.';
comment on column access_two_factor.id is 'Opaque identifier.';
comment on column access_two_factor.user_id is 'The account.';
comment on column access_two_factor.secret is 'Secret of the codes (RFC 6238), encrypted.';
comment on column access_two_factor.backup_codes is 'Recovery codes not used yet, encrypted.';
comment on column access_two_factor.verified is 'Whether a first code was right.';
comment on column access_two_factor.failed_verification_count is 'Wrong codes one after another.';
comment on column access_two_factor.locked_until is 'Until when no code is looked at after too many wrong ones.';

create table access_link (
  token_hash text collate "C" primary key, kind text not null check (kind in ('first-administrator', 'invitation', 'recovery', 'confirmation')), person_id uuid,
  made_at timestamptz not null, valid_until timestamptz not null, used_at timestamptz);
create index access_link_person on access_link (person_id, kind);
comment on table access_link is 'local. Links that open an account, set a new password or confirm an address, each once; in no backup.';
comment on column access_link.token_hash is 'SHA-256 of the 256 random bits in the link.';
comment on column access_link.kind is 'What it is for.';
comment on column access_link.person_id is 'Whose it is; nobody''s for the first administrator.';
comment on column access_link.made_at is 'When it was made.';
comment on column access_link.valid_until is 'Until when it works.';
comment on column access_link.used_at is 'When it was used.';

create table access_failure (
  subject_hash bytea primary key, failures int not null, last_at timestamptz not null);
comment on table access_failure is 'local. Failed attempts by account and by sender, for growing delays; in no backup.';
comment on column access_failure.subject_hash is 'Keyed hash of the account or the sender.';
comment on column access_failure.failures is 'Failures one after another.';
comment on column access_failure.last_at is 'The last of them.';

create table api_token (
  token_id uuid primary key, token_hash text collate "C" not null unique, person_id uuid not null, appointment_id uuid not null, label text not null, ending text not null,
  actions text[], made_at timestamptz not null, valid_until date not null, last_used_at timestamptz, ended_at timestamptz);
create index api_token_person on api_token (person_id);
comment on table api_token is 'local. Tokens that a person made for programs, each for one appointment.';
comment on column api_token.token_id is 'Opaque identifier.';
comment on column api_token.token_hash is 'SHA-256 of the token; the token itself is shown once.';
comment on column api_token.person_id is 'Who made it.';
comment on column api_token.appointment_id is 'The appointment by which it acts.';
comment on column api_token.label is 'What its owner calls it.';
comment on column api_token.ending is 'The last four characters, so that its owner knows it again.';
comment on column api_token.actions is 'What it may do; null: read only.';
comment on column api_token.made_at is 'When it was made.';
comment on column api_token.valid_until is 'The last day on which it works, at most a year on.';
comment on column api_token.last_used_at is 'When it was used last, to the minute.';
comment on column api_token.ended_at is 'When its owner ended it.';

create table task_link (
  home_id uuid, link_id uuid, row_no int, token_hash text collate "C" not null, person_id uuid not null, task_kind text not null, task_key text collate "C" not null,
  until date not null, state text not null check (state in ('open', 'used', 'replaced')),
  valid daterange not null, known tstzrange not null, primary key (home_id, link_id, row_no));
create index task_link_token on task_link (token_hash) where upper_inf(known);
create index task_link_task on task_link (person_id, task_kind, task_key) where upper_inf(known) and state = 'open';
comment on table task_link is 'distributed by home_id. Personal links, each for one task of one person, used once.';
comment on column task_link.home_id is 'The organization that sent it.';
comment on column task_link.link_id is 'Opaque identifier.';
comment on column task_link.row_no is 'Number of the row within the stream.';
comment on column task_link.token_hash is 'SHA-256 of the 256 random bits in the link.';
comment on column task_link.person_id is 'Whose it is.';
comment on column task_link.task_kind is 'Kind of the task.';
comment on column task_link.task_key is 'The task, as its kind names it.';
comment on column task_link.until is 'The last day on which it works.';
comment on column task_link.state is 'open, used or replaced.';
comment on column task_link.valid is 'Days on which the row holds.';
comment on column task_link.known is 'Since when and until when the register held it.';

create index act_of_person on act (person_id, recorded_at desc) where person_id is not null;
create index act_recorded on act (recorded_at desc, act_id);

grant select, insert, update, delete on access_user, access_account, access_session, access_verification, access_two_factor, access_link, access_failure, api_token, task_link to guiju_server;
