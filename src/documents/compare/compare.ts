import { type AlignedPair, align, likenessOf } from './align.ts';
import type { Clause } from './clause.ts';
import { type Piece, wordChanges } from './words.ts';

export type ChangeKind = 'same' | 'changed' | 'renumbered' | 'added' | 'removed' | 'moved';

/** One paragraph of the comparison, in the order of the later text. */
export interface ComparedClause {
  readonly kind: ChangeKind;
  readonly before?: Clause;
  readonly after?: Clause;
  /** Number of the clause in which it stands, also where the paragraph itself has none. */
  readonly within?: string;
  readonly pieces: readonly Piece[];
}

export interface Comparison {
  readonly clauses: readonly ComparedClause[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** What is different between two texts, paragraph by paragraph and within each word by word. */
export function compareTexts(before: readonly Clause[], after: readonly Clause[]): Comparison {
  const pairs = withMoves(align(before, after), { before, after });
  let within: string | undefined;
  const clauses = pairs.map((pair): ComparedClause => {
    const [one, other] = [at(before, pair.before), at(after, pair.after)];
    within = other?.label ?? within;
    const place = other === undefined ? (one?.label ?? within) : within;
    return {
      kind: kindOf(pair, one, other),
      ...(one === undefined ? {} : { before: one }),
      ...(other === undefined ? {} : { after: other }),
      ...(place === undefined ? {} : { within: place }),
      pieces: wordChanges(one?.text ?? '', other?.text ?? '').filter(({ text }) => text !== ''),
    };
  });
  return { clauses, counts: countsOf(clauses) };
}

const at = (clauses: readonly Clause[], place: number | undefined): Clause | undefined =>
  place === undefined ? undefined : clauses[place];

interface Pair extends AlignedPair {
  readonly isMoved?: true;
}

/** Most paragraphs, on either side, among which likeness is looked for far apart. */
const mostApart = 400;
/** Short lines are alike by chance. */
const shortestMove = 8;
const alikeApart = 0.75;

/** What was removed here and added there is one paragraph that moved; it is shown where it stands now. */
function withMoves(
  pairs: readonly AlignedPair[],
  texts: { readonly before: readonly Clause[]; readonly after: readonly Clause[] },
): readonly Pair[] {
  const removed = pairs.flatMap(({ before, after }) => (after === undefined && before !== undefined ? [before] : []));
  const added = pairs.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : []));
  const source = new Map<number, number>();
  const free = new Set(removed.filter((place) => (texts.before[place]?.text.length ?? 0) >= shortestMove));
  const isSearched = added.length <= mostApart && removed.length <= mostApart;
  for (const place of added) {
    const clause = texts.after[place];
    if (!clause || clause.text.length < shortestMove) continue;
    const found = sourceOf(clause, texts.before, free, isSearched);
    if (found === undefined) continue;
    free.delete(found);
    source.set(place, found);
  }
  const gone = new Set(source.values());
  return pairs.flatMap((pair): readonly Pair[] => {
    if (pair.after === undefined) return pair.before !== undefined && gone.has(pair.before) ? [] : [pair];
    const from = source.get(pair.after);
    return from === undefined ? [pair] : [{ before: from, after: pair.after, isMoved: true }];
  });
}

function sourceOf(
  clause: Clause,
  before: readonly Clause[],
  free: ReadonlySet<number>,
  isSearched: boolean,
): number | undefined {
  let best: { readonly place: number; readonly likeness: number } | undefined;
  for (const place of free) {
    const other = before[place];
    if (!other) continue;
    if (other.text === clause.text) return place;
    if (!isSearched) continue;
    const likeness = likenessOf(other, clause);
    if (likeness >= alikeApart && likeness > (best?.likeness ?? 0)) best = { place, likeness };
  }
  return best?.place;
}

function kindOf(pair: Pair, one: Clause | undefined, other: Clause | undefined): ChangeKind {
  if (one === undefined) return 'added';
  if (other === undefined) return 'removed';
  if (pair.isMoved) return 'moved';
  if (one.text !== other.text) return 'changed';
  return one.label === other.label ? 'same' : 'renumbered';
}

function countsOf(clauses: readonly ComparedClause[]): Comparison['counts'] {
  const counts = { same: 0, changed: 0, renumbered: 0, added: 0, removed: 0, moved: 0 };
  for (const { kind } of clauses) counts[kind]++;
  return counts;
}
