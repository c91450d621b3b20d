import type { Child } from 'hono/jsx';
import { type CalendarDay, isWholeDay, type WrittenDate } from '../../portal/calendar.ts';
import { WrittenDay } from '../../portal/dates.tsx';
import type { Language } from '../../portal/languages.ts';
import type { TierMarkOf } from '../../portal/register-codes.ts';
import { NumberList } from './number-list.tsx';
import type { StandardLink } from './standard-link.ts';
import type { DatesView, StatusView } from './standard-view.ts';
import { type StandardsKey, standardsText } from './texts.ts';

export interface StatusSentenceProps {
  readonly lang: Language;
  readonly today: CalendarDay;
  /** The chosen day. */
  readonly asOf: CalendarDay;
  readonly mark: TierMarkOf;
  readonly status: StatusView;
  readonly dates: DatesView;
}

/** today, an earlier or a later day: the tense of a verdict. */
export type Tense = 'today' | 'past' | 'future';

export function tenseOf({ today, asOf }: { readonly today: CalendarDay; readonly asOf: CalendarDay }): Tense {
  if (asOf === today) return 'today';
  return asOf < today ? 'past' : 'future';
}

/** One sentence with the chosen day at hand. */
export function sentence(
  { lang, asOf }: { readonly lang: Language; readonly asOf: CalendarDay },
  key: StandardsKey,
  values: Readonly<Record<string, Child>> = {},
): Child {
  return standardsText(lang).rich(key, { day: day(lang, asOf), ...values });
}

export function day(lang: Language, date: WrittenDate): Child {
  return <WrittenDay lang={lang} date={date} />;
}

/** "on 1 May 2023", but "in May 2023". */
export function onDay(lang: Language, date: WrittenDate): Child {
  return standardsText(lang).rich(isWholeDay(date) ? 'says.onDay' : 'says.inMonth', { day: day(lang, date) });
}

export function numbers(lang: Language, standards: readonly StandardLink[]): Child {
  return <NumberList lang={lang} standards={standards} />;
}
