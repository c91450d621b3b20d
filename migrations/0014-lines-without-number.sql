-- A checked list says how many of its lines hold no number, so that nobody takes an answer for the whole of what was sent.
alter table checked_list add column without_number integer not null default 0;
comment on column checked_list.without_number is 'Lines and rows that hold no number and are not among the rows.';
