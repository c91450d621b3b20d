-- A newer file that says the same of a record makes no event of that record; that it was said again is kept once for the
-- whole file, so that a file of a day between the two does not overwrite it.

create table source_confirmation (
  home_id uuid, confirmation_id uuid, row_no int, source text collate "C" not null, stated_on date not null, count int not null, filter text not null,
  valid daterange not null, known tstzrange not null, primary key (home_id, confirmation_id, row_no));
create index source_confirmation_day on source_confirmation (source, stated_on) where upper_inf(known);
comment on table source_confirmation is 'distributed by home_id. Files of a source that said again what the register held, one row for each file.';
comment on column source_confirmation.home_id is 'Home of the organization that imported the file.';
comment on column source_confirmation.confirmation_id is 'Opaque identifier.';
comment on column source_confirmation.row_no is 'Number of the row within the stream.';
comment on column source_confirmation.source is 'Name of the source.';
comment on column source_confirmation.stated_on is 'Day up to which the file speaks.';
comment on column source_confirmation.count is 'How many records it confirmed.';
comment on column source_confirmation.filter is 'Their keys as a Bloom filter of twelve bits each, base64.';
comment on column source_confirmation.valid is 'Days on which it holds.';
comment on column source_confirmation.known is 'Since when and until when the register held it.';
grant select, insert, update, delete on source_confirmation to guiju_server;
