/** A record of a register. */
export interface StreamRef {
  readonly homeId: string;
  readonly streamId: string;
}

/** The days from which the status of any day follows; no word for a status is ever stored. */
export interface StatusDays {
  readonly publishedOn: string | null;
  readonly inForceOn: string | null;
  readonly supersededOn: string | null;
  readonly withdrawnOn: string | null;
  readonly cancelledOn: string | null;
  readonly reportedState: string | null;
  readonly reportedOn: string | null;
}

/** The forms of a record's number under which it is found. */
export interface NumberKeys {
  readonly number: string;
  readonly series: string;
  readonly work: string;
  /** Serial and parts alone: `9706.1`. */
  readonly serial: string;
}

/** What is searched of one public record. Only public fields may stand here. */
export interface SearchEntry extends StreamRef {
  readonly kind: string;
  readonly number: NumberKeys | null;
  /** Titles in all languages; a query found whole in a title goes first. */
  readonly titles: readonly string[];
  /** Other public texts: scope, organizations, committee, department. */
  readonly texts: readonly string[];
  readonly prominence: number;
  /** Day for the order by date; null when unknown. */
  readonly sortOn: string | null;
  readonly status: StatusDays;
  readonly facets: EntryFacets;
}

export interface EntryFacets {
  readonly tier: string | null;
  readonly nature: string | null;
  readonly documentKind: string | null;
  readonly year: number | null;
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly region: string | null;
  readonly sector: string | null;
  readonly department: string | null;
  readonly committee: string | null;
  readonly adopted: boolean;
  /** Names and codes of the drafting organizations. */
  readonly organizations: readonly string[];
}

export const facetNames = [
  'tier',
  'nature',
  'documentKind',
  'status',
  'year',
  'ics',
  'ccs',
  'region',
  'sector',
  'department',
  'committee',
  'adopted',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Values of one filter are alternatives; different filters narrow together. */
export interface SearchFilters {
  readonly kind?: readonly string[];
  readonly tier?: readonly string[];
  readonly nature?: readonly string[];
  readonly documentKind?: readonly string[];
  /** Status on the asked day. */
  readonly status?: readonly string[];
  readonly yearFrom?: number;
  readonly yearTo?: number;
  /** ICS field, group or subgroup: `11`, `11.040`, `11.040.55`. */
  readonly ics?: readonly string[];
  /** CCS class or code: `C`, `C30`. */
  readonly ccs?: readonly string[];
  /** GB/T 2260 code; a province includes its cities. */
  readonly region?: readonly string[];
  readonly sector?: readonly string[];
  readonly department?: readonly string[];
  readonly committee?: readonly string[];
  /** Drafting organization by name or unified social credit code. */
  readonly organization?: readonly string[];
  readonly adopted?: boolean;
}

export type SearchSort = 'relevance' | 'newest' | 'oldest';

export interface SearchAsked {
  readonly text: string;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  /** The day for which status is told and filtered. */
  readonly asOf: string;
  readonly size: number;
  /** A numbered page from 1, or where an earlier answer ended. */
  readonly place: { readonly page: number } | { readonly cursor: string };
  readonly facets: readonly FacetName[];
}

/** How a hit answers the query: by its number, as another edition or nature of it, by its title, by another text. */
export type MatchKind = 'number' | 'edition' | 'prefix' | 'title' | 'text';

export interface SearchHit extends StreamRef {
  readonly kind: string;
  readonly match: MatchKind;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface Facet {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  /** More values than are given. */
  readonly hasMore: boolean;
}

export interface Counted {
  readonly n: number;
  /** Estimated from one entry in 32. */
  readonly isApproximate: boolean;
}

/** Another way to ask, with what it finds under the same conditions. */
export interface Spelling {
  readonly text: string;
  readonly total: Counted;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: Counted;
  readonly facets: readonly Facet[];
  readonly areFacetsApproximate: boolean;
  /** Where the next page begins; absent on the last. */
  readonly nextCursor?: string;
  /** Numbers the query was read as, canonical. */
  readonly readAs: readonly string[];
  /** The number asked for, canonical, when the register does not hold it; what is found instead are other editions or mentions. */
  readonly notHeld: string | undefined;
  /** Registered numbers like the one asked, when that one is not registered. */
  readonly nearest: readonly SearchHit[];
  /** Other ways to ask that find something, when this one finds nothing; the likeliest first. */
  readonly spellings: readonly Spelling[];
  /** Words to mark in titles, folded as the index has them. */
  readonly highlight: readonly string[];
}
