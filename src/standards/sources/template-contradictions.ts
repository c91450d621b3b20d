import { parse, type StandardNumber } from '@guiju/standard-numbers';
import type { Relation, StandardStatement } from '../model.ts';
import { implementedBeforePublished } from '../statement-remarks.ts';
import type { Cells } from './template-row.ts';

/** What cannot all be right in one row. It is kept as the sender gives it, but shown to him. */
export function showContradictions(statement: StandardStatement, number: StandardNumber, cells: Cells): void {
  const { nature, region } = statement;
  const early = implementedBeforePublished(statement);
  if (early !== undefined) cells.doubt('standards.implemented-before-published', 'implementedOn', early);
  if (nature && number.nature && nature !== number.nature)
    cells.doubt('standards.field-against-number', 'nature', cells.row.fields.get('nature')?.text ?? '');
  if (region && number.region && !isWithin(region, number.region))
    cells.doubt('standards.field-against-number', 'region', region);
}

/** One region holds the other: DB11 and 110000, DB4403 and 440000, DB31 and 310115. */
function isWithin(code: string, prefix: string): boolean {
  const digits = code.replace(/(?:00)+$/, '');
  return digits.startsWith(prefix) || prefix.startsWith(digits);
}

/** No standard stands in a relation to itself: such a relation is left out and shown. */
export function withoutItself(
  relations: readonly Relation[],
  number: StandardNumber,
  cells: Cells,
): readonly Relation[] {
  return relations.filter(({ kind, target }) => {
    const reading = parse(target);
    const isItself = reading.outcome === 'recognized' && reading.number.key === number.key;
    if (isItself) cells.doubt('standards.relation-to-itself', kind, target);
    return !isItself;
  });
}
