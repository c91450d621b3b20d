import type { Table, Understanding, UnderstoodColumn } from '@guiju/office-tables';
import { templateFields } from '../sources/template-fields.ts';

interface Understood {
  readonly table: Pick<Table, 'firstRow'>;
  readonly understanding: Pick<Understanding, 'columns'>;
}

/** How the sender knows the column of a field: `标准名称 (C)`; where the file has none, by the names of the template. */
export function columnNames({ table, understanding }: Understood): (field: string) => string | undefined {
  return (field) => {
    const wanted = templateFieldOf(field);
    const column = understanding.columns.find((one) => one.field === wanted);
    if (column) return columnName(column, table);
    const known = templateFields.find((one) => one.field === wanted);
    return known && `${known.names[0] ?? ''} ${known.field}`.trim();
  };
}

/** The columns that hold something and were not read, save those that only count the rows or that the sender left out. */
export function unreadColumns({ table, understanding }: Understood): readonly string[] {
  return understanding.columns
    .filter(({ why, heading }) => (why === 'unknown' || why === 'taken') && !runningNumber.test(heading))
    .map((column) => columnName(column, table));
}

/** A doubt about a relation names its kind; the sender knows the column that states it. */
export function templateFieldOf(field: string): string {
  return field === 'normativeReference' ? 'normativeReferences' : field;
}

const runningNumber = /^(?:序\s*号|行\s*号|no\.?|#)$/i;

function columnName({ heading, letter }: UnderstoodColumn, { firstRow }: Understood['table']): string {
  // JSON Lines have members and no columns; their made-up header is row 0.
  if (firstRow === 0) return heading;
  return heading === '' ? `(${letter})` : `${heading} (${letter})`;
}
