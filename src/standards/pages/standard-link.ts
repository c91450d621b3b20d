import type { WrittenDate } from '../../portal/calendar.ts';
import type { LanguageText } from '../../portal/languages.ts';
import type { StatusCode, TierMarkOf } from '../../portal/register-codes.ts';

/** A standard as other pages mention it. */
export interface StandardLink {
  /** The number in its canonical form, `GB 9706.1-2020`. */
  readonly number: string;
  /** Its page; absent when no record of this register bears the number. */
  readonly href?: string | undefined;
  readonly mark: TierMarkOf;
  /** Computed for the asked day. */
  readonly status?: StatusCode | undefined;
  readonly title?: LanguageText | undefined;
}

/** IDT, MOD and NEQ as in GB/T 1.2; EQV of before about 2001; absent when the source names no degree. */
export type AdoptionDegree = 'IDT' | 'MOD' | 'NEQ' | 'EQV';

/** How far an English title can be relied on. */
export type TitleStanding = 'official' | 'from-adopted-document' | 'unofficial' | 'not-stated';

export interface TitleView extends LanguageText {
  readonly standing: TitleStanding;
}

/** Where a statement comes from and up to which day it was true there. */
export interface SourceView {
  readonly name: LanguageText;
  readonly href?: string | undefined;
  readonly asOf?: WrittenDate | undefined;
  readonly licence?: string | undefined;
}

/** A link with its words. */
export interface LabelledLink {
  readonly label: LanguageText;
  readonly href: string;
}
