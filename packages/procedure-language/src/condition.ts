import { currentWindow, dayNamed, windowIs } from './case-days.ts';
import type { Finding } from './finding.ts';
import type { Asking } from './ground.ts';
import type { Condition, FactValue, RuleChoice, RuleName } from './model.ts';
import { endOfPeriod } from './period.ts';
import type { Basis, RuleOnDay } from './rule.ts';

/** Whether a condition is met, and by what. */
export function found(condition: Condition, asking: Asking, basis: readonly Basis[] = []): Finding {
  if ('all' in condition) return joined('all', condition.all, { asking, basis });
  if ('any' in condition) return joined('any', condition.any, { asking, basis });
  if ('not' in condition) {
    const part = found(condition.not, asking, basis);
    return { check: 'not', isMet: !part.isMet, details: {}, basis, parts: [part] };
  }
  if ('fact' in condition) return ofFact(condition, asking, basis);
  if ('window' in condition) return ofWindow(condition, asking, basis);
  if ('since' in condition) return ofElapsed(condition, asking, basis);
  return ofCase(condition, asking, basis);
}

export function isMet(condition: Condition | undefined, asking: Asking): boolean {
  return condition === undefined || found(condition, asking).isMet;
}

/** The first rule of a choice whose condition is met. */
export function chosenRule(choice: RuleChoice | undefined, asking: Asking): RuleOnDay | undefined {
  const chosen = choice?.find(({ when }) => isMet(when, asking));
  return chosen === undefined ? undefined : asking.ground.rule(chosen.rule);
}

function joined(
  check: 'all' | 'any',
  conditions: readonly Condition[],
  { asking, basis }: { readonly asking: Asking; readonly basis: readonly Basis[] },
): Finding {
  const parts = conditions.map((condition) => found(condition, asking, basis));
  const met = check === 'all' ? parts.every((part) => part.isMet) : parts.some((part) => part.isMet);
  return { check, isMet: met, details: {}, basis, parts };
}

type FactCondition = Extract<Condition, { readonly fact: string }>;

function ofFact(condition: FactCondition, asking: Asking, basis: readonly Basis[]): Finding {
  const { fact } = condition;
  const value = asking.facts[fact];
  const details = { fact, value };
  if ('is' in condition) {
    const wanted = isList(condition.is) ? condition.is.map(String) : [String(condition.is)];
    return {
      check: 'fact-is',
      isMet: value !== undefined && wanted.includes(String(value)),
      details: { ...details, wanted },
      basis,
    };
  }
  if ('isSet' in condition) {
    const isSet = value !== undefined && value !== '' && !(isList(value) && value.length === 0);
    return {
      check: 'fact-set',
      isMet: isSet === condition.isSet,
      details: { ...details, wanted: condition.isSet },
      basis,
    };
  }
  if ('notBefore' in condition) {
    const from = dayNamed(condition.notBefore, asking);
    const rule = condition.after === undefined ? undefined : asking.ground.rule(condition.after.rule);
    const day = condition.after === undefined ? from : endAfter(from, rule, asking);
    // A period asked for whose beginning or rule is not known can not be over.
    const isOpen = day === undefined && condition.after === undefined;
    const isMetNow = typeof value === 'string' && (isOpen || (day !== undefined && value >= day));
    return {
      check: 'fact-not-before',
      isMet: isMetNow,
      details: { ...details, day },
      basis,
      ...(rule === undefined ? {} : { rule }),
    };
  }
  const isLeast = 'atLeast' in condition;
  const { number: bound, rule } = numberOf(isLeast ? condition.atLeast : condition.atMost, asking);
  const isMetNow = typeof value === 'number' && bound !== undefined && (isLeast ? value >= bound : value <= bound);
  return {
    check: isLeast ? 'fact-at-least' : 'fact-at-most',
    isMet: isMetNow,
    details: { ...details, bound },
    basis,
    ...(rule === undefined ? {} : { rule }),
  };
}

function endAfter(from: string | undefined, rule: RuleOnDay | undefined, { ground }: Asking): string | undefined {
  if (from === undefined || rule?.content.kind !== 'period') return undefined;
  return endOfPeriod(from, rule.content.period, ground.calendar).day;
}

function ofWindow(
  condition: Extract<Condition, { readonly window: string }>,
  asking: Asking,
  basis: readonly Basis[],
): Finding {
  const { window, is } = condition;
  const state = currentWindow(asking.state, window);
  return {
    check: 'window-is',
    isMet: windowIs(state, is, asking.ground.on),
    details: { window, wanted: is, closesOn: state?.closesOn, verdict: state?.verdict },
    basis,
  };
}

type ElapsedCondition = Extract<Condition, { readonly since: unknown }>;

function ofElapsed(condition: ElapsedCondition, asking: Asking, basis: readonly Basis[]): Finding {
  const isLeast = 'atLeast' in condition;
  const rule = asking.ground.rule(isLeast ? condition.atLeast.rule : condition.atMost.rule);
  const from = dayNamed(condition.since, asking);
  const check = isLeast ? 'elapsed-at-least' : 'elapsed-at-most';
  if (rule?.content.kind !== 'period' || from === undefined)
    return { check, isMet: false, details: { from }, basis, ...(rule === undefined ? {} : { rule }) };
  const end = endOfPeriod(from, rule.content.period, asking.ground.calendar);
  // Over when its last day is over: at least sixty days of comments have passed on the day after the sixtieth.
  const met = isLeast ? asking.ground.on > end.day : asking.ground.on <= end.day;
  return { check, isMet: met, details: { from, day: end.day, holidaysKnown: end.holidaysKnown }, basis, rule };
}

type CaseCondition = Exclude<
  Condition,
  | FactCondition
  | ElapsedCondition
  | { readonly window: string }
  | { readonly all: unknown }
  | { readonly any: unknown }
  | { readonly not: unknown }
>;

function ofCase(condition: CaseCondition, asking: Asking, basis: readonly Basis[]): Finding {
  const { state, ground } = asking;
  if ('track' in condition) return ofTrack(condition, asking, basis);
  if ('approved' in condition) return ofApproval(condition.approved, asking, basis);
  if ('document' in condition) {
    const kind = condition.document;
    return { check: 'document-held', isMet: asking.documents[kind] !== undefined, details: { kind }, basis };
  }
  if ('before' in condition) {
    const rule = ground.rule(condition.atLeast.rule);
    const due = state.clocks[condition.before]?.due.day;
    const last =
      rule?.content.kind === 'period'
        ? endOfPeriod(ground.on, rule.content.period, asking.ground.calendar).day
        : undefined;
    const met = due !== undefined && last !== undefined && last <= due;
    return {
      check: 'days-before',
      isMet: met,
      details: { clock: condition.before, due },
      basis,
      ...(rule && { rule }),
    };
  }
  if ('taken' in condition) return ofTaken(condition, asking, basis);
  if ('switch' in condition) {
    const rule = ground.rule(condition.switch);
    const isOn = rule?.content.kind === 'switch' && rule.content.on;
    return { check: 'switch', isMet: isOn, details: { name: condition.switch }, basis, ...(rule && { rule }) };
  }
  const isSet = state.parties[condition.party] !== undefined;
  return {
    check: 'party-set',
    isMet: isSet === condition.isSet,
    details: { party: condition.party, wanted: condition.isSet },
    basis,
  };
}

function ofTrack(
  condition: Extract<Condition, { readonly track: string }>,
  asking: Asking,
  basis: readonly Basis[],
): Finding {
  const { track, is } = condition;
  const now = asking.state.stages[track]?.stage;
  const details = { track, stage: now, wanted: is };
  const met =
    is === 'notStarted'
      ? now === undefined
      : is === 'ended'
        ? now !== undefined && asking.procedure.stage(now)?.final !== undefined
        : now !== undefined && is.includes(now);
  return { check: 'track-is', isMet: met, details, basis };
}

/** An approval binds to the content that was approved: changed since, it is void. */
function ofApproval(kind: string, asking: Asking, basis: readonly Basis[]): Finding {
  const approved = asking.state.approvals[kind];
  const now = asking.documents[kind];
  const isVoid = approved !== undefined && approved.hash !== now;
  return {
    check: 'approved',
    isMet: approved !== undefined && !isVoid,
    details: { kind, isVoid, on: approved?.on },
    basis,
  };
}

function ofTaken(
  condition: Extract<Condition, { readonly taken: string }>,
  asking: Asking,
  basis: readonly Basis[],
): Finding {
  const count = asking.state.taken.filter(({ step }) => step === condition.taken).length;
  const most =
    condition.atMost === undefined ? { number: undefined, rule: undefined } : numberOf(condition.atMost, asking);
  const least = condition.atLeast ?? (condition.atMost === undefined ? 1 : 0);
  const met = count >= least && (condition.atMost === undefined || (most.number !== undefined && count <= most.number));
  const details = { step: condition.taken, count, least, most: most.number };
  return { check: 'taken', isMet: met, details, basis, ...(most.rule === undefined ? {} : { rule: most.rule }) };
}

function numberOf(
  bound: number | RuleName,
  asking: Asking,
): { readonly number: number | undefined; readonly rule: RuleOnDay | undefined } {
  if (typeof bound === 'number') return { number: bound, rule: undefined };
  const rule = asking.ground.rule(bound.rule);
  return { number: rule?.content.kind === 'number' ? rule.content.number : undefined, rule };
}

function isList(value: FactValue | readonly FactValue[]): value is readonly string[] | readonly FactValue[] {
  return Array.isArray(value);
}
