import type { Cell } from '@guiju/office-tables';
import type { Problem } from '../../foundation/refusal.ts';
import { cleanLine, isBlank } from './clean-text.ts';
import { type Doubt, problem, shown } from './reading.ts';
import type { TemplateFieldName } from './template-fields.ts';

/** One row of an understood table: its cells by field of the template. */
export interface TemplateRow {
  readonly row: number;
  readonly fields: ReadonlyMap<string, Cell>;
}

/** What the reader asks about codes; the lists stand in the definitions, the check of credit codes in its package. */
export interface CodeChecks {
  isKnown(list: 'ics' | 'ccs' | 'industries' | 'regions', code: string): boolean;
  isCreditCode(code: string): boolean;
}

export interface TemplateContext {
  readonly dateBase: 1900 | 1904;
  readonly sourceName: string;
  readonly checks: CodeChecks;
}

/** A row while it is read, with what was found wrong or doubtful in it so far. */
export interface Cells {
  readonly row: TemplateRow;
  readonly context: TemplateContext;
  readonly problems: Problem[];
  readonly doubts: Problem[];
  readonly wrong: Doubt;
  readonly doubt: Doubt;
}

const longestLine = 2_000;

export function cellsOf(row: TemplateRow, context: TemplateContext): Cells {
  const problems: Problem[] = [];
  const doubts: Problem[] = [];
  const into =
    (list: Problem[]): Doubt =>
    (code, field, value) => {
      list.push(problem(row, code, { field, details: { value: shown(value), field } }));
    };
  const [wrong, doubt] = [into(problems), into(doubts)];
  return { row: withoutNested(row, { wrong, doubt }), context, problems, doubts, wrong, doubt };
}

/** Fields whose lists of objects are understood (`nested-cells.ts`). */
const nestedFields: ReadonlySet<string> = new Set<TemplateFieldName>([
  'implementedOn',
  'replaces',
  'replacedBy',
  'amends',
  'adopts',
  'normativeReferences',
  'leadingOrganizations',
  'organizations',
]);
const neededFields: ReadonlySet<string> = new Set<TemplateFieldName>(['number', 'titleZh', 'titleEn']);

/** Objects in a field that knows none are told and left out: their text would be registered as a name or a word. */
function withoutNested(row: TemplateRow, tell: Pick<Cells, 'wrong' | 'doubt'>): TemplateRow {
  const foreign = [...row.fields].filter(([field, cell]) => cell.nested && !nestedFields.has(field));
  if (foreign.length === 0) return row;
  for (const [field, { text }] of foreign)
    (neededFields.has(field) ? tell.wrong : tell.doubt)('standards.nested-value', field, text);
  const names = new Set(foreign.map(([field]) => field));
  return { ...row, fields: new Map([...row.fields].filter(([field]) => !names.has(field))) };
}

export function textOf({ row }: Cells, field: TemplateFieldName): string {
  return row.fields.get(field)?.text ?? '';
}

export function lineOf(cells: Cells, field: TemplateFieldName): string {
  return ofFittingLength(cells, field, cleanLine(textOf(cells, field)));
}

/** The text of a cell; nothing for a blank mark. Longer than a line of a register, it is a text that slipped in. */
export function ofFittingLength(cells: Cells, field: TemplateFieldName, text: string): string {
  if (text.length > longestLine) {
    const details = { field, limit: longestLine };
    cells.problems.push(problem(cells.row, 'standards.field-too-long', { field, details }));
  }
  return isBlank(text) ? '' : text;
}
