import type { Child } from 'hono/jsx';

export interface FieldEntry {
  readonly label: Child;
  /** What the register holds; absent: not recorded, shown as such or left out, as the list is told. */
  readonly value?: Child;
  /** What stands here when nothing is recorded; without it an empty field is left out. */
  readonly empty?: Child;
}

interface FieldListProps {
  readonly entries: readonly FieldEntry[];
}

/** Names and values. An empty field says that it is empty, or is left out. */
export function FieldList({ entries }: FieldListProps) {
  const shown = entries.filter((entry) => !isEmpty(entry.value) || entry.empty !== undefined);
  return (
    <dl class="facts">
      {shown.map((entry) => (
        <div>
          <dt>{entry.label}</dt>
          <dd>{isEmpty(entry.value) ? <span class="soft">{entry.empty}</span> : entry.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: Child | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
