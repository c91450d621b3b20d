import type { EventData, RecordedEvent } from '../foundation/events.ts';
import type { PrivateTextReference } from '../foundation/private-text.ts';
import {
  changeFrom,
  folding,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
  type TruthRow,
} from '../foundation/projection.ts';

interface PersonColumns extends RowContent {
  readonly name_text: string;
  readonly email_text: string | null;
  readonly phone_text: string | null;
  readonly email_key: string | null;
  readonly lang: string;
}

/** One row for each person, saying where the name lies. */
const personRows: Projection = projection<PersonColumns>({
  kind: 'person',
  table: 'person',
  idColumn: 'person_id',
  columns: ['name_text', 'email_text', 'phone_text', 'email_key', 'lang'],
  rows: folding<PersonColumns>({
    'person-entered': (rows, { data }) => stateFrom(rows, {}, personOf(data)),
    'person-changed': (rows, { data }) => stateFrom(rows, {}, personOf(data)),
    'person-forgotten': (rows) => changeFrom(rows, {}, { email_key: null }),
  }),
});

function personOf(data: EventData): PersonColumns {
  // One cast at the typed edge: the schema of the event was checked when it was written.
  const { name, email, phone, emailKey, lang } = data as unknown as {
    readonly name: PrivateTextReference;
    readonly email?: PrivateTextReference;
    readonly phone?: PrivateTextReference;
    readonly emailKey?: string;
    readonly lang: string;
  };
  return {
    name_text: name.textId,
    email_text: email?.textId ?? null,
    phone_text: phone?.textId ?? null,
    email_key: emailKey ?? null,
    lang,
  };
}

interface AbsenceColumns extends RowContent {
  readonly substitute_id: string | null;
}

/** Each absence as it was announced. */
const absenceRows: Projection = projection<AbsenceColumns>({
  kind: 'person',
  table: 'absence',
  idColumn: 'person_id',
  columns: ['substitute_id'],
  rows: folding<AbsenceColumns>({
    'absence-announced': (rows, { data }) => [
      ...rows,
      {
        valid: { from: String(data['from']), until: String(data['until']) },
        content: { substitute_id: data['substitute'] === undefined ? null : String(data['substitute']) },
      },
    ],
  }),
});

interface AppointmentColumns extends RowContent {
  readonly person_id: string;
  readonly role: string;
  readonly scope: string;
  readonly given_by: string | null;
  readonly decision: string | null;
}

/** An appointment with the days on which it holds. */
const appointmentRows: Projection = projection<AppointmentColumns>({
  kind: 'appointment',
  table: 'appointment',
  idColumn: 'appointment_id',
  columns: ['person_id', 'role', 'scope', 'given_by', 'decision'],
  rows: folding<AppointmentColumns>({
    'appointment-given': (_, event) => [given(event)],
    'appointment-ended': (rows, { data }) => rows.flatMap((row) => endedOn(row, String(data['until']))),
  }),
});

function given({ data }: RecordedEvent): TruthRow<AppointmentColumns> {
  const text = (name: string): string | null => (data[name] === undefined ? null : String(data[name]));
  const until = text('until');
  return {
    valid: { from: String(data['from']), ...(until === null ? {} : { until }) },
    content: {
      person_id: String(data['person']),
      role: String(data['role']),
      scope: String(data['scope']),
      given_by: text('givenBy'),
      decision: text('decision'),
    },
  };
}

interface DelegationColumns extends RowContent {
  readonly delegation_id: string;
  readonly person_id: string;
  readonly reason_text: string;
}

/** What was lent of an appointment, to whom and for which days. */
const delegationRows: Projection = projection<DelegationColumns>({
  kind: 'appointment',
  table: 'delegation',
  idColumn: 'appointment_id',
  columns: ['delegation_id', 'person_id', 'reason_text'],
  rows: folding<DelegationColumns>({
    'appointment-delegated': (rows, { data }) => {
      const { textId } = data['reason'] as unknown as PrivateTextReference;
      return [
        ...rows,
        {
          valid: { from: String(data['from']), until: String(data['until']) },
          content: { delegation_id: String(data['delegation']), person_id: String(data['to']), reason_text: textId },
        },
      ];
    },
    'delegation-ended': (rows, { data }) =>
      rows.flatMap((row) =>
        row.content.delegation_id === data['delegation'] ? endedOn(row, String(data['until'])) : [row],
      ),
  }),
});

/** The row up to a day; nothing of one that would end before it begins. */
function endedOn<Content extends RowContent>(row: TruthRow<Content>, day: string): readonly TruthRow<Content>[] {
  const { from, until } = row.valid;
  if (from !== undefined && from >= day) return [];
  return [{ ...row, valid: { ...row.valid, until: until !== undefined && until < day ? until : day } }];
}

export const peopleRows: readonly Projection[] = [personRows, absenceRows, appointmentRows, delegationRows];
