export { longestQuery } from './asked.ts';
export {
  drainIndexing,
  type IndexerDeps,
  type IndexingDone,
  indexingBacklog,
  queueEverything,
  type RunningIndexer,
  startIndexer,
} from './indexer.ts';
export {
  type EntryFacets,
  type Facet,
  type FacetName,
  type FacetValue,
  facetNames,
  type MatchKind,
  type NumberKeys,
  type SearchAnswer,
  type SearchAsked,
  type SearchEntry,
  type SearchFilters,
  type SearchHit,
  type SearchSort,
  type SearchSource,
  type StatusDays,
  type StreamRef,
} from './model.ts';
export { serialOf } from './number-query.ts';
export { searchRefusals } from './refusals.ts';
export { type SearchDeps, search } from './search.ts';
export { type IndexStatistics, type KnownStatistics, knownStatistics } from './statistics.ts';
export { statusOnDay } from './status-sql.ts';
