-- An idle register settles: the newest checkpoint may be signed again with a later instant. Size and root stay as they are.

grant update (settled_at, note) on checkpoint to guiju_server;
comment on column checkpoint.settled_at is 'Start of the oldest writing transaction when the checkpoint was signed, or signed again: earlier known-dates are final.';
comment on column checkpoint.note is 'The signed note as published; signed again with a later settled_at while nothing is recorded.';
