/** The five tiers of the Standardization Law, art. 2, and the two code-list values beside them. */
export type Tier = 'national' | 'sectoral' | 'local' | 'association' | 'enterprise' | 'international' | 'foreign';

/** Nature of a document as its prefix states it: 强制性, 推荐性, 指导性技术文件. */
export type Nature = 'mandatory' | 'voluntary' | 'guiding';

export type Scheme =
  | 'cn-national'
  | 'cn-sectoral'
  | 'cn-engineering'
  | 'cn-local'
  | 'cn-association'
  | 'cn-enterprise'
  | 'cn-reference-material'
  | 'cn-metrology'
  | 'cn-military'
  | 'cn-health'
  | 'iso'
  | 'iec'
  | 'iec-document'
  | 'itu'
  | 'cen'
  | 'bsi'
  | 'jis'
  | 'ieee'
  | 'nist'
  | 'etsi'
  | 'ccsds'
  | 'plateau';

/** What the document is. Metrology, military and special-regime documents are not standards of a tier. */
export type NumberKind =
  | 'standard'
  | 'reference-material'
  | 'metrology'
  | 'military'
  | 'special-regime'
  | 'technical-specification'
  | 'technical-report'
  | 'technical-document'
  | 'publicly-available-specification'
  | 'standardized-profile'
  | 'guide'
  | 'directive'
  | 'handbook'
  | 'test-report-form'
  | 'workshop-agreement'
  | 'recommendation'
  | 'working-document';

/** XG: amendment sheet (修改单). The others are those of ISO, IEC, ITU, CEN and NIST. */
export type SupplementKind =
  | 'XG'
  | 'Amd'
  | 'Cor'
  | 'Add'
  | 'Suppl'
  | 'Ext'
  | 'ISH'
  | 'FRAG'
  | 'Annex'
  | 'Err'
  | 'Int'
  | 'Upd'
  | 'Expl';

export interface Supplement {
  readonly kind: SupplementKind;
  /** Ordinal as printed; empty where the sheet carries none. */
  readonly number: string;
  readonly year: number | undefined;
  readonly month: number | undefined;
  /** Draft stage of the supplement itself: DAM 2 is the enquiry draft of an amendment. */
  readonly stage: string | undefined;
  /** How the sheet is joined to its document when written: `/XG`, `/Amd `, `+AMD`, `/DAM `. */
  readonly label: string;
}

/** What a number says, before its forms are derived. `identify` turns it into a `StandardNumber`. */
export interface NumberFields {
  readonly scheme: Scheme;
  /** Undefined for what lies outside the five tiers, such as military standards. */
  readonly tier: Tier | undefined;
  readonly kind: NumberKind;
  readonly nature: Nature | undefined;
  /** Who numbers: `GB`, `YY`, `DB11`, `CAS` of T/CAS, `GDW` of Q/GDW, `ISO/IEC`. */
  readonly publisher: string;
  /** First two or four digits of the GB/T 2260 code of a local standard. */
  readonly region: string | undefined;
  /** Everything before the serial: `GB/T`, `DB11/T`, `T/CAS`, `ISO/TS`. */
  readonly prefix: string;
  /** Text, because leading zeros and letters count. */
  readonly serial: string;
  readonly parts: readonly string[];
  /** The citation means every part: `GB/T 1 (所有部分)`. */
  readonly allParts: boolean;
  readonly year: number | undefined;
  /** As printed, when not four digits: `89`. */
  readonly yearAsPrinted: string | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Draft stage: `DIS`, `CD`. Undefined for a published edition. */
  readonly stage: string | undefined;
  /** Iteration of a draft: 2 in ISO/CD 11949.2. */
  readonly iteration: string | undefined;
  readonly supplements: readonly Supplement[];
  /** Edition remark behind the number: `2018年版`. */
  readonly editionNote: string | undefined;
  /** Edition or version as printed: `ED2`, `V1.2.3`. */
  readonly edition: string | undefined;
  /** Languages as printed: `E/F`, `fr`. */
  readonly language: string | undefined;
  /** Form of the publication: `RLV`, `CSV`, `SER`. */
  readonly variant: string | undefined;
  /** The adopted document of a dual number: GB/T n/ISO n. */
  readonly dual: StandardNumber | undefined;
}

/** One recognized number: its fields and the forms derived from them. */
export interface StandardNumber extends NumberFields {
  /** The written form with ASCII hyphen and one space: `GB/T 1.1-2020`. */
  readonly canonical: string;
  /** Uniqueness key: upper case, year in four digits, without the adopted document of a dual number. The register claims and looks up by it. */
  readonly key: string;
  /** Key without year, stage and supplement: what links the editions of a document. */
  readonly seriesKey: string;
  /** Series key without nature: GB 9706.1 and GB/T 9706.1 draw on one serial pool and share it. */
  readonly workKey: string;
  /** As printed on a cover: an em dash before the year of a Chinese number. */
  readonly typographic: string;
}

export type AmbiguityReason =
  | 'prefix-missing'
  | 'local-or-earthquake'
  | 'association-or-nature'
  | 'guiding-or-health'
  | 'year-or-part';

export type Expectation =
  | 'text'
  | 'prefix'
  | 'serial'
  | 'part'
  | 'year'
  | 'year-in-range'
  | 'organization-code'
  | 'region-code'
  | 'supplement-number'
  | 'end'
  | 'shorter-text';

export type Recognized = {
  readonly outcome: 'recognized';
  readonly number: StandardNumber;
  /** What stood behind the number and is no part of it, usually the title glued to it; empty when nothing did. */
  readonly rest: string;
};
export type Ambiguous = {
  readonly outcome: 'ambiguous';
  readonly readings: readonly StandardNumber[];
  readonly why: AmbiguityReason;
};
export type UnknownPrefix = {
  readonly outcome: 'unknown-prefix';
  readonly prefix: string;
  /** Known prefixes that look alike, nearest first. */
  readonly nearest: readonly string[];
};
export type Malformed = {
  readonly outcome: 'malformed';
  /** Index in the given text where reading stopped. */
  readonly position: number;
  readonly expected: Expectation;
};

/** The answer scale: recognized, ambiguous with its readings, unknown prefix with the nearest, malformed with position and why. */
export type Reading = Recognized | Ambiguous | UnknownPrefix | Malformed;
