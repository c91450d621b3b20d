import type { Part } from '../foundation/part.ts';
import { searchBench } from './bench-search.ts';
import { searchRefusals } from './refusals.ts';
import type { SearchSource } from './source.ts';

declare module '../foundation/part.ts' {
  interface Part {
    /** What of the part's records is found; the application gives all of them to one indexer. */
    readonly searchSources?: readonly SearchSource[];
  }
}

export const part: Part = {
  name: 'search',
  profiles: 'all',
  refusals: searchRefusals,
  benches: () => [searchBench],
};

export { checkIndex, mendIndex } from './check-index.ts';
export { drainIndexing, indexerLoop, indexingBacklog, queueEverything } from './indexer.ts';
export {
  type Facet,
  type FacetName,
  facetNames,
  type SearchAnswer,
  type SearchAsked,
  type SearchEntry,
  type SearchFilters,
  type SearchSort,
  type Spelling,
  type StreamRef,
} from './model.ts';
export { serialOf } from './number-query.ts';
export { search } from './search.ts';
export type { SearchSource } from './source.ts';
export { statusOnDay } from './status-sql.ts';
