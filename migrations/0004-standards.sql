-- The register of standards: what holds of each standard, both clocks on every row; relations and drafting organizations
-- as rows of their own, so that both sides of a relation and all standards of an organization are found by an index.

create table organization (
  home_id uuid, organization_id uuid, row_no int, code text collate "C" not null, names jsonb not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, organization_id, row_no));
comment on table organization is 'distributed by home_id. Organizations under which streams are opened: publishers, authorities, associations, enterprises.';
comment on column organization.home_id is 'Its own identifier.';
comment on column organization.organization_id is 'Opaque identifier.';
comment on column organization.row_no is 'Number of the row within the stream.';
comment on column organization.code is 'Code by which sources name it: ISO, SAC, CN-YY, CN-DB11, T/CAS, Q/GDW.';
comment on column organization.names is 'Names as {lang, text}; empty where only the code is known.';
comment on column organization.valid is 'Days on which it holds in law.';
comment on column organization.known is 'Since when and until when the register held it.';
create index organization_code on organization (code) where upper_inf(known);

create table standard (
  home_id uuid, standard_id uuid, row_no int,
  number text not null, number_key text collate "C" not null, series_key text collate "C" not null, work_key text collate "C" not null,
  address text collate "C" not null, scheme text not null, publisher text not null, tier text, kind text not null, nature text,
  title jsonb not null, scope jsonb not null, published_on date, published_as text, implemented_on date, implementations jsonb not null,
  withdrawn_on date, withdrawn_as text, withdrawal jsonb, cancelled_on date, suspensions jsonb not null,
  reviewed_on date, reported_state text, reported_on date, reported_source text, stage text, edition int,
  ics text[] not null, ccs text[] not null, industry text, region text, sector text, topics text[] not null,
  committee text, department text, issuers text[] not null, drafters text[] not null, filing jsonb, pages int, languages text[] not null,
  text_address text, remarks text, has_conflict boolean not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, standard_id, row_no));
create unique index standard_one_truth on standard (home_id, standard_id, lower(valid)) where upper_inf(known);
-- Looked up as known on past days too, so these two are whole.
create index standard_number on standard (number_key);
create index standard_series on standard (series_key) where upper_inf(known);
create index standard_work on standard (work_key) where upper_inf(known);
create index standard_stream on standard (standard_id);
create index standard_committee on standard (committee) where upper_inf(known) and committee is not null;
create index standard_implemented on standard (implemented_on) where upper_inf(known) and implemented_on is not null;
create index standard_ics on standard using gin (ics) where upper_inf(known);
comment on table standard is 'distributed by home_id. One standard, or one edition of it: what the register holds of it, on both clocks.';
comment on column standard.home_id is 'Home of the stream: the publisher or authority under which it was opened; grants nothing.';
comment on column standard.standard_id is 'Opaque identifier of the standard.';
comment on column standard.row_no is 'Number of the row within the stream.';
comment on column standard.number is 'Number in canonical form.';
comment on column standard.number_key is 'Key of the number: upper case, without variants of spelling.';
comment on column standard.series_key is 'Key without year and supplement: what links editions.';
comment on column standard.work_key is 'Series key without nature: one serial pool of GB and GB/T.';
comment on column standard.address is 'Permanent address below /standards/.';
comment on column standard.scheme is 'Scheme of the number: cn-national, iso ...';
comment on column standard.publisher is 'Who numbers: GB, YY, DB11, ISO/IEC ...';
comment on column standard.tier is 'Tier (code list tiers); none for documents outside the five tiers.';
comment on column standard.kind is 'Kind of document (code list kinds).';
comment on column standard.nature is 'mandatory, voluntary or guiding.';
comment on column standard.title is 'Titles as {lang, text, standing}.';
comment on column standard.scope is 'Scope as {lang, text}.';
comment on column standard.published_on is 'First day the publication date can mean.';
comment on column standard.published_as is 'Publication date as written: year, month or day.';
comment on column standard.implemented_on is 'First day of general implementation; none when unknown or when it follows another standard.';
comment on column standard.implementations is 'Days of implementation as given, each with its scope or the standard it follows.';
comment on column standard.withdrawn_on is 'Day of withdrawal in law (first possible day).';
comment on column standard.withdrawn_as is 'Day of withdrawal as written.';
comment on column standard.withdrawal is 'By whom, why and what instead.';
comment on column standard.cancelled_on is 'Day on which the number was cancelled.';
comment on column standard.suspensions is 'Periods of suspension with reasons.';
comment on column standard.reviewed_on is 'Day of the last review known.';
comment on column standard.reported_state is 'Status word of the winning source, kept where no dates give one.';
comment on column standard.reported_on is 'Day up to which that source speaks.';
comment on column standard.reported_source is 'That source.';
comment on column standard.stage is 'Stage with its scheme: iso 60.60, cn 30.00.';
comment on column standard.edition is 'Number of the edition.';
comment on column standard.ics is 'ICS codes.';
comment on column standard.ccs is 'CCS codes.';
comment on column standard.industry is 'GB/T 4754 class.';
comment on column standard.region is 'GB/T 2260 code.';
comment on column standard.sector is 'Sector code of a sectoral standard.';
comment on column standard.topics is 'Topics and categories of sources.';
comment on column standard.committee is 'Technical committee as named.';
comment on column standard.department is 'Department in charge as named.';
comment on column standard.issuers is 'Issuing organizations as named.';
comment on column standard.drafters is 'Drafters as printed; part of the publication.';
comment on column standard.filing is 'Filing number and date.';
comment on column standard.pages is 'Number of pages.';
comment on column standard.languages is 'Languages of the text.';
comment on column standard.text_address is 'Address of the text at its publisher.';
comment on column standard.remarks is 'Remarks of the source.';
comment on column standard.has_conflict is 'Whether sources state different things.';
comment on column standard.valid is 'Days on which the row holds in law.';
comment on column standard.known is 'Since when and until when the register held it.';

create table standard_relation (
  home_id uuid, standard_id uuid, row_no int, kind text not null, target text not null, target_key text collate "C" not null,
  target_series_key text collate "C" not null, whole boolean not null, locality text, degree text,
  valid daterange not null, known tstzrange not null, primary key (home_id, standard_id, row_no));
create index standard_relation_target on standard_relation (target_key, kind);
create index standard_relation_series on standard_relation (target_series_key, kind) where upper_inf(known);
comment on table standard_relation is 'distributed by home_id. What a standard states of others; the target is named by number and resolved when read.';
comment on column standard_relation.home_id is 'Home of the standard that states it.';
comment on column standard_relation.standard_id is 'The standard that states it.';
comment on column standard_relation.row_no is 'Number of the row within the stream.';
comment on column standard_relation.kind is 'replaces, replacedBy, amends, adopts, normativeReference, cites, translates ...';
comment on column standard_relation.target is 'The other number as printed.';
comment on column standard_relation.target_key is 'Key of the other number; the text itself when it is not understood.';
comment on column standard_relation.target_series_key is 'Key without year of the other number.';
comment on column standard_relation.whole is 'Whether the whole is meant.';
comment on column standard_relation.locality is 'Which part.';
comment on column standard_relation.degree is 'Degree of adoption: IDT, MOD, NEQ, EQV.';
comment on column standard_relation.valid is 'Days on which it holds in law.';
comment on column standard_relation.known is 'Since when and until when the register held it.';

create table standard_organization (
  home_id uuid, standard_id uuid, row_no int, place int not null, name text not null, name_key text collate "C" not null, role text not null,
  credit_code text, organization_kind text, region text,
  valid daterange not null, known tstzrange not null, primary key (home_id, standard_id, row_no));
create index standard_organization_name on standard_organization (name_key) where upper_inf(known);
create index standard_organization_code on standard_organization (credit_code) where upper_inf(known) and credit_code is not null;
comment on table standard_organization is 'distributed by home_id. Drafting organizations in printed order.';
comment on column standard_organization.home_id is 'Home of the standard.';
comment on column standard_organization.standard_id is 'The standard.';
comment on column standard_organization.row_no is 'Number of the row within the stream.';
comment on column standard_organization.place is 'Place in the printed list, from 1.';
comment on column standard_organization.name is 'Name as printed.';
comment on column standard_organization.name_key is 'Name without spaces and variants of width, for grouping.';
comment on column standard_organization.role is 'leading or takingPart.';
comment on column standard_organization.credit_code is 'Unified social credit code, when known.';
comment on column standard_organization.organization_kind is 'Kind of organization, when known.';
comment on column standard_organization.region is 'GB/T 2260 code, when known.';
comment on column standard_organization.valid is 'Days on which it holds in law.';
comment on column standard_organization.known is 'Since when and until when the register held it.';

create table standard_source (
  home_id uuid, standard_id uuid, row_no int, source text not null, source_key text collate "C" not null, stated_on date not null, rank int not null,
  content_hash text not null, locator text, event_version int not null, valid daterange not null, known tstzrange not null,
  primary key (home_id, standard_id, row_no));
create index standard_source_key on standard_source (source, source_key) where upper_inf(known);
comment on table standard_source is 'distributed by home_id. Which sources speak of a standard, and the hash of what each last said.';
comment on column standard_source.home_id is 'Home of the standard.';
comment on column standard_source.standard_id is 'The standard.';
comment on column standard_source.row_no is 'Number of the row within the stream.';
comment on column standard_source.source is 'Name of the source.';
comment on column standard_source.source_key is 'Key of the record in the source.';
comment on column standard_source.stated_on is 'Day up to which the source speaks.';
comment on column standard_source.rank is 'Precedence; lower wins.';
comment on column standard_source.content_hash is 'Hash of the statement; the same hash makes no event.';
comment on column standard_source.locator is 'Where exactly in the source.';
comment on column standard_source.event_version is 'Version of the event with the statement.';
comment on column standard_source.valid is 'Days on which it holds in law.';
comment on column standard_source.known is 'Since when and until when the register held it.';

create table standard_issuer (
  home_id uuid, standard_id uuid, row_no int, issuer_code text collate "C" not null, valid daterange not null, known tstzrange not null,
  primary key (home_id, standard_id, row_no));
create index standard_issuer_code on standard_issuer (issuer_code) where upper_inf(known);
comment on table standard_issuer is 'distributed by home_id. Present and past issuers, several at once; permission and statistics look here, not at the home.';
comment on column standard_issuer.home_id is 'Home of the standard.';
comment on column standard_issuer.standard_id is 'The standard.';
comment on column standard_issuer.row_no is 'Number of the row within the stream.';
comment on column standard_issuer.issuer_code is 'Code of the issuing organization.';
comment on column standard_issuer.valid is 'Days on which it holds in law.';
comment on column standard_issuer.known is 'Since when and until when the register held it.';

create table column_mapping (
  home_id uuid, mapping_id uuid, row_no int, fingerprint text collate "C" not null, mapping jsonb not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, mapping_id, row_no));
create index column_mapping_fingerprint on column_mapping (fingerprint) where upper_inf(known);
comment on table column_mapping is 'distributed by home_id. How the columns of an office''s files are to be read; kept under the fingerprint of the header for the next file.';
comment on column column_mapping.home_id is 'Home of the organization that imports.';
comment on column column_mapping.mapping_id is 'Opaque identifier.';
comment on column column_mapping.row_no is 'Number of the row within the stream.';
comment on column column_mapping.fingerprint is 'Fingerprint of the header.';
comment on column column_mapping.mapping is 'Heading, occurrence and field of each column.';
comment on column column_mapping.valid is 'Days on which it holds.';
comment on column column_mapping.known is 'Since when and until when the register held it.';

grant select, insert, update, delete on column_mapping, organization, standard, standard_relation, standard_organization, standard_source, standard_issuer to guiju_server;
