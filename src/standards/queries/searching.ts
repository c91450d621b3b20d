import type { ReadHandle } from '../../foundation/database.ts';
import {
  type Facet,
  type FacetName,
  indexingBacklog,
  type SearchAnswer,
  type SearchFilters,
  type SearchSort,
  search,
} from '../../search/index.ts';
import { type Brief, briefsById } from './brief.ts';
import { type ListFacts, listFacts } from './list-facts.ts';

export interface StandardsAsked {
  readonly text: string;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  readonly asOf: string;
  readonly size: number;
  readonly place: { readonly page: number } | { readonly cursor: string };
  readonly facets: readonly FacetName[];
}

/** Standards found, in the order of the search, with what lists say of them. */
export interface StandardsFound {
  readonly answer: SearchAnswer;
  readonly standards: readonly Brief[];
  readonly nearest: readonly Brief[];
  readonly facts: ReadonlyMap<string, ListFacts>;
  readonly facets: readonly Facet[];
  /** Records not yet in the index. */
  readonly indexingToGo: number;
}

/** Finds standards through the search index and reads their rows; what the index does not know yet is counted and said. */
export async function findStandards(
  read: ReadHandle,
  cursorKey: Uint8Array,
  asked: StandardsAsked,
): Promise<StandardsFound> {
  const answer = await search({ read, cursorKey }, { ...asked, filters: { ...asked.filters, kind: ['standard'] } });
  const moment = { day: asked.asOf };
  const briefs = await briefsById(
    read,
    [...answer.hits, ...answer.nearest].map((hit) => hit.streamId),
    moment,
  );
  const inOrder = (hits: SearchAnswer['hits']) => hits.flatMap((hit) => briefs.get(hit.streamId) ?? []);
  const standards = inOrder(answer.hits);
  const nearest = inOrder(answer.nearest);
  const facts = await listFacts(
    read,
    [...standards, ...nearest].map((brief) => brief.standardId),
    moment,
  );
  return { answer, standards, nearest, facts, facets: answer.facets, indexingToGo: await indexingBacklog(read) };
}

/** Other ways to ask, as JSON says them. */
export function spellingsOf({ answer: { spellings } }: StandardsFound) {
  return spellings.map(({ text, total }) => ({ text, total: total.n, isTotalApproximate: total.isApproximate }));
}
