-- One index over all public records: what is searched stands apart from the records themselves, so that reading a record
-- never reads a text vector. Entries follow from the rows of the registers and can be rebuilt at any time. They hold days,
-- never a word for a status, because a status holds for a day. Numbers are keys, never words of the text index.

create table search_entry (
  home_id uuid not null, stream_id uuid not null, kind text not null,
  number_key text collate "C", series_key text collate "C", work_key text collate "C", serial text collate "C",
  prominence int not null, sort_on date not null,
  tier text, nature text, document_kind text, year smallint, ics text[] not null, ccs text[] not null, region text, sector text,
  department text, committee text, adopted boolean not null,
  published_on date, in_force_on date, superseded_on date, withdrawn_on date, cancelled_on date, reported_state text, reported_on date,
  next_turn_on date, content_hash bytea not null, words tsvector not null,
  primary key (home_id, stream_id));
-- Batches queue their words; the indexer merges them in bulk after each batch.
create index search_entry_words on search_entry using gin (words) with (fastupdate = on, gin_pending_list_limit = 65536);
create index search_entry_prominence on search_entry (prominence, stream_id);
create index search_entry_day on search_entry (sort_on, stream_id);
create index search_entry_number on search_entry (number_key);
create index search_entry_work on search_entry (work_key);
create index search_entry_serial on search_entry (serial);
create index search_entry_turn on search_entry (next_turn_on) where next_turn_on is not null;

comment on table search_entry is 'distributed by home_id. What is searched of one public record; rebuilt from the rows of its register.';
comment on column search_entry.home_id is 'Home of the record.';
comment on column search_entry.stream_id is 'The record.';
comment on column search_entry.kind is 'Kind of the record: standard ...';
comment on column search_entry.number_key is 'Key of its number; found by ranges, never by words.';
comment on column search_entry.series_key is 'Number key without year and supplement: the editions of one document.';
comment on column search_entry.work_key is 'Series key without nature: one serial pool of GB and GB/T.';
comment on column search_entry.serial is 'Serial and parts of the number alone, for numbers asked without or with a wrong prefix.';
comment on column search_entry.prominence is 'Order of results; the formula stands in docs/search.md.';
comment on column search_entry.sort_on is 'Day of publication for the order by date; 0001-01-01 when unknown.';
comment on column search_entry.tier is 'Tier of the record.';
comment on column search_entry.nature is 'Nature of the record.';
comment on column search_entry.document_kind is 'Kind of document.';
comment on column search_entry.year is 'Year of publication.';
comment on column search_entry.ics is 'ICS codes with the groups and fields above them.';
comment on column search_entry.ccs is 'CCS codes with the classes above them.';
comment on column search_entry.region is 'GB/T 2260 code.';
comment on column search_entry.sector is 'Sector code.';
comment on column search_entry.department is 'Department in charge as named.';
comment on column search_entry.committee is 'Technical committee as named.';
comment on column search_entry.adopted is 'Whether it adopts an international document.';
comment on column search_entry.published_on is 'First day the publication date can mean; none for drafts.';
comment on column search_entry.in_force_on is 'In force from this day.';
comment on column search_entry.superseded_on is 'Day on which the last successor that replaces it as a whole comes into force.';
comment on column search_entry.withdrawn_on is 'Day of withdrawal.';
comment on column search_entry.cancelled_on is 'Day on which the number was cancelled.';
comment on column search_entry.reported_state is 'Status word of a source, for where the dates are silent.';
comment on column search_entry.reported_on is 'Day up to which that source speaks.';
comment on column search_entry.next_turn_on is 'First day after indexing on which its status changes, and with it its prominence.';
comment on column search_entry.content_hash is 'Hash of the entry: equal content is not written again.';
comment on column search_entry.words is 'Words of titles and texts, and the values of filters.';

-- Every 32nd entry by its identifier: what a search would find is estimated here before it is looked for.
create table search_sample (like search_entry including comments);
alter table search_sample add primary key (home_id, stream_id);
create index search_sample_words on search_sample using gin (words) with (fastupdate = on);
comment on table search_sample is 'distributed by home_id. One entry in 32, for estimates and for counts marked as approximate.';

-- Standards that take effect together with another one: few, and found when that other one changes.
create index standard_together on standard (standard_id) where upper_inf(known) and implementations @? '$[*].togetherWith';

grant select, insert, update, delete on search_entry, search_sample to guiju_server;
