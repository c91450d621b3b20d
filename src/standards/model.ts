import { type Nature, type StatusCode, specialKinds, type Tier } from '../portal/register-codes.ts';

/**
 * What the register holds about one standard, free of database, HTTP and clock.
 *
 * A statement is what one source says of one standard, field by field, as it was given. The register never improves a
 * statement: a date of lower precision stays as written, an unknown field stays absent. Several sources may state
 * different things of the same standard; the projection shows the winner by rank and keeps the others.
 */

export const kinds = [
  'standard',
  ...specialKinds,
  'technical-specification',
  'technical-report',
  'publicly-available-specification',
  'workshop-agreement',
  'guide',
  'recommendation',
  'amendment',
  'corrigendum',
  'supplement',
  'other',
] as const;
/** What the document is. Reference materials, metrology documents and special regimes are a kind, not a tier. */
export type Kind = (typeof kinds)[number];

/** A calendar day `YYYY-MM-DD`. */
export type Day = string;

/**
 * A date as a source gives it. `written` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `first` and `last` are the first and last
 * day it can mean, equal for a full date (DESIGN 10, rule 4).
 */
export interface StatedDate {
  readonly written: string;
  readonly first: Day;
  readonly last: Day;
}

/** One of the days on which a standard takes effect. Several days differ by scope ("new products", "products already approved"). */
export interface Implementation {
  /** What takes effect on that day; absent when it is the whole standard. */
  readonly scope?: string;
  readonly date?: StatedDate;
  /** "together with GB 9706.1-2020": the number of the standard whose day this one follows. */
  readonly togetherWith?: string;
  /** The source's words, where they are more than a date. */
  readonly words?: string;
}

/** How a title came to be: from the document itself, from the international document it adopts, or a translation of ours or others. */
export type TitleStanding = 'official' | 'adopted' | 'unofficial';

export interface Title {
  /** BCP 47: zh-Hans, en, fr ... */
  readonly lang: string;
  readonly text: string;
  readonly standing: TitleStanding;
}

export const relationKinds = [
  'replaces',
  'replacedBy',
  'amends',
  'adopts',
  'normativeReference',
  'cites',
  'translates',
  'mergedInto',
  'splitInto',
] as const;
export type RelationKind = (typeof relationKinds)[number];

export const adoptionDegrees = ['IDT', 'MOD', 'NEQ', 'EQV'] as const;
/** Degrees of adoption (GB/T 1.2, ISO/IEC Guide 21-1); EQV is the legacy degree used until about 2001. */
export type AdoptionDegree = (typeof adoptionDegrees)[number];

/**
 * A relation as stated by the standard that names the other. `replacedBy` is kept as stated by sources that give the
 * inverse; the two sides are brought together when read.
 */
export interface Relation {
  readonly kind: RelationKind;
  /** The other standard's number as printed. */
  readonly target: string;
  /** False when only a part is replaced (部分代替). Absent means the whole. */
  readonly whole?: false;
  /** Which part: clause, edition, scope. */
  readonly locality?: string;
  readonly degree?: AdoptionDegree;
}

export type OrganizationRole = 'leading' | 'takingPart';

/** A drafting organization as printed in the preface, in printed order. */
export interface DraftingOrganization {
  readonly name: string;
  readonly role: OrganizationRole;
  /** Unified social credit code (GB 32100-2015), when known. */
  readonly creditCode?: string;
  /** enterprise, institute, university, association, authority ..., when known. */
  readonly kind?: string;
  /** GB/T 2260 code, when known. */
  readonly region?: string;
}

export const reportedStates = [
  'inDevelopment',
  'notYetInForce',
  'inForce',
  'superseded',
  'withdrawn',
] as const satisfies readonly StatusCode[];
/** A status word of a source, kept because the source gives no dates to compute one from. */
export type ReportedState = (typeof reportedStates)[number];

export interface StandardStatement {
  /** The number as the source prints it; parsed by @guiju/standard-numbers. */
  readonly number: string;
  /** Tier, kind and nature follow from the number when absent. */
  readonly tier?: Tier;
  readonly kind?: Kind;
  readonly nature?: Nature;
  readonly titles: readonly Title[];
  readonly scope?: readonly { readonly lang: string; readonly text: string }[];
  readonly publishedOn?: StatedDate;
  readonly implementations: readonly Implementation[];
  /** Withdrawn (废止) on that day, whatever replaces it. */
  readonly withdrawnOn?: StatedDate;
  readonly withdrawalReason?: string;
  /** The day up to which the last review confirmed it (复审). */
  readonly reviewedOn?: StatedDate;
  readonly reported?: { readonly state: ReportedState; readonly words?: string };
  /** Harmonized stage code with its scheme, for example `iso 60.60` or `cn 30.00`. */
  readonly stage?: string;
  readonly edition?: number;
  readonly relations: readonly Relation[];
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  /** GB/T 4754 class. */
  readonly industry?: string;
  /** GB/T 2260 code of a local standard's region. */
  readonly region?: string;
  readonly topics: readonly string[];
  /** The technical committee as named, for example `ISO/TC 210` or `SAC/TC 10`. */
  readonly committee?: string;
  /** The department in charge (主管部门), as named. */
  readonly department?: string;
  /** Who issued it (发布机构), as named, several when issued together. */
  readonly issuers: readonly string[];
  readonly organizations: readonly DraftingOrganization[];
  /** Drafters as printed; part of the publication. */
  readonly drafters: readonly string[];
  /** Filing number and day (备案号) of sectoral and local standards. */
  readonly filing?: { readonly number: string; readonly date?: StatedDate };
  readonly pages?: number;
  readonly languages?: readonly string[];
  /** An address of the text at its publisher. */
  readonly textAddress?: string;
  readonly remarks?: string;
}

/** A stage at which a source saw the document, or of which it tells as past. */
export interface StageSeen {
  /** With its scheme: `iso 40.20`. */
  readonly stage: string;
  /** The number it bore then: a draft bears another than its edition. */
  readonly number: string;
  /** The day on which the source said it stood there; null where the source tells of it as past, without a day. */
  readonly seenOn: Day | null;
  readonly source: string;
  /** The day up to which the source speaks. */
  readonly statedOn: Day;
}

/** Who states it, from which file and day, and how it ranks against other sources (lower wins). */
export interface Source {
  /** Short name of the source in definitions/sources: `iso-open-data`, `nmpa-register` ... */
  readonly name: string;
  /** The key of the record in the source; with the name it finds the stream again. */
  readonly key: string;
  /** The day up to which the source speaks. */
  readonly statedOn: Day;
  readonly rank: number;
  /** Where exactly: file, path, page. */
  readonly locator?: string;
}

/** A statement about a standard that says nothing yet. */
export const nothingStated: Omit<StandardStatement, 'number'> = {
  titles: [],
  implementations: [],
  relations: [],
  ics: [],
  ccs: [],
  topics: [],
  issuers: [],
  organizations: [],
  drafters: [],
};
