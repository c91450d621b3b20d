-- Rows of standards with several days of implementation, and of sources that disagree, follow otherwise than before.
alter table installation add column rows_due boolean not null default false;
comment on column installation.rows_due is 'The rules by which rows follow from the history have changed since they were written: they are made anew at the next opening.';
update installation set rows_due = true;
-- An edition ends when its successor holds for every use, and never by one that was given up: the entries of the editions
-- that such successors point at, or are pointed at by, are made anew. The indexer looks at them with what is queued here.
insert into changed_stream (kind, home_id, stream_id)
  select distinct 'standard', home_id, standard_id from standard
    where upper_inf(known) and (jsonb_array_length(implementations) > 1
      or (reported_state = 'withdrawn' and published_on is null and implemented_on is null));
