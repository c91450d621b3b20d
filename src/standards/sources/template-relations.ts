import { parse } from '@guiju/standard-numbers';
import type { Relation } from '../model.ts';
import { adoptedIn, degreeOf } from './adopted-documents.ts';
import { listedNumbers } from './listed-numbers.ts';
import { replacedIn } from './replaced-numbers.ts';
import { type Cells, lineOf, textOf } from './template-row.ts';

/** The relations that a row states, with a doubt for every number and word in them that is not understood. */
export function relationsOf(cells: Cells): readonly Relation[] {
  const general = lineOf(cells, 'adoptionDegree');
  const degree = degreeOf(general);
  if (general !== '' && degree === undefined) cells.doubt('standards.field-not-understood', 'adoptionDegree', general);
  const plain = (field: 'amends' | 'normativeReferences', kind: 'amends' | 'normativeReference') =>
    listedNumbers(textOf(cells, field), kind, cells.doubt).map((target): Relation => ({ kind, target }));
  const relations = [
    ...replacedIn(textOf(cells, 'replaces'), 'replaces', cells.doubt),
    ...replacedIn(textOf(cells, 'replacedBy'), 'replacedBy', cells.doubt),
    ...plain('amends', 'amends'),
    ...adoptedIn(textOf(cells, 'adopts'), degree, cells.doubt),
    ...plain('normativeReferences', 'normativeReference'),
  ];
  for (const { kind, target } of relations) {
    if (parse(target).outcome !== 'recognized') cells.doubt('standards.number-not-understood', kind, target);
  }
  return relations;
}
