-- Provable history: the order of leaves, the tiles of the RFC 6962 tree, the signed checkpoints.

create table leaf (leaf_index bigint primary key, home_id uuid not null, stream_id uuid not null, version int not null);
create unique index leaf_of_event on leaf (home_id, stream_id, version);
comment on table leaf is 'local. Which event stands at which place of the log.';
comment on column leaf.leaf_index is 'Place in the log, from 0 without holes.';
comment on column leaf.home_id is 'With stream_id and version: the event.';
comment on column leaf.stream_id is 'With home_id and version: the event.';
comment on column leaf.version is 'With home_id and stream_id: the event.';

create table tile (level smallint, tile_index bigint, hashes bytea not null, primary key (level, tile_index));
comment on table tile is 'local. Hashes of the tree in tiles of 256 (C2SP tlog-tiles); the newest of a level may be partial.';
comment on column tile.level is 'Height of the tile in steps of eight levels of the tree.';
comment on column tile.tile_index is 'Place of the tile in its level.';
comment on column tile.hashes is 'Up to 256 hashes of 32 bytes, from left to right.';

create table checkpoint (
  tree_size bigint primary key, root bytea not null, settled_at timestamptz not null, note text not null,
  last_xid xid8 not null, last_seq bigint not null);
comment on table checkpoint is 'local. Signed states of the log (C2SP tlog-checkpoint, Ed25519).';
comment on column checkpoint.tree_size is 'Number of leaves.';
comment on column checkpoint.root is 'Root hash of the tree of that size.';
comment on column checkpoint.settled_at is 'Start of the oldest writing transaction when the checkpoint was made: earlier known-dates are final.';
comment on column checkpoint.note is 'The signed note as published.';
comment on column checkpoint.last_xid is 'Transaction of the last sealed event, where sealing goes on.';
comment on column checkpoint.last_seq is 'Sequence of the last sealed event, where sealing goes on.';

grant select, insert on leaf, checkpoint to guiju_server;
grant select, insert, update on tile to guiju_server;
