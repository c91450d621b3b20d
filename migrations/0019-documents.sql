-- Documents: what a case, a standard or a template has in writing. Contents lie in the store of the installation under their
-- hash; here stands which content is which version of what, who may see it, and which approvals bind to it.

create table document (
  home_id uuid, document_id uuid, row_no int, subject_kind text not null, subject_key text collate "C" not null, kind text not null,
  title text not null, lang text not null, access jsonb not null, entered_at timestamptz not null,
  current_number int, current_hash text collate "C", withdrawn_on date, withdrawn_reason text,
  valid daterange not null, known tstzrange not null, primary key (home_id, document_id, row_no));
create unique index document_one_truth on document (home_id, document_id, lower(valid)) where upper_inf(known);
create index document_subject on document (subject_kind, subject_key) where upper_inf(known);
create index document_by_id on document (document_id) where upper_inf(known);
comment on table document is 'distributed by home_id. Documents: what each is, to what it belongs, who may see it, which version counts.';
comment on column document.home_id is 'Home under which the document was entered.';
comment on column document.document_id is 'Opaque identifier of the document.';
comment on column document.row_no is 'Number of the row within the stream.';
comment on column document.subject_kind is 'Kind of what it belongs to: case, paper-template ...';
comment on column document.subject_key is 'What it belongs to, as its kind names it.';
comment on column document.kind is 'Code of the list document-kinds.';
comment on column document.title is 'Title of the document.';
comment on column document.lang is 'Language of the text (BCP 47).';
comment on column document.access is 'What the access rule of the text looks at: tier, nature, degrees of adoption, days, the owner''s choice.';
comment on column document.entered_at is 'When it was entered.';
comment on column document.current_number is 'Number of the version that counts; none before the first.';
comment on column document.current_hash is 'SHA-256 of the content that counts.';
comment on column document.withdrawn_on is 'Day from which the document counts no more.';
comment on column document.withdrawn_reason is 'Why it was withdrawn.';
comment on column document.valid is 'Days on which the row holds.';
comment on column document.known is 'Since when and until when the register held it.';

create table document_content (
  home_id uuid, document_id uuid, row_no int, place int not null, number int, signs text collate "C", hash text collate "C" not null,
  size bigint not null, media_type text not null, file_name jsonb not null, origin jsonb, by_organization uuid not null, by_role text not null,
  entered_at timestamptz not null, act_id uuid, erased_at timestamptz, erased_basis text,
  valid daterange not null, known tstzrange not null, primary key (home_id, document_id, row_no),
  constraint document_content_version_or_scan check ((number is null) <> (signs is null)));
create unique index document_content_place on document_content (home_id, document_id, place) where upper_inf(known);
create index document_content_hash on document_content (hash) where upper_inf(known);
comment on table document_content is 'distributed by home_id. Every content a document names: its versions, and the sealed and signed scans that came back.';
comment on column document_content.home_id is 'Home of the document.';
comment on column document_content.document_id is 'The document.';
comment on column document_content.row_no is 'Number of the row within the stream.';
comment on column document_content.place is 'Place among the contents: versions count upwards from 1, scans downwards from -1.';
comment on column document_content.number is 'Number of the version; none of a scan.';
comment on column document_content.signs is 'SHA-256 of the version whose signature and seal a scan bears; none of a version.';
comment on column document_content.hash is 'SHA-256 of the content, under which the store holds it.';
comment on column document_content.size is 'Bytes.';
comment on column document_content.media_type is 'Media type as decided by the content.';
comment on column document_content.file_name is 'The private text with the name of the file.';
comment on column document_content.origin is 'How the version came to be: uploaded, brought in, or rendered from which template.';
comment on column document_content.by_organization is 'Organization for which it was entered.';
comment on column document_content.by_role is 'Role in which it was entered.';
comment on column document_content.entered_at is 'When it was entered.';
comment on column document_content.act_id is 'The act that entered it, which knows the person.';
comment on column document_content.erased_at is 'When the content was erased from the store.';
comment on column document_content.erased_basis is 'Legal basis of the erasure.';
comment on column document_content.valid is 'Days on which the row holds.';
comment on column document_content.known is 'Since when and until when the register held it.';

grant select, insert, update, delete on document, document_content to guiju_server;
