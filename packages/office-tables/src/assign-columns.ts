import { oneLine } from './clean-text.ts';
import type { Header } from './find-header.ts';
import type { Cell } from './table.ts';
import type { ColumnMapping, ColumnReason, FieldSpec, UnderstoodColumn } from './understanding.ts';

interface Assignment {
  readonly field?: string;
  readonly confidence: UnderstoodColumn['confidence'];
  readonly why: ColumnReason;
}

export type NamedColumn = Pick<UnderstoodColumn, 'column' | 'letter' | 'heading' | 'occurrence'>;

interface Evidence {
  readonly body: readonly (readonly Cell[])[];
  readonly fields: readonly FieldSpec[];
  readonly header: Header | undefined;
  readonly saved: ColumnMapping | undefined;
}

/** Assigns columns to fields, the surest evidence first; a field is held by one column only. */
export function assignColumns(columns: readonly NamedColumn[], evidence: Evidence): readonly UnderstoodColumn[] {
  const samples = columns.map(({ column }) => samplesOf(evidence.body, column));
  const assigned = new Map<number, Assignment>();
  const held = new Set<string>();
  const assign = (column: number, assignment: Assignment) => {
    assigned.set(column, assignment);
    if (assignment.field !== undefined) held.add(assignment.field);
  };
  for (const column of columns) {
    const told = toldBy(column, evidence);
    if (told) assign(column.column, told.field !== undefined && held.has(told.field) ? taken : told);
  }
  assignByName(columns, { evidence, assigned, held, assign });
  assignByContent(samples, { evidence, assigned, held, assign });
  return columns.map((column): UnderstoodColumn => {
    const texts = samples[column.column] ?? [];
    const unclear: Assignment = { confidence: 'none', why: texts.length === 0 ? 'blank' : 'unknown' };
    return { ...column, ...(assigned.get(column.column) ?? unclear), samples: texts.slice(0, 3).map(cut) };
  });
}

const taken: Assignment = { confidence: 'none', why: 'taken' };

/** What the sender said of a column, if the field still exists. */
function toldBy({ heading, occurrence }: NamedColumn, { saved, fields }: Evidence): Assignment | undefined {
  const mapped = saved?.columns.find((column) => column.heading === heading && column.occurrence === occurrence);
  if (!mapped) return undefined;
  const { field } = mapped;
  if (field === null) return { confidence: 'none', why: 'not-read' };
  return fields.some((known) => known.field === field) ? { field, confidence: 'certain', why: 'saved' } : undefined;
}

interface Assigning {
  readonly evidence: Evidence;
  readonly assigned: ReadonlyMap<number, Assignment>;
  readonly held: ReadonlySet<string>;
  readonly assign: (column: number, assignment: Assignment) => void;
}

function assignByName(columns: readonly NamedColumn[], { evidence, assigned, held, assign }: Assigning): void {
  for (const why of ['name', 'name-and-more'] as const)
    for (const { column } of columns) {
      const match = evidence.header?.matches[column];
      if (match?.why !== why || assigned.has(column)) continue;
      const confidence = why === 'name' ? 'certain' : 'likely';
      assign(column, held.has(match.field) ? taken : { field: match.field, confidence, why });
    }
}

/** Fields that no heading names go to the column whose cells look most like them, if nearly all do. */
function assignByContent(
  samples: readonly (readonly string[])[],
  { evidence, assigned, held, assign }: Assigning,
): void {
  for (const { field, looksLike } of evidence.fields) {
    if (!looksLike || held.has(field)) continue;
    let best: { readonly column: number; readonly share: number } | undefined;
    samples.forEach((texts, column) => {
      if (assigned.has(column) || texts.length === 0) return;
      const share = texts.filter((text) => looksLike(text)).length / texts.length;
      if (share >= 0.7 && share > (best?.share ?? 0)) best = { column, share };
    });
    if (best) assign(best.column, { field, confidence: 'guess', why: 'content' });
  }
}

/** Up to 100 different texts of a column, taken from its whole length. */
function samplesOf(body: readonly (readonly Cell[])[], column: number): readonly string[] {
  const texts = new Set<string>();
  const step = Math.max(1, Math.floor(body.length / 1_000));
  for (let row = 0; row < body.length && texts.size < 100; row += step) {
    const cell = body[row]?.[column];
    if (cell && cell.text !== '') texts.add(oneLine(cell.text));
  }
  return [...texts];
}

function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
