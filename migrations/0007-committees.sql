-- Technical committees are organizations of which sources state name, place in the tree, status and secretariat. The columns
-- stand empty for organizations that were entered with a code alone.

alter table organization
  add column kind text, add column status text, add column parent text collate "C", add column secretariat text,
  add column source text, add column stated_on date, add column sources jsonb not null default '[]';
comment on column organization.kind is 'committee, where a source states it; null for organizations known by their code.';
comment on column organization.status is 'active, suspended or disbanded, as the source says.';
comment on column organization.parent is 'Code of the committee of which it is a part.';
comment on column organization.secretariat is 'The body that keeps the secretariat, as the source names it.';
comment on column organization.source is 'Source whose statement is shown.';
comment on column organization.stated_on is 'Day up to which that source speaks.';
comment on column organization.sources is 'Every source as {name, key, statedOn, contentHash} of its last statement.';
create index organization_parent on organization (parent) where upper_inf(known) and parent is not null;
create index organization_committee on organization (code) where upper_inf(known) and kind = 'committee';
