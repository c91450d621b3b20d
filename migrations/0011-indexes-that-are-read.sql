-- An index is paid by every row written. These four were read by nothing: the acts of an event are found by the key of the
-- act, the claims of a stream follow from its events, the figures of the portal sum whole occasions, and classes are looked
-- up by their beginnings.
drop index event_act;
drop index claim_stream;
drop index count_entry_of;
drop index standard_ics;

-- A statement of two to four kilobytes stays beside its event as it is: compressing and moving it took more time than
-- reading it whole.
alter table event set (toast_tuple_target = 4080);
