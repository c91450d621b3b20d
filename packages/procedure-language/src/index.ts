export type { BallotLine, BallotOutcome } from './ballot.ts';
export { ballotOutcome } from './ballot.ts';
export type { BroughtIn, RunningProject } from './bring-in.ts';
export { bringIn } from './bring-in.ts';
export type { CalendarYear, NamedCalendar, ReadCalendar } from './calendar-file.ts';
export { calendarFileShape, readCalendar } from './calendar-file.ts';
export type {
  Case,
  CaseBroughtIn,
  CaseEvent,
  CaseOpened,
  DocumentChanged,
  DocumentState,
  Due,
  Elsewhere,
  RunningClock,
  StepTaken,
  TakenBy,
  TakenStep,
  VersionChanged,
  WindowResult,
  WindowState,
} from './case.ts';
export { clockOfStage } from './case.ts';
export { currentWindow } from './case-days.ts';
export { checkProcedure } from './check-procedure.ts';
export type { Actor, TakeStep } from './command.ts';
export { anyone } from './command.ts';
export type { CompiledProcedure } from './compiled.ts';
export { found, isMet } from './condition.ts';
export { isDay } from './day.ts';
export type { Decision, Given } from './decide.ts';
export { askingOf, decide } from './decide.ts';
export type { DueCheck } from './due-process.ts';
export { dueProcess } from './due-process.ts';
export { leastDay } from './effects.ts';
export { evolve } from './evolve.ts';
export { explain } from './explain.ts';
export type { Finding } from './finding.ts';
export type { KnownWords } from './found.ts';
export type { Asking } from './ground.ts';
export type { FileMistake } from './mistake.ts';
export type {
  ActorDefinition,
  FactDefinition,
  FactValue,
  StageDefinition,
  StepDefinition,
  WindowDefinition,
} from './model.ts';
export { start } from './model.ts';
export type { VersionMove } from './move-version.ts';
export { moveToVersion } from './move-version.ts';
export type { PeriodEnd, WorkCalendar } from './period.ts';
export { dayAfter, daysFrom, endOfPeriod, isWorkingDay } from './period.ts';
export type { ProcedureRead } from './read-procedure.ts';
export { readProcedure } from './read-procedure.ts';
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
export { procedureShape } from './shape.ts';
export type { TimedStep } from './time.ts';
export { timedSteps, whatTimeDid } from './time.ts';
export type { Waiting } from './waiting.ts';
export { waitingFor } from './waiting.ts';
export type { Walk, WalkGround } from './walk.ts';
export { walk } from './walk.ts';
export type { Titles } from './words.ts';
