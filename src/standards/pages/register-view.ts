import type { CalendarDay, WrittenDate } from '../../portal/calendar.ts';
import type { LanguageText } from '../../portal/languages.ts';
import type { PaginationView } from '../../portal/pagination.tsx';
import type { ProofView } from '../../portal/proof-box.tsx';
import type { Tier, TierMarkOf } from '../../portal/register-codes.ts';
import type { Completeness, ResultView } from './search-view.ts';
import type { LabelledLink, SourceView, StandardLink } from './standard-link.ts';

/** One living figure: how many records of a tier are registered, and what that number is worth. */
export interface TierFigure {
  readonly tier: Tier;
  readonly records: number;
  readonly href: string;
  /** Parts of the figure, such as the natures of national standards. */
  readonly parts: readonly { readonly label: LanguageText; readonly records: number; readonly href: string }[];
  readonly asOf?: WrittenDate | undefined;
  readonly completeness: Completeness;
}

export interface ComingEntry {
  readonly standard: StandardLink;
  readonly inForceFrom: WrittenDate;
}

export interface HomeView {
  readonly searchAction: string;
  /** Spellings that find something in this register, shown under the box. */
  readonly examples: readonly LabelledLink[];
  readonly checkListHref: string;
  /** Present while records are still coming in. */
  readonly arriving?: ArrivingView;
  /** Absent while the embedded database is busy recording and can not be asked. */
  readonly figures?: readonly TierFigure[];
  readonly coverageHref: string;
  readonly coming?: readonly ComingEntry[];
  readonly comingHref: string;
  readonly comingFeedHref: string;
  /** What can be done here, from the parts of the installation. */
  readonly services: readonly ServiceEntry[];
}

/** How far the records have come that are still coming in: first they are recorded, then they become searchable. */
export type ArrivingView =
  | { readonly step: 'recording'; readonly done: number; readonly total: number | undefined }
  | { readonly step: 'indexing'; readonly toGo: number };

export interface ServiceEntry {
  readonly label: LanguageText;
  readonly href: string;
  readonly about: LanguageText;
}

/** The ways to browse. */
export type BrowseBy = 'tier' | 'ics' | 'ccs' | 'region' | 'sector' | 'committee' | 'department' | 'organization';

/** A class, region, body ... with the standards that belong to it. */
export interface BrowseEntry {
  readonly label: LanguageText;
  /** The code shown before the label. */
  readonly code?: string | undefined;
  readonly mark?: TierMarkOf | undefined;
  readonly href: string;
  readonly records: number;
  /** Entries of the next level, when shown open. */
  readonly children: readonly BrowseEntry[];
}

export interface BrowseView {
  readonly by: BrowseBy;
  /** The ways, with their addresses. */
  readonly ways: readonly { readonly by: BrowseBy; readonly href: string }[];
  /** Where in the tree we are, from the top; empty at the top. */
  readonly path: readonly LabelledLink[];
  readonly entries: readonly BrowseEntry[];
  /** Standards of the class itself, when it is a leaf or holds few. */
  readonly standards: readonly ResultView[];
  /** Standards without such a class. */
  readonly without?: { readonly records: number; readonly href: string } | undefined;
  readonly total: number;
  readonly pagination: PaginationView;
  /** Why so few are shown, where that needs saying. */
  readonly nearlyEmpty?: { readonly reason: LanguageText; readonly href: string } | undefined;
}

/** One row of the coverage page. */
export interface CoverageRow {
  readonly of: LanguageText;
  readonly mark?: TierMarkOf | undefined;
  readonly records: number;
  readonly href?: string | undefined;
  readonly completeness: Completeness;
  /** What is lacking, or why it is nearly empty. */
  readonly remark?: LanguageText | undefined;
  readonly sources: readonly SourceView[];
}

export interface CoverageView {
  readonly tiers: readonly CoverageRow[];
  readonly sectors: readonly CoverageRow[];
  readonly regions: readonly CoverageRow[];
}

/** An organization that took part in drafting. */
export interface OrganizationView {
  readonly name: LanguageText;
  readonly otherNames: readonly LanguageText[];
  readonly creditCode?: string | undefined;
  readonly kind?: LanguageText | undefined;
  readonly region?: LanguageText | undefined;
  readonly counts: RoleCounts;
  readonly standards: readonly OrganizationStandard[];
  readonly pagination: PaginationView;
  readonly certificateHref: string;
  /** Names in records that may be the same organization but are not joined. */
  readonly notJoined: readonly LabelledLink[];
}

export interface RoleCounts {
  readonly leading: number;
  readonly takingPart: number;
  readonly notStated: number;
}

export interface OrganizationStandard {
  readonly result: ResultView;
  readonly role: 'leading' | 'takingPart' | 'notStated';
  /** Place in the printed order, from 1. */
  readonly place?: number | undefined;
}

export interface CommitteeView {
  readonly reference: string;
  readonly name?: LanguageText | undefined;
  readonly parent?: LabelledLink | undefined;
  readonly children: readonly LabelledLink[];
  readonly secretariat?: LanguageText | undefined;
  readonly status?: 'active' | 'suspended' | 'disbanded' | undefined;
  /** Who says so, and up to which day. */
  readonly source?: SourceView | undefined;
  readonly counts: readonly { readonly label: LanguageText; readonly records: number; readonly href: string }[];
  readonly standards: readonly ResultView[];
  readonly pagination: PaginationView;
}

/** A printable record of an organization's standards. */
export interface CertificateView {
  readonly organization: LanguageText;
  readonly creditCode?: string | undefined;
  readonly issuedOn: CalendarDay;
  /** Opaque number of this certificate, when it was kept. */
  readonly number?: string | undefined;
  readonly counts: RoleCounts;
  readonly rows: readonly {
    readonly standard: StandardLink;
    readonly role: 'leading' | 'takingPart' | 'notStated';
    readonly place?: number | undefined;
    readonly publishedOn?: WrittenDate | undefined;
  }[];
  readonly proof?: ProofView | undefined;
  /** Address at which the certificate can be checked. */
  readonly checkHref: string;
}

/** A record that is no longer there: entered by mistake and annulled (410). */
export interface GoneView {
  readonly number: string;
  readonly mark: TierMarkOf;
  readonly annulledOn: CalendarDay;
  readonly by: LanguageText;
  readonly under: LanguageText;
  readonly reason: LanguageText;
  readonly useInstead: readonly StandardLink[];
  /** Records that bear the number now. */
  readonly bornBy: readonly StandardLink[];
  /** The record as it was known before, with that known-date in the address. */
  readonly beforeHref?: string | undefined;
  readonly proof?: ProofView | undefined;
}

/** Two editions side by side. */
export interface CompareView {
  readonly left: StandardLink;
  readonly right: StandardLink;
  readonly rows: readonly CompareRow[];
  /** Editions that can be put on either side. */
  readonly choices: readonly StandardLink[];
  readonly action: string;
}

export interface CompareRow {
  readonly field: LanguageText;
  readonly left: readonly LanguageText[];
  readonly right: readonly LanguageText[];
  readonly isSame: boolean;
}
