-- An index is paid by every row written. Nothing asks for relations by the series they point at or for standards by a row of
-- their issuer; the key of a source is found by its claim; a standard is found by its own identifier with or without its home.
drop index standard_relation_series;
alter table standard_relation drop column target_series_key;
drop index standard_issuer_code;
drop index standard_source_key;
drop index standard_stream;
alter table standard drop constraint standard_pkey, add primary key (standard_id, home_id, row_no);
