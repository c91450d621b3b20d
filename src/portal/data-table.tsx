import type { Child } from 'hono/jsx';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Child;
  /** Names its row; the first such column is read before each cell. */
  readonly isRowHead?: true | undefined;
  readonly isNumber?: true | undefined;
  /** Folded to one column, the cell needs no label because it speaks for itself. */
  readonly isSelfEvident?: true | undefined;
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** The heading above already says it, so the caption is there for screen readers only. */
  readonly isCaptionHidden?: true | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Identifier of a row, for links to it. */
  readonly rowId?: ((row: Row) => string) | undefined;
}

/** A table that can be scrolled by keyboard and folds into one column where it is narrow. */
export function DataTable<Row>({ caption, isCaptionHidden, columns, rows, rowId }: DataTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this scrolls, and must be reachable by keyboard
    <div class="wide" tabindex={0} role="group" aria-label={caption}>
      <table class="cards">
        <caption class={isCaptionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.isNumber ? 'r' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={rowId?.(row)}>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = column.isNumber ? 'r num' : undefined;
  const label = column.isSelfEvident ? undefined : column.head;
  if (column.isRowHead) {
    return (
      <th scope="row" class={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td class={className} data-l={label}>
      {column.cell(row)}
    </td>
  );
}
