import type { Clock } from '../../foundation/clock.ts';
import { dateText } from '../../portal/dates.tsx';

export interface WordsOfInstant {
  readonly zh: string;
  readonly en: string;
}

/** Instants of one sentence in words, as days where the clock runs; with the time of day where two of them fall on one day. */
export function instantWords<Name extends string>(
  { dayOf, timeOf }: Pick<Clock, 'dayOf' | 'timeOf'>,
  instants: Readonly<Record<Name, string>>,
): (name: Name) => WordsOfInstant {
  const days = Object.values<string>(instants).map(dayOf);
  const isToTheMinute = new Set(days).size < days.length;
  return (name) => {
    const day = dayOf(instants[name]);
    const time = timeOf(instants[name]);
    const [zh, en] = [dateText('zh-Hans', day), dateText('en', day)];
    return isToTheMinute ? { zh: `${zh} ${time}`, en: `${en}, ${time}` } : { zh, en };
  };
}
