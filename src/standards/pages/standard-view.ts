import type { CalendarDay, WrittenDate } from '../../portal/calendar.ts';
import type { HistoryEntry } from '../../portal/history-table.tsx';
import type { LanguageText } from '../../portal/languages.ts';
import type { ProofView } from '../../portal/proof-box.tsx';
import type { StatusCode, StatusFlag, TierMarkOf } from '../../portal/register-codes.ts';
import type { AdoptionDegree, LabelledLink, SourceView, StandardLink, TitleView } from './standard-link.ts';

/** One edition of a standard as its page shows it on the chosen day. */
export interface StandardView {
  /** Its permanent address, `/standards/GB-9706.1-2020`. */
  readonly href: string;
  /** Canonical number. */
  readonly number: string;
  /** The number as the source printed it, when it differs. */
  readonly numberAsPrinted?: string | undefined;
  /** Other numbers of the same text: dual number `GB/T n / ISO n`, the number of a joint publisher. */
  readonly otherNumbers: readonly string[];
  /** Edition note such as 2018年版. */
  readonly editionNote?: string | undefined;
  readonly mark: TierMarkOf;
  /** Where it stands in the register, from the top: Standards, National, Mandatory. */
  readonly path: readonly LabelledLink[];
  /** Kind of an international document in words (International Standard, Technical Report ...). */
  readonly documentType?: LanguageText | undefined;
  /** All titles; the page puts the one of its own language first. */
  readonly titles: readonly TitleView[];
  readonly scope?: LanguageText | undefined;
  /** Other records that bore this number before. */
  readonly earlierBearers?: readonly EarlierBearerView[] | undefined;
  readonly status: StatusView;
  readonly dates: DatesView;
  /** Editions of the same work and what was replaced or replaces, for the time axis; empty: no axis. */
  readonly editions: readonly EditionView[];
  /** Stages that sources told of, by code; empty where only the present one is known. */
  readonly stages: readonly StageSeenView[];
  readonly relations: readonly RelationView[];
  /** Amendment sheets, amendments and corrigenda of this edition, in order. */
  readonly amendments: readonly AmendmentView[];
  readonly classification: ClassificationView;
  readonly responsibility: ResponsibilityView;
  readonly draftingOrganizations: readonly DraftingOrganization[];
  /** Drafters as printed, in printed order. Empty also where the kind names none (mandatory national). */
  readonly drafters: readonly string[];
  /** Values on which sources disagree; the record shows `shown`, this list the rest. */
  readonly disagreements: readonly Disagreement[];
  /** Sources whose statements this record rests on. */
  readonly sources: readonly SourceView[];
  /** Acts known up to the asked known-date, oldest first, all or the newest with `historyHref` to the rest. */
  readonly history: readonly HistoryEntry[];
  readonly historyHref?: string | undefined;
  /** Absent while the newest act is not yet sealed. */
  readonly proof?: ProofView | undefined;
  readonly places: StandardPlaces;
  /** The same record as structured data for programs; written escaped into the page. */
  readonly jsonLd?: Readonly<Record<string, unknown>> | undefined;
}

/** A record that bore the number of another one: up to a day, and what it is now; without a number it was annulled. */
export interface EarlierBearerView {
  readonly href: string;
  readonly until: CalendarDay;
  readonly number?: string | undefined;
}

/** Status on the chosen day (`frame.asOf`), with what the sentence needs. */
export interface StatusView {
  readonly code: StatusCode;
  readonly flags: readonly StatusFlag[];
  /** First day of this status, where the register knows it. */
  readonly since?: WrittenDate | undefined;
  /** False: the chosen day lies within `since`, which is known to the month or year only, so nobody can tell. */
  readonly isCertain: boolean;
  /** The day on which it will end or ended being in force, when known and later than the chosen day. */
  readonly until?: WrittenDate | undefined;
  /** What replaces it as a whole: already (superseded) or from `until` (inForce). */
  readonly replacedBy: readonly StandardLink[];
  /** What replaces a part of it (flag partlyReplaced). */
  readonly partlyReplacedBy: readonly StandardLink[];
  /** Standards that are said to replace it, and to be replaced by it, from the same day. */
  readonly contradicting: readonly StandardLink[];
  /** What stays usable beside it on the chosen day because of a transition: the old edition, or the new one. */
  readonly usableBeside: readonly StandardLink[];
  /** The last day on which both may be used is the day before this one. */
  readonly transitionEndsOn?: WrittenDate | undefined;
  /** In force: successors that hold already, for some of its uses or as shares of it, while it goes on for the rest. */
  readonly heldBeside: readonly HeldBesideView[];
  /** In force, but not for every use yet: what it replaces and what goes on for the other uses until `servingEndsOn`. */
  readonly servingBeside: readonly StandardLink[];
  readonly servingEndsOn?: WrittenDate | undefined;
  /** The suspension of its application that lasts on the chosen day (flag suspended). */
  readonly suspension?: SuspensionView | undefined;
  /** Who withdrew, cancelled or annulled it. */
  readonly endedBy?: LanguageText | undefined;
  /** The announcement or act under which that happened. */
  readonly endedUnder?: LanguageText | undefined;
  readonly reason?: LanguageText | undefined;
  /** What to use instead, when a withdrawal names something that does not replace it. */
  readonly useInstead: readonly StandardLink[];
  /** The part that was replaced, in the words of the source. */
  readonly replacedPart?: LanguageText | undefined;
  /** Stage of a document in development, and what happens there. */
  readonly stage?: StageView | undefined;
  /** Set when the status is only what a source reported, not computed from dates. */
  readonly reportedBy?: SourceView | undefined;
  /** Days on which a review was due; set only for tiers whose reviews this register would hold. */
  readonly review?: ReviewView | undefined;
}

export interface SuspensionView {
  readonly from: CalendarDay;
  /** The first day on which it is applied again. */
  readonly until?: CalendarDay | undefined;
  readonly by?: LanguageText | undefined;
  readonly reason?: LanguageText | undefined;
}

/** A successor that holds beside the edition that it is to replace. */
export interface HeldBesideView {
  readonly standard: StandardLink;
  readonly since?: WrittenDate | undefined;
  /** Uses for which it holds already, and those that it leaves to the edition so far. */
  readonly begunFor: readonly LanguageText[];
  readonly notYetFor: readonly LanguageText[];
  /** It holds for every use; the edition waits for another share. */
  readonly isWhole: boolean;
}

export interface StageSeenView {
  readonly stage: StageView;
  /** The number it bore then. */
  readonly number: string;
  /** The day on which the source said that it stood there. */
  readonly seenOn?: WrittenDate | undefined;
  readonly isPresent: boolean;
  readonly source: SourceView;
}

export interface StageView {
  readonly scheme: 'iso' | 'cn';
  /** '40.60' (ISO) or '30' (GB/T 16733). */
  readonly code: string;
  readonly name: LanguageText;
  readonly since?: WrittenDate | undefined;
  readonly projectHref?: string | undefined;
}

export interface ReviewView {
  readonly dueOn: CalendarDay;
  /** Last review the register holds. */
  readonly lastOn?: CalendarDay | undefined;
}

/** Dates as the source gives them; nothing is completed. */
export interface DatesView {
  readonly publishedOn?: WrittenDate | undefined;
  readonly approvedOn?: WrittenDate | undefined;
  readonly filedOn?: WrittenDate | undefined;
  readonly filingNumber?: string | undefined;
  readonly implementations: readonly ImplementationView[];
  readonly endedOn?: WrittenDate | undefined;
  /** True for a guiding document under the rules of 1998, which carries no implementation day. */
  readonly hasNoImplementationDay: boolean;
}

/** One statement of an implementation day. */
export interface ImplementationView {
  readonly on?: WrittenDate | undefined;
  /** What the day applies to: new products, products already approved ... */
  readonly scope?: LanguageText | undefined;
  /** "Implemented together with": the day then follows that standard and `on` is the day derived from it. */
  readonly togetherWith?: StandardLink | undefined;
  /** The words of the source, when they say more. */
  readonly asWritten?: LanguageText | undefined;
}

/** A lane of the time axis. */
export interface EditionView {
  readonly standard: StandardLink;
  /** The edition whose page this is. */
  readonly isThis: boolean;
  readonly publishedOn?: WrittenDate | undefined;
  readonly inForceFrom?: WrittenDate | undefined;
  readonly endedOn?: WrittenDate | undefined;
  /** `endedOn` follows from the replacing standard and was not stated. */
  readonly isEndInferred: boolean;
  /** True when the edition is known to have ended although no day is recorded. */
  readonly hasEnded: boolean;
  /** Year of the number: where to draw a lane without any day. */
  readonly yearOfNumber?: number | undefined;
}

export type RelationKind =
  | 'replaces'
  | 'replacedBy'
  | 'amends'
  | 'amendedBy'
  | 'adopts'
  | 'adoptedBy'
  | 'cites'
  | 'citedBy'
  | 'translates'
  | 'translatedBy'
  | 'sameSeries'
  | 'sameDay';

export interface RelationView {
  readonly kind: RelationKind;
  readonly target: StandardLink;
  /** Adoption only. */
  readonly degree?: AdoptionDegree | undefined;
  /** The part concerned: a clause, "in part", a locality in the words of the source. */
  readonly locality?: LanguageText | undefined;
  readonly isPartial: boolean;
  /** All of this kind are more than are listed: how many, and where they are read page by page. */
  readonly all?: { readonly count: number; readonly href: string } | undefined;
  /** More standards stand behind this entry (36 particular standards); `target.href` lists them. */
  readonly count?: number | undefined;
}

export interface AmendmentView {
  readonly standard: StandardLink;
  readonly publishedOn?: WrittenDate | undefined;
  readonly implementedOn?: WrittenDate | undefined;
}

export interface ClassificationView {
  readonly ics: readonly CodeView[];
  readonly ccs: readonly CodeView[];
  readonly industries: readonly CodeView[];
  readonly topics: readonly LabelledLink[];
  readonly region?: CodeView | undefined;
  /** Sector code such as YY, with the sector's name. */
  readonly sector?: CodeView | undefined;
  /** The class in the source's own words. */
  readonly sourceClass?: LanguageText | undefined;
}

/** A code with its name and the list of the standards that bear it. */
export interface CodeView {
  readonly code: string;
  readonly name?: LanguageText | undefined;
  readonly href?: string | undefined;
}

export interface ResponsibilityView {
  readonly issuers: readonly OrganizationLink[];
  readonly department?: OrganizationLink | undefined;
  readonly committee?: OrganizationLink | undefined;
}

export interface OrganizationLink {
  readonly name: LanguageText;
  /** The name in words, where `name` is a reference such as ISO/TC 210. */
  readonly fullName?: LanguageText | undefined;
  readonly href?: string | undefined;
}

export interface DraftingOrganization extends OrganizationLink {
  readonly role: 'leading' | 'takingPart' | 'notStated';
  readonly creditCode?: string | undefined;
  readonly kind?: LanguageText | undefined;
  readonly region?: LanguageText | undefined;
}

export interface Disagreement {
  /** The field, in words of the page's language. */
  readonly field: LanguageText;
  /** What the record shows. */
  readonly shown: LanguageText;
  readonly shownSource: SourceView;
  readonly others: readonly { readonly value: LanguageText; readonly source: SourceView }[];
  /** The rule by which `shown` was chosen. */
  readonly rule: LanguageText;
}

/** Addresses of this record's other forms and services; an absent one is not offered. */
export interface StandardPlaces {
  readonly text?: string | undefined;
  readonly json: string;
  readonly jsonLd: string;
  readonly atom: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly cslJson: string;
  readonly relaton: string;
  /** Form to follow by e-mail. */
  readonly follow?: string | undefined;
  readonly reportError: string;
  /** Comparison with another edition. */
  readonly compare?: string | undefined;
}
