import type { RecordedEvent } from '../foundation/events.ts';
import type { PrivateTextReference } from '../foundation/private-text.ts';
import {
  changeFrom,
  folding,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
} from '../foundation/projection.ts';
import type { WatchSubject } from './model.ts';

interface WatchColumns extends RowContent {
  readonly state: string;
  readonly confirm_hash: string;
  readonly valid_until: string;
  readonly from_size: number | null;
  readonly from_day: string | null;
}

/** One row for each watch. It says nothing of the reader but where the address lies. */
export const watchRows: Projection = projection<WatchColumns>({
  kind: 'watch',
  table: 'watch',
  idColumn: 'watch_id',
  columns: [
    'subject_kind',
    'subject_key',
    'subject',
    'lang',
    'state',
    'email_text',
    'stop_text',
    'confirm_hash',
    'stop_hash',
    'asked_at',
    'valid_until',
    'from_size',
    'from_day',
  ],
  rows: folding<WatchColumns>({
    'watch-asked': (rows, event) => stateFrom(rows, {}, asked(event)),
    'watch-asked-again': (rows, { data }) =>
      changeFrom(rows, {}, { confirm_hash: String(data['confirmHash']), valid_until: String(data['validUntil']) }),
    'watch-confirmed': (rows, { data }) =>
      changeFrom(
        rows,
        {},
        {
          state: 'confirmed',
          from_size: Number(data['fromSize']),
          from_day: String(data['fromDay']),
        },
      ),
    'watch-stopped': (rows) => changeFrom(rows, {}, { state: 'stopped' }),
    'watch-lapsed': (rows) => changeFrom(rows, {}, { state: 'lapsed' }),
  }),
});

/** What `watch-asked` holds; one cast at the typed edge, for its schema was checked when it was written. */
interface AskedData {
  readonly subject: WatchSubject;
  readonly lang: string;
  readonly email: PrivateTextReference;
  readonly stop: PrivateTextReference;
  readonly confirmHash: string;
  readonly stopHash: string;
  readonly validUntil: string;
}

function asked(event: RecordedEvent): WatchColumns {
  const { subject, lang, email, stop, confirmHash, stopHash, validUntil } = event.data as unknown as AskedData;
  return {
    subject_kind: subject.kind,
    subject_key: subject.key,
    subject: { json: { label: subject.label, path: subject.path } },
    lang,
    state: 'asked',
    email_text: email.textId,
    stop_text: stop.textId,
    confirm_hash: confirmHash,
    stop_hash: stopHash,
    asked_at: event.recordedAt,
    valid_until: validUntil,
    from_size: null,
    from_day: null,
  };
}
