import type { Case, Due } from './case.ts';
import { chosenRule } from './condition.ts';
import type { Asking } from './ground.ts';
import type { RuleChoice } from './model.ts';
import { endOfPeriod, type WorkCalendar } from './period.ts';
import type { RuleOnDay } from './rule.ts';

/** A rule that the definition names and the rulebook does not have on the day, or not as a period. */
export class RuleMissing extends Error {
  override readonly name = 'RuleMissing';
}

/** The last day of the period that a choice of rules gives from a day on. */
export function dueFrom(from: string, choice: RuleChoice, asking: Asking): Due {
  const rule = chosenRule(choice, asking);
  if (rule === undefined) throw new RuleMissing(choice.map((one) => one.rule).join(', '));
  return dueBy(from, rule, asking.ground.calendar);
}

/** The last day of a rule's period from a day on. */
export function dueBy(from: string, rule: RuleOnDay, calendar: WorkCalendar): Due {
  if (rule.content.kind !== 'period') throw new RuleMissing(rule.rule);
  const end = endOfPeriod(from, rule.content.period, calendar);
  return {
    day: end.day,
    rule: rule.rule,
    jurisdiction: rule.jurisdiction,
    isConfirmed: rule.confirmed,
    holidaysKnown: end.holidaysKnown,
  };
}

/** A due day so many days later, on a working day. */
export function laterDue(due: Due, days: number, calendar: WorkCalendar): Due {
  const end = endOfPeriod(due.day, { amount: days, unit: 'days' }, calendar);
  return { ...due, day: end.day, holidaysKnown: due.holidaysKnown && end.holidaysKnown };
}

/** Clocks that run: neither stopped nor over with the case. */
export function runningClocks(state: Case): readonly (readonly [string, Due])[] {
  return Object.entries(state.clocks).flatMap(([id, clock]) =>
    clock.stoppedOn === undefined ? [[id, clock.due] as const] : [],
  );
}
