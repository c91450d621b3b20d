import type { CatalogueTable } from './catalogue.ts';

/** docs/tables/<table>.md: meaning of its rows, keys, history, and who may see it. */
export function tablePage(table: CatalogueTable, readers: string): string {
  const [distribution = '', ...meaning] = (table.comment ?? '').split('. ');
  const isProjection = ['valid', 'known'].every((name) => table.columns.some((column) => column.name === name));
  return [
    `# ${table.name}`,
    '',
    `${meaning.join('. ')}`,
    '',
    `* Distribution: ${distribution}.`,
    `* History: ${historyOf(table, isProjection)}`,
    `* Who may see it: ${readers}`,
    `* The server may: ${table.rights.map((right) => right.toLowerCase()).join(', ') || 'nothing'}.`,
    '',
    '| column | type | meaning |',
    '|---|---|---|',
    ...table.columns.map(
      ({ name, type, isRequired, comment }) =>
        `| \`${name}\` | ${type}${isRequired ? '' : ', may be empty'} | ${(comment ?? '').replaceAll('|', '\\|')} |`,
    ),
    '',
    ...section('Keys and rules', [...table.keys, ...table.checks]),
    ...section('Indexes', table.indexes),
  ].join('\n');
}

function historyOf({ rights }: CatalogueTable, isProjection: boolean): string {
  if (isProjection)
    return 'both clocks on every row: `valid` (in law) and `known` (to the register). Rows follow from events and can be rebuilt.';
  const canChange = rights.some((right) => right === 'UPDATE' || right === 'DELETE');
  return canChange
    ? 'the present only; it follows from events, or is work under way.'
    : 'append only: the role of the server may not change or delete rows.';
}

function section(
  title: string,
  entries: readonly { readonly name: string; readonly definition: string }[],
): readonly string[] {
  if (entries.length === 0) return [];
  return [
    `## ${title}`,
    '',
    ...entries.map(({ name, definition }) => `* \`${name}\`: \`${definition.replaceAll('public.', '')}\``),
    '',
  ];
}

/** Who may see each table, from docs/tables/readers.csv. A table without a line is not documented. */
export function readersOf(csv: string): ReadonlyMap<string, string> {
  const lines = csv.trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const end = line.indexOf(',');
      return [line.slice(0, end), line.slice(end + 1).replace(/^"|"$/g, '')] as const;
    }),
  );
}
