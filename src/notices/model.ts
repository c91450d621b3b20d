import type { LanguageText, TextInBoth } from '../portal/languages.ts';

export const subjectKinds = ['standard', 'search', 'list'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What a reader wants to be told of. What the key means is known to the source of its kind alone. */
export interface WatchSubject {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly label: TextInBoth;
  /** Path of its page. */
  readonly path: string;
}

/** Up to where a watch was told: the size of the log, and the day in law. */
export interface ToldMark {
  readonly treeSize: number;
  readonly day: string;
}

/** What was told of each watched thing, by its identifier, as the source of its kind wrote it down. */
export type WatchedState = Readonly<Record<string, unknown>>;

/** One thing that changed, in whole sentences of the language of the message. */
export interface ToldChange {
  /** What it is of: a number. */
  readonly of: string;
  readonly title: LanguageText | undefined;
  readonly path: string;
  readonly sentences: readonly string[];
}

/** A register whose things can be watched. Registers implement it; whoever starts the messenger joins them. */
export interface WatchSource {
  readonly kind: SubjectKind;
  /** What a reader would be told of the subject on a day, as JSON without fractions. */
  readonly stateOn: (subject: WatchSubject, day: string) => Promise<WatchedState>;
  /** Pure: what is different between two states, be it by new acts or by days that came. */
  readonly changes: (before: WatchedState, after: WatchedState, lang: 'zh-Hans' | 'en') => readonly ToldChange[];
}

/** Hours in which the link of the confirmation works. */
export const confirmationHours = 48;
/** Days after which an address that was never confirmed is erased. */
export const unconfirmedDays = 7;
