import type { CopyRow, CopyValue } from './copy-text.ts';
import type { RecordedEvent } from './events.ts';

/** The columns of the table of acts, in the order in which its rows are written. */
export const actColumns = [
  'home_id',
  'act_id',
  'command',
  'idempotency_key',
  'input_hash',
  'answer',
  'person_id',
  'person_salt',
  'appointment_id',
  'for_home_id',
  'case_id',
  'basis',
  'rule_version',
  'recorded_at',
];

/** The columns of the table of events that a writer fills, in the order of `eventRow`. */
export const eventColumns = [
  'home_id',
  'stream_id',
  'version',
  'kind',
  'type',
  'schema',
  'data',
  'act_home_id',
  'act_id',
  'valid_on',
  'corrects',
  'recorded_at',
  'nonce',
  'leaf_hash',
];

/** What stands of an event beside its act and its leaf. */
type EventToWrite = Pick<
  RecordedEvent,
  'homeId' | 'streamId' | 'version' | 'kind' | 'type' | 'schema' | 'recordedAt'
> & {
  readonly [Field in 'validOn' | 'corrects']?: RecordedEvent[Field] | null;
};

/** An event with its act, and with the data, nonce and hash of its leaf. */
export function eventRow(
  event: EventToWrite,
  act: { readonly homeId: string; readonly actId: string },
  leaf: { readonly data: CopyValue; readonly nonce: Uint8Array; readonly hash: Uint8Array },
): CopyRow {
  const { homeId, streamId, version, kind, type, schema, validOn, corrects, recordedAt } = event;
  return [
    homeId,
    streamId,
    version,
    kind,
    type,
    schema,
    leaf.data,
    act.homeId,
    act.actId,
    validOn,
    corrects,
    recordedAt,
    leaf.nonce,
    leaf.hash,
  ];
}
