import {
  changeFrom,
  folding,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
} from '../foundation/projection.ts';

interface TaskLinkColumns extends RowContent {
  readonly state: string;
}

/** One row for each personal link. */
export const taskLinkRows: Projection = projection<TaskLinkColumns>({
  kind: 'task-link',
  table: 'task_link',
  idColumn: 'link_id',
  columns: ['token_hash', 'person_id', 'task_kind', 'task_key', 'until', 'state'],
  rows: folding<TaskLinkColumns>({
    'task-link-issued': (rows, { data }) =>
      stateFrom(
        rows,
        {},
        {
          token_hash: String(data['tokenHash']),
          person_id: String(data['person']),
          task_kind: String(data['kind']),
          task_key: String(data['key']),
          until: String(data['until']),
          state: 'open',
        },
      ),
    'task-link-used': (rows) => changeFrom(rows, {}, { state: 'used' }),
    'task-link-replaced': (rows) => changeFrom(rows, {}, { state: 'replaced' }),
  }),
});
