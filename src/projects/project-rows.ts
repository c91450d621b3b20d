import type { RecordedEvent } from '../foundation/events.ts';
import {
  changeFrom,
  folding,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
} from '../foundation/projection.ts';

type Data = RecordedEvent['data'];

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** One cast at the typed edge: the schema of the event was checked when it was written. */
const caseIdOf = ({ case: of }: Data): string => (of as { readonly caseId: string }).caseId;

interface PlanColumns extends RowContent {
  readonly title: { readonly json: unknown };
  readonly state: string;
  readonly ended_on: string | null;
  readonly reason: string | null;
  readonly standard_number: string | null;
}

const planItems = projection<PlanColumns>({
  kind: 'plan-item',
  table: 'plan_item',
  idColumn: 'plan_item_id',
  columns: [
    'number',
    'subject',
    'year',
    'serial',
    'nature',
    'department',
    'title',
    'procedure',
    'case_id',
    'issued_on',
    'state',
    'ended_on',
    'reason',
    'standard_number',
  ],
  rows: folding<PlanColumns>({
    'plan-item-issued': (rows, { data }) =>
      stateFrom(
        rows,
        {},
        {
          number: text(data['number']),
          subject: text(data['subject']),
          year: number(data['year']),
          serial: number(data['serial']),
          nature: text(data['nature']),
          department: text(data['department']),
          title: { json: data['title'] },
          procedure: text(data['procedure']),
          case_id: caseIdOf(data),
          issued_on: text(data['on']),
          state: 'issued',
          ended_on: null,
          reason: null,
          standard_number: null,
        },
      ),
    'plan-item-adjusted': (rows, { data }) =>
      changeFrom(rows, {}, { title: { json: data['title'] }, reason: text(data['reason']) }),
    'plan-item-cancelled': (rows, { data }) =>
      changeFrom(rows, {}, { state: 'cancelled', ended_on: text(data['on']), reason: text(data['reason']) }),
    'plan-item-done': (rows, { data }) =>
      changeFrom(
        rows,
        {},
        { state: 'done', ended_on: text(data['on']), standard_number: text(data['standardNumber']) },
      ),
  }),
});

interface NumberColumns extends RowContent {
  readonly state: string;
  readonly published_on: string | null;
  readonly reason: string | null;
}

const assignedNumbers = projection<NumberColumns>({
  kind: 'assigned-number',
  table: 'assigned_number',
  idColumn: 'assignment_id',
  columns: ['number', 'pool', 'serial', 'year', 'case_id', 'assigned_on', 'state', 'published_on', 'reason'],
  rows: folding<NumberColumns>({
    'standard-number-assigned': (rows, { data }) =>
      stateFrom(
        rows,
        {},
        {
          number: text(data['number']),
          pool: text(data['pool']),
          serial: number(data['serial']),
          year: number(data['year']),
          case_id: caseIdOf(data),
          assigned_on: text(data['on']),
          state: 'assigned',
          published_on: null,
          reason: null,
        },
      ),
    'standard-serials-passed-over': (rows, { data }) =>
      stateFrom(
        rows,
        {},
        {
          number: `${String(data['pool'])} ${String(data['first'])}`,
          pool: text(data['pool']),
          serial: number(data['last']),
          year: number(data['year']),
          case_id: null,
          assigned_on: text(data['on']),
          state: 'passed-over',
          published_on: null,
          reason: text(data['reason']),
        },
      ),
    'assigned-number-published': (rows, { data }) =>
      changeFrom(rows, {}, { state: 'published', published_on: text(data['on']) }),
    'assigned-number-released': (rows, { data }) =>
      changeFrom(rows, {}, { state: 'released', reason: text(data['reason']) }),
  }),
});

const announcements = projection<RowContent>({
  kind: 'announcement',
  table: 'announcement',
  idColumn: 'announcement_id',
  columns: ['number', 'kind', 'issued_on', 'year'],
  rows: folding<RowContent>({
    'announcement-opened': (rows, { data }) =>
      stateFrom(
        rows,
        {},
        {
          number: text(data['number']),
          kind: text(data['kind']),
          issued_on: text(data['on']),
          year: Number(String(data['on']).slice(0, 4)),
        },
      ),
  }),
});

const announcementItems = projection<RowContent>({
  kind: 'announcement',
  table: 'announcement_item',
  idColumn: 'announcement_id',
  columns: ['place', 'case_id', 'number', 'title', 'replaces', 'implemented_on', 'further_days', 'plan_number'],
  rows: (events) =>
    events
      .filter(({ type }) => type === 'announcement-item-added')
      .map(({ data }, index) => ({
        valid: {},
        content: {
          place: index + 1,
          case_id: caseIdOf(data),
          number: text(data['number']),
          title: { json: data['title'] },
          replaces: texts(data['replaces']),
          implemented_on: text(data['implementedOn']),
          further_days: texts(data['furtherDays']),
          plan_number: text(data['planNumber']),
        },
      })),
});

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export const projectProjections: readonly Projection[] = [planItems, assignedNumbers, announcements, announcementItems];
