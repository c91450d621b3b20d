import type { CalendarDay } from './calendar.ts';
import type { Language, TextInBoth } from './languages.ts';

/** A part of the installation as the navigation shows it. */
export interface NavigationPart {
  readonly href: string;
  readonly label: TextInBoth;
  readonly isCurrent: boolean;
}

/** What the strip above every page has to say about the installation. */
export type StripNotice =
  | { readonly kind: 'rehearsal' }
  | { readonly kind: 'embedded' }
  /** Closed for writing; `until` is shown as given, in the installation's own words of time. */
  | { readonly kind: 'maintenance'; readonly until?: string | undefined }
  /** A sample page: what it shows is made up. */
  | { readonly kind: 'sample' };

/** A machine-readable form of the same page, named in the head for programs. */
export interface AlternateForm {
  readonly href: string;
  /** Media type, such as application/atom+xml. */
  readonly type: string;
  readonly title?: string | undefined;
}

/** Everything the page frame needs from outside; the same for every page of a request. */
export interface Frame {
  readonly lang: Language;
  /** What the operator calls the installation; absent until it is named. */
  readonly name?: TextInBoth | undefined;
  /** Today in the installation's time zone; pages never ask a clock. */
  readonly today: CalendarDay;
  /** The day whose law is shown (valid time). */
  readonly asOf: CalendarDay;
  /** The day up to which the register's knowledge is used (known time). */
  readonly known: CalendarDay;
  readonly parts: readonly NavigationPart[];
  /** Who signed in, with the own page; absent for a stranger. */
  readonly visitor?: FrameVisitor;
  readonly strips: readonly StripNotice[];
  /** This page in the other language. */
  readonly otherLanguageHref: string;
  /** Address of the stylesheet with its content hash. */
  readonly stylesheetHref: string;
  readonly logoHref: string;
  /** Permanent address of this page without the language, for search engines. */
  readonly canonicalHref?: string | undefined;
  readonly places: FramePlaces;
}

/** The person whose name stands in the masthead. */
export interface FrameVisitor {
  readonly name: string;
  readonly href: string;
  /** For the forms of the page; see FormToken in field.tsx. */
  readonly formToken: string;
}

/** Addresses that every page links. */
export interface FramePlaces {
  readonly home: string;
  readonly bulkData: string;
  readonly api: string;
  readonly verify: string;
  readonly accessibility: string;
}
