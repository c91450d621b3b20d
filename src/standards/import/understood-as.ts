import type { Implementation, Relation, RelationKind, StandardStatement } from '../model.ts';

type Reader = (statement: StandardStatement) => string | undefined;

const readers: Readonly<Record<string, Reader>> = {
  publishedOn: ({ publishedOn }) => publishedOn?.written,
  withdrawnOn: ({ withdrawnOn }) => withdrawnOn?.written,
  reviewedOn: ({ reviewedOn }) => reviewedOn?.written,
  filedOn: ({ filing }) => filing?.date?.written,
  implementedOn: ({ implementations }) => implementations.map(dayOf).join('; '),
  replaces: related('replaces'),
  replacedBy: related('replacedBy'),
  adopts: related('adopts'),
  amends: related('amends'),
  normativeReference: related('normativeReference'),
};

/** How a doubtful cell was taken: the day that a number or an ambiguous date was read as. Nothing for what was left out. */
export function understoodAs(statement: StandardStatement, field: string | undefined): string | undefined {
  return (field === undefined ? undefined : readers[field]?.(statement)) || undefined;
}

function related(kind: RelationKind): Reader {
  return ({ relations }) =>
    relations
      .filter((relation) => relation.kind === kind)
      .map(relationAs)
      .join('; ');
}

function relationAs({ target, whole, locality, degree }: Relation): string {
  const part = whole === false ? `(部分 in part${locality === undefined ? '' : `: ${locality}`})` : '';
  return [target, part, degree ?? ''].filter((text) => text !== '').join(' ');
}

function dayOf({ date, togetherWith, scope }: Implementation): string {
  const day = date?.written ?? togetherWith ?? '';
  return scope === undefined ? day : `${day} (${scope})`;
}
