import type { Child } from 'hono/jsx';

export interface FieldEntry {
  readonly label: Child;
  /** What the register holds; absent: not recorded, shown as such or left out, as the list is told. */
  readonly value?: Child;
}

interface FieldListProps {
  readonly entries: readonly FieldEntry[];
  /** What stands in an empty field; without it empty fields are left out. */
  readonly empty?: Child;
}

/** Names and values. An empty field says that it is empty. */
export function FieldList({ entries, empty }: FieldListProps) {
  const shown = entries.filter((entry) => !isEmpty(entry.value) || empty !== undefined);
  return (
    <dl class="facts">
      {shown.map((entry) => (
        <div>
          <dt>{entry.label}</dt>
          <dd>{isEmpty(entry.value) ? <span class="soft">{empty}</span> : entry.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: Child | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
