-- A document passes stages before and after it is published; what sources told of them stands beside the present one.

alter table standard add column stages jsonb not null default '[]';
comment on column standard.stages is 'Stages that sources told of, by code, as {stage, number, seenOn, source, statedOn}; empty where only the present one is known. seenOn is null for a stage told of as past.';
