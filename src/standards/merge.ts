import type { RecordedEvent } from '../foundation/events.ts';
import { targetKey } from './identity.ts';
import type { RelationKind, ReportedState, Source, StandardStatement } from './model.ts';
import { nameKey } from './name-key.ts';

/** What one source last said, with the version of the event that holds it. */
export interface SourceStatement {
  readonly source: Source;
  readonly statement: StandardStatement;
  readonly contentHash: string;
  readonly version: number;
}

/** The statements of all sources after an event; a later statement of a source takes the place of its earlier one. */
export function withStatement(
  statements: readonly SourceStatement[],
  event: RecordedEvent,
): readonly SourceStatement[] {
  const { source, statement, contentHash } = statedBy(event);
  const others = statements.filter((held) => held.source.name !== source.name || held.source.key !== source.key);
  return [...others, { source, statement, contentHash, version: event.version }];
}

/** One cast at the typed edge: events of this type were made from a statement by this folder. */
function statedBy(event: RecordedEvent): {
  readonly source: Source;
  readonly statement: StandardStatement;
  readonly contentHash: string;
} {
  return event.data as unknown as { source: Source; statement: StandardStatement; contentHash: string };
}

/** Statements from the winner down: by rank, then the later day, then the order of arrival. */
export function byPrecedence(statements: readonly SourceStatement[]): readonly SourceStatement[] {
  return [...statements].sort(
    (one, other) =>
      one.source.rank - other.source.rank ||
      other.source.statedOn.localeCompare(one.source.statedOn) ||
      other.version - one.version,
  );
}

/**
 * The row's contents: the winner's statement, completed by what others know and the winner leaves open. Nothing of the
 * winner is overruled, and what others state differently stays visible as theirs.
 */
export function merged(statements: readonly SourceStatement[]): StandardStatement | undefined {
  const [winner, ...others] = byPrecedence(statements);
  if (!winner) return undefined;
  return others.reduce((held, other) => completed(held, other.statement), winner.statement);
}

function completed(winner: StandardStatement, other: StandardStatement): StandardStatement {
  const filled: Record<string, unknown> = { ...winner };
  for (const [field, value] of Object.entries(other)) {
    if (isEmpty(filled[field])) filled[field] = value;
  }
  const languages = new Set(winner.titles.map((title) => title.lang));
  const kinds = new Set(winner.relations.map((relation) => relation.kind));
  // One cast at the typed edge: every field comes from one of two statements.
  return {
    ...filled,
    titles: [...winner.titles, ...other.titles.filter((title) => !languages.has(title.lang))],
    relations: [...winner.relations, ...other.relations.filter((relation) => !kinds.has(relation.kind))],
  } as unknown as StandardStatement;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

const compared = [
  'publishedOn',
  'implementations',
  'withdrawnOn',
  'nature',
  'ics',
  'ccs',
  'committee',
  'department',
  'edition',
  'region',
] as const;

export interface Disagreement {
  readonly field: string;
  readonly values: readonly { readonly source: Source; readonly value: unknown; readonly isShown: boolean }[];
}

/** A field of a statement: its value, and what of it is compared where its order or spelling says nothing. */
interface FieldRead {
  readonly value: unknown;
  readonly sense: unknown;
}

type Reading = readonly [field: string, read: (held: SourceStatement) => FieldRead];

/** Fields that sources state differently, the shown value first. */
export function disagreements(statements: readonly SourceStatement[]): readonly Disagreement[] {
  const ordered = byPrecedence(statements);
  return readingsOf(ordered).flatMap(([field, read]) => {
    const values = ordered
      .map((held) => ({ source: held.source, ...read(held) }))
      .filter((held) => !isEmpty(held.value));
    const distinct = new Set(values.map((held) => JSON.stringify(held.sense)));
    return distinct.size < 2
      ? []
      : [{ field, values: values.map(({ source, value }, place) => ({ source, value, isShown: place === 0 })) }];
  });
}

function readingsOf(ordered: readonly SourceStatement[]): readonly Reading[] {
  const statements = ordered.map(({ statement }) => statement);
  const langs = new Set(statements.flatMap((statement) => statement.titles.map(({ lang }) => lang)));
  const kinds = new Set(statements.flatMap((statement) => statement.relations.map(({ kind }) => kind)));
  return [
    ['reported', (held) => asItStands(stateIn(held))],
    ...compared.map((field): Reading => [field, ({ statement }) => asItStands(statement[field])]),
    ...[...kinds].map((kind): Reading => [`relation.${kind}`, ({ statement }) => relationsIn(statement, kind)]),
    ['organizations', ({ statement }) => organizationsIn(statement)],
    ...[...langs].map(
      (lang): Reading => [
        `title.${lang}`,
        ({ statement }) => asItStands(statement.titles.find((title) => title.lang === lang)?.text),
      ],
    ),
  ];
}

function asItStands(value: unknown): FieldRead {
  return { value, sense: value };
}

/** The status by the word of a source; a day of withdrawal that had come when it spoke says the same as the word. */
function stateIn({ source, statement }: SourceStatement): ReportedState | undefined {
  const { reported, withdrawnOn } = statement;
  if (reported !== undefined) return reported.state;
  return withdrawnOn !== undefined && withdrawnOn.last <= source.statedOn ? 'withdrawn' : undefined;
}

function relationsIn(statement: StandardStatement, kind: RelationKind): FieldRead {
  const value = statement.relations.filter((relation) => relation.kind === kind);
  const sense = value.map(({ target, whole, degree }) => JSON.stringify([targetKey(target), whole, degree]));
  return { value, sense: sense.toSorted() };
}

function organizationsIn({ organizations }: StandardStatement): FieldRead {
  const value = organizations.map(({ name }) => name);
  return { value, sense: value.map(nameKey).toSorted() };
}
