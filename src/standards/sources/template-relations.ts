import { parse } from '@guiju/standard-numbers';
import type { Relation, RelationKind } from '../model.ts';
import { adoptedIn, degreeOf } from './adopted-documents.ts';
import { listedNumbers } from './listed-numbers.ts';
import { itemsAs, relationOf } from './nested-cells.ts';
import { shown } from './reading.ts';
import { replacedIn } from './replaced-numbers.ts';
import type { TemplateFieldName } from './template-fields.ts';
import { type Cells, lineOf, textOf } from './template-row.ts';

/** The relations that a row states, with a doubt for every number and word in them that is not understood. */
export function relationsOf(cells: Cells): readonly Relation[] {
  const general = lineOf(cells, 'adoptionDegree');
  const degree = degreeOf(general);
  if (general !== '' && degree === undefined) cells.doubt('standards.field-not-understood', 'adoptionDegree', general);
  const plain = (field: 'amends' | 'normativeReferences', kind: 'amends' | 'normativeReference') =>
    stated(cells, {
      field,
      kind,
      read: (text) => listedNumbers(text, kind, cells.doubt).map((target) => ({ kind, target })),
    });
  const replaced = (field: 'replaces' | 'replacedBy') =>
    stated(cells, { field, kind: field, read: (text) => replacedIn(text, field, cells.doubt) });
  const relations = [
    ...replaced('replaces'),
    ...replaced('replacedBy'),
    ...plain('amends', 'amends'),
    ...stated(cells, { field: 'adopts', kind: 'adopts', read: (text) => adoptedIn(text, degree, cells.doubt) }),
    ...plain('normativeReferences', 'normativeReference'),
  ];
  for (const { kind, target } of relations) {
    if (parse(target).outcome !== 'recognized') cells.doubt('standards.number-not-understood', kind, target);
  }
  return relations;
}

interface StatedRelations {
  readonly field: TemplateFieldName;
  readonly kind: RelationKind;
  readonly read: (text: string) => readonly Relation[];
}

/** The relations of a cell, as text or as the objects of JSON Lines. */
function stated(cells: Cells, { field, kind, read }: StatedRelations): readonly Relation[] {
  const items = itemsAs(cells.row.fields.get(field), (item) => relationOf(item, kind));
  if (items === undefined) return read(textOf(cells, field));
  return items.flatMap((item) => {
    if ('value' in item) return [item.value];
    if ('text' in item) return read(item.text);
    cells.doubt('standards.nested-value', kind, shown(item.unknown));
    return [];
  });
}
