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
  Rulebook,
  RuleContent,
  RuleKind,
  RuleOnDay,
  RuleValue,
  Share,
} from './rule.ts';
export { periodUnits, ruleOn } from './rule.ts';
