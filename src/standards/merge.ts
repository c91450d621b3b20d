import type { RecordedEvent } from '../foundation/events.ts';
import type { Source, StandardStatement } from './model.ts';

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
  // One cast at the typed edge: every field comes from one of two statements.
  return {
    ...filled,
    titles: [...winner.titles, ...other.titles.filter((title) => !languages.has(title.lang))],
  } as unknown as StandardStatement;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

const compared = [
  'publishedOn',
  'implementations',
  'withdrawnOn',
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

/** Fields that sources state differently, the shown value first. */
export function disagreements(statements: readonly SourceStatement[]): readonly Disagreement[] {
  const ordered = byPrecedence(statements);
  const titles = [...new Set(ordered.flatMap((held) => held.statement.titles.map((title) => title.lang)))];
  const readings: readonly (readonly [string, (statement: StandardStatement) => unknown])[] = [
    ...compared.map((field) => [field, (statement: StandardStatement) => statement[field]] as const),
    ...titles.map(
      (lang) =>
        [
          `title.${lang}`,
          (statement: StandardStatement) => statement.titles.find((title) => title.lang === lang)?.text,
        ] as const,
    ),
  ];
  return readings.flatMap(([field, read]) => {
    const values = ordered
      .map((held) => ({ source: held.source, value: read(held.statement) }))
      .filter((held) => !isEmpty(held.value));
    const distinct = new Set(values.map((held) => JSON.stringify(held.value)));
    return distinct.size < 2
      ? []
      : [{ field, values: values.map((held, place) => ({ ...held, isShown: place === 0 })) }];
  });
}
