export type { CalendarYear, NamedCalendar, ReadCalendar } from './calendar-file.ts';
export { calendarFileShape, readCalendar } from './calendar-file.ts';
export { isDay } from './day.ts';
export type { FileMistake } from './mistake.ts';
export type { PeriodEnd, WorkCalendar } from './period.ts';
export { dayAfter, daysFrom, endOfPeriod, isWorkingDay } from './period.ts';
export type {
  Basis,
  InBoth,
  Jurisdiction,
  Majority,
  Period,
  PeriodUnit,
  Rule,
  RuleBound,
  Rulebook,
  RuleContent,
  RuleKind,
  RuleOnDay,
  RuleValue,
  Share,
} from './rule.ts';
export { holdsOn, periodUnits, ruleOn } from './rule.ts';
export type { ReadRulebook, RulebookText, RuleSource, RuleSubject } from './rulebook-file.ts';
export { readRulebook } from './rulebook-file.ts';
export { documentKindsFileShape, rulebookFileShape, sourcesFileShape } from './rulebook-shape.ts';
