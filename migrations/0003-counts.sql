-- The ledger of counts: every act adds entries from the difference of the rows before and after it. A correction is a
-- reversing entry, as in bookkeeping. Nothing is ever changed in it; it can be rebuilt from the projections.

create table count_entry (
  home_id uuid not null, measure text not null, occasion text not null, valid_on date not null, known_on date not null,
  tier text, nature text, region int, industry text, topic text, n int not null);
create index count_entry_of on count_entry (measure, occasion, valid_on);
comment on table count_entry is 'distributed by home_id. Append only, summed; rebuilt from projections.';
comment on column count_entry.home_id is 'Home of the thing counted.';
comment on column count_entry.measure is 'What is counted: standard ...';
comment on column count_entry.occasion is 'On which occasion: registered, published, implemented, withdrawn ...';
comment on column count_entry.valid_on is 'Day of the occasion in law.';
comment on column count_entry.known_on is 'Day on which the register learned it, in the installation''s time zone.';
comment on column count_entry.tier is 'Tier of the standard.';
comment on column count_entry.nature is 'Nature of the standard.';
comment on column count_entry.region is 'GB/T 2260 code.';
comment on column count_entry.industry is 'GB/T 4754 class.';
comment on column count_entry.topic is 'Sector code or topic.';
comment on column count_entry.n is 'Plus or minus how many.';

grant select, insert on count_entry to guiju_server;
