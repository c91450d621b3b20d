import type { CalendarDay, WrittenDate } from '../../portal/calendar.ts';
import type { FacetView } from '../../portal/facet-list.tsx';
import type { LanguageText } from '../../portal/languages.ts';
import type { PaginationView } from '../../portal/pagination.tsx';
import type { StatusCode } from '../../portal/register-codes.ts';
import type { AdoptionDegree, LabelledLink, StandardLink, TitleView } from './standard-link.ts';
import type { StageView } from './standard-view.ts';

/** What was asked, as it stands in the address. */
export interface SearchAsked {
  readonly query: string;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly asOf: CalendarDay;
  /** Address that receives the search form. */
  readonly action: string;
  /** Facets and other parameters that the forms must carry along. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

/** An organization that tells standards of one number apart. */
export interface HolderView {
  readonly name: LanguageText;
  readonly role: 'issuer' | 'drafter';
  readonly creditCode?: string | undefined;
}

/** A standard in a list of results. */
export interface ResultView {
  readonly standard: StandardLink;
  readonly titles: readonly TitleView[];
  readonly facts: ResultFacts;
}

/** What the one line under a result may say; it says what matters most for its status. */
export interface ResultFacts {
  readonly status: StatusCode;
  readonly publishedOn?: WrittenDate | undefined;
  readonly inForceFrom?: WrittenDate | undefined;
  readonly endedOn?: WrittenDate | undefined;
  readonly replacedBy: readonly StandardLink[];
  /** Number of standards it replaces. */
  readonly replacesCount: number;
  readonly adopts?: { readonly number: string; readonly degree?: AdoptionDegree | undefined } | undefined;
  readonly adoptedAs?: StandardLink | undefined;
  readonly stage?: StageView | undefined;
  /** Whose it is, where another standard bears the same number. */
  readonly holder?: HolderView | undefined;
  readonly committee?: LanguageText | undefined;
}

/** A facet value that is switched on, with the address without it. */
export interface ChosenFilter {
  readonly facet: string;
  readonly value: string;
  readonly removeHref: string;
}

/** A technical committee that the query names. */
export interface CommitteeLink {
  readonly reference: string;
  readonly name?: LanguageText | undefined;
  readonly href: string;
}

export interface SearchView {
  readonly asked: SearchAsked;
  readonly total: number;
  /** The count is an estimate; shown as "about". */
  readonly isTotalApproximate: boolean;
  /** Counts may stop here; shown as "more than". */
  readonly isTotalCapped?: boolean | undefined;
  /** The query was read as this number: "read as GB 9706.1-2020". */
  readonly readAs?: { readonly number: string; readonly explanation?: LanguageText | undefined } | undefined;
  /** The number asked for is not held; whether this register would know. */
  readonly notHeld?: { readonly number: string; readonly coverage: CoverageStatement } | undefined;
  /** The page asked for lies behind the last result. */
  readonly pastEnd?: { readonly page: number; readonly firstHref: string } | undefined;
  /** Words to mark in titles, normalized as the index has them. */
  readonly highlight: readonly string[];
  /** Chosen values that do not exist, for which nothing can be found. */
  readonly unknownValues?: readonly UnknownFilterValue[] | undefined;
  /** Records not yet in the index. */
  readonly indexingToGo: number;
  readonly committees: readonly CommitteeLink[];
  readonly results: readonly ResultView[];
  readonly facets: readonly FacetView[];
  readonly chosen: readonly ChosenFilter[];
  readonly pagination: PaginationView;
  readonly downloads: readonly LabelledLink[];
  readonly followHref?: string | undefined;
  readonly orderExplainedHref: string;
}

/** A value in the address that stands in no list, with where those that do are listed. */
export interface UnknownFilterValue {
  readonly filter: string;
  readonly value: string;
  readonly href: string;
}

/** How a query was understood by the number library. */
export type QueryReading =
  /** A well-formed number of which this register has no record. */
  | {
      readonly kind: 'recognized';
      readonly number: string;
      readonly explanation: LanguageText;
      readonly coverage: CoverageStatement;
    }
  | { readonly kind: 'ambiguous'; readonly readings: readonly StandardLink[] }
  | { readonly kind: 'unknown-prefix'; readonly prefix: string; readonly nearest: readonly string[] }
  /** Looks like a number and is not one. `position` counts characters of the query from 1. */
  | { readonly kind: 'malformed'; readonly position: number; readonly why: LanguageText }
  | { readonly kind: 'words' };

/** Whether this register would know: what it holds of the tier or sector concerned. */
export interface CoverageStatement {
  readonly of: LanguageText;
  readonly records: number;
  readonly completeness: Completeness;
  readonly asOf?: WrittenDate | undefined;
  readonly sourceName?: LanguageText | undefined;
  readonly href: string;
}

/** complete: the source states all; partial: known to lack some; sample: a few; none: no record at all. */
export type Completeness = 'complete' | 'partial' | 'sample' | 'none';

export interface NoResultView {
  readonly asked: SearchAsked;
  readonly committees: readonly CommitteeLink[];
  readonly reading: QueryReading;
  readonly nearest: readonly ResultView[];
  /** Other spellings worth trying, each with its address and its number of results. */
  readonly spellings: readonly SpellingView[];
  /** The same search without the chosen facets, when those left nothing. */
  readonly withoutFilters?: { readonly href: string; readonly count: number } | undefined;
  readonly unknownValues?: readonly UnknownFilterValue[] | undefined;
  readonly indexingToGo: number;
}

export interface ChoiceView {
  /** The number as asked. */
  readonly number: string;
  readonly choices: readonly ChoiceEntry[];
}

export interface ChoiceEntry {
  readonly result: ResultView;
  /** What tells it from the others: its issuer, its enterprise, its edition note. */
  /** Absent where the numbers themselves tell them apart. */
  readonly distinction?: LanguageText | undefined;
}

export interface SpellingView {
  readonly query: string;
  readonly href: string;
  readonly count: number;
  readonly isApproximate: boolean;
}
