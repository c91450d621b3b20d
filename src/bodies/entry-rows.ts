import type { RecordedEvent } from '../foundation/events.ts';
import { folding, type Projection, projection, type RowContent, stateFrom } from '../foundation/projection.ts';

interface EntryColumns extends RowContent {
  readonly kind: string;
}

/** What was entered of an organization, from day to day. */
export const organizationEntryRows: Projection = projection<EntryColumns>({
  kind: 'organization',
  table: 'organization_entry',
  idColumn: 'organization_id',
  columns: ['names', 'kind', 'credit_code', 'region', 'parent_id'],
  rows: folding<EntryColumns>({
    'organization-registered': (rows, event) => stateFrom(rows, {}, contentOf(event)),
    'organization-changed': (rows, event) => stateFrom(rows, event, contentOf(event)),
  }),
});

function contentOf({ data }: RecordedEvent): EntryColumns {
  const text = (name: string): string | null => (data[name] === undefined ? null : String(data[name]));
  return {
    names: { json: data['names'] },
    kind: String(data['kind']),
    credit_code: text('creditCode'),
    region: text('region'),
    parent_id: text('parent'),
  };
}
