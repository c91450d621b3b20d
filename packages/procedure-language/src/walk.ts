import type { Case, CaseEvent, DocumentState, WindowResult } from './case.ts';
import { currentWindow } from './case-days.ts';
import { type Actor, anyone, type TakeStep } from './command.ts';
import type { CompiledProcedure } from './compiled.ts';
import { decide, type Given } from './decide.ts';
import { evolve } from './evolve.ts';
import type { FactDefinition, FactValue, StepDefinition } from './model.ts';
import { dayAfter } from './period.ts';
import { timedSteps, whatTimeDid } from './time.ts';
import { type Mood, moodBy } from './walk-mood.ts';
import { brokenAfter, brokenAtEnd, type WalkedStep } from './walk-promises.ts';

/** What a walk is given: rules, days, and chance as a function from 0 to 1, so that a walk can be walked again. */
export interface WalkGround {
  readonly rulebook: Given['rulebook'];
  readonly calendar: Given['calendar'];
  readonly from: string;
  readonly random: () => number;
  /** Acts of registers that publish. */
  readonly publishing: ReadonlySet<string>;
  readonly longest?: number;
}

export interface Walk {
  readonly events: readonly CaseEvent[];
  readonly state: Case;
  /** Promises that were broken on the way; none in a sound definition. */
  readonly broken: readonly string[];
  /** Steps that were taken at least once. */
  readonly taken: ReadonlySet<string>;
}

/**
 * One random way through a procedure: steps by those who may and by those who may not, entered well and badly, in time and
 * late; after each the promises are asked. The last promise is that the case has ended, or waits for somebody by a day.
 */
export function walk(procedure: CompiledProcedure, ground: WalkGround): Walk {
  const parties = Object.fromEntries(procedure.parties.map(({ id }) => [id, `organization of ${id}`]));
  const opening: CaseEvent = {
    type: 'case-opened',
    procedure: procedure.id,
    version: procedure.version,
    jurisdictions: [],
    on: ground.from,
    parties,
    facts: {},
  };
  const events: CaseEvent[] = [opening];
  const broken: string[] = [];
  let state = evolve(undefined, opening);
  let today = ground.from;
  const longest = ground.longest ?? 60;
  const mood = moodBy(ground.random, procedure);
  for (let turn = 0; turn < longest; turn++) {
    today = dayAfter(today, mood.days(state, today));
    const step = nextStep(procedure, state, { ground, today, mood });
    if (step === undefined) continue;
    if ('broken' in step) {
      broken.push(step.broken);
      continue;
    }
    const after = evolve(state, step.event);
    broken.push(...brokenAfter(procedure, { ...step, before: state, after }, ground));
    state = after;
    events.push(step.event);
  }
  broken.push(...brokenAtEnd(procedure, state, events));
  const taken = new Set(events.flatMap((event) => (event.type === 'step-taken' ? [event.step] : [])));
  return { events, state, broken, taken };
}

interface Turn {
  readonly ground: WalkGround;
  readonly today: string;
  readonly mood: Mood;
}

type Next = Pick<WalkedStep, 'event' | 'command'> | { readonly broken: string } | undefined;

function nextStep(procedure: CompiledProcedure, state: Case, turn: Turn): Next {
  const given: Given = { rulebook: turn.ground.rulebook, calendar: turn.ground.calendar, today: turn.today };
  const timed = timedSteps(procedure, state).some(({ due }) => due < turn.today)
    ? whatTimeDid(procedure, state, given)
    : undefined;
  if (timed !== undefined) return { event: timed };
  const { random } = turn.ground;
  const steps = Object.values(state.stages)
    .flatMap(({ stage }) => procedure.stepsFrom(stage))
    .filter(({ by }) => by.length > 0);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const step = steps[Math.floor(random() * steps.length)];
    if (step === undefined || random() < turn.mood.reluctance(step, state)) continue;
    const command = commandFor(step, procedure, { state, turn });
    if (random() < 0.05) return refusedForStrangers(step, procedure, { state, command, given });
    const decision = decide(procedure, state, command, { ...given, lookedUp: lookedUp(procedure, random) });
    if (decision.event !== undefined) return { event: decision.event, command };
  }
  return undefined;
}

/** So often something is tried on one day before the next comes. */
const attempts = 20;

/** A stranger gets nothing, whatever the case. */
function refusedForStrangers(
  step: StepDefinition,
  procedure: CompiledProcedure,
  asked: { readonly state: Case; readonly command: TakeStep; readonly given: Given },
): Next {
  if (step.by.some(({ role }) => role === anyone)) return undefined;
  const actor: Actor = { roles: [{ role: 'reader', organization: 'a stranger', appointment: 'none' }], everHeld: [] };
  const { isAllowed } = decide(procedure, asked.state, { ...asked.command, actor }, asked.given);
  return isAllowed ? { broken: `${step.id}: taken by a stranger` } : undefined;
}

function commandFor(
  step: StepDefinition,
  procedure: CompiledProcedure,
  { state, turn }: { readonly state: Case; readonly turn: Turn },
): TakeStep {
  const { random } = turn.ground;
  const one = step.by[Math.floor(random() * step.by.length)];
  const organization = one?.of === undefined ? 'somebody' : (state.parties[one.of] ?? 'somebody');
  const appointment = `${one?.role} of ${organization} ${Math.floor(random() * 4)}`;
  const window = step.concludes ?? step.answers;
  return {
    step: step.id,
    on: turn.today,
    actor: {
      organization,
      appointment,
      roles: [{ role: one?.role ?? anyone, organization, appointment }],
      everHeld: [appointment],
    },
    facts: factsFor(step, procedure, { state, random, today: turn.today }),
    documents: documentsFor(step, turn),
    ...(random() < 0.2 && step.opens !== undefined
      ? { closesOn: dayAfter(turn.today, Math.floor(random() * 120)) }
      : {}),
    ...(window === undefined ? {} : { result: resultFor(procedure, { window, state, random }) }),
    ...(step.transfers === undefined ? {} : { organization: `organization ${random()}` }),
    ...(step.splits ? { into: ['one part', 'another part'] } : {}),
    ...(step.merges ? { into: ['another case'] } : {}),
  };
}

function factsFor(
  step: StepDefinition,
  procedure: CompiledProcedure,
  { state, random, today }: { readonly state: Case; readonly random: () => number; readonly today: string },
): Readonly<Record<string, FactValue>> {
  const facts: Record<string, FactValue> = {};
  for (const { fact, isRequired } of step.form) {
    const definition = procedure.fact(fact);
    if (definition === undefined || (state.facts[fact] !== undefined && random() < 0.7)) continue;
    if (isRequired || random() < 0.5) facts[fact] = someValue(definition, random, today);
  }
  return facts;
}

function someValue({ type, choices = [] }: FactDefinition, random: () => number, today: string): FactValue {
  switch (type) {
    case 'yesNo':
      return random() < 0.5;
    case 'number':
      return Math.floor(random() * 40);
    case 'day':
      return dayAfter(today, Math.floor(random() * 400));
    case 'choice':
      return choices[Math.floor(random() * choices.length)]?.value ?? '';
    case 'list':
      return [`GB/T ${Math.floor(random() * 9_000)}-2020`];
    case 'text':
      return 'words';
    case 'number-of-standard':
      return `GB/T ${Math.floor(random() * 9_000)}-2026`;
    case 'plan-number':
      return `2026${1_000 + Math.floor(random() * 9_000)}-T-469`;
  }
}

function lookedUp(procedure: CompiledProcedure, random: () => number): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    procedure.facts
      .filter(({ isLookedUp }) => isLookedUp)
      .map((fact) => [fact.id, someValue(fact, random, '2026-01-01')]),
  );
}

function documentsFor(step: StepDefinition, { ground, today }: Turn): Readonly<Record<string, DocumentState>> {
  const { random, rulebook } = ground;
  const kinds = step.documents.flatMap(({ kinds: own, rule }) => {
    const listed = rulebook.get(rule ?? '')?.values[0]?.content;
    return [...own, ...(listed?.kind === 'documents' ? listed.documents : [])];
  });
  const brought = kinds.filter(() => random() < 0.92);
  return Object.fromEntries(brought.map((kind) => [kind, { document: kind, hash: `${kind} ${random()}`, on: today }]));
}

function resultFor(
  procedure: CompiledProcedure,
  { window, state, random }: { readonly window: string; readonly state: Case; readonly random: () => number },
): WindowResult {
  if (procedure.windowOf(window)?.kind === 'ballot') {
    const entitled = 25 + Math.floor(random() * 20);
    const against = Math.floor(random() * random() * 12);
    const abstained = Math.floor(random() * 3);
    return {
      entitled,
      against,
      abstained,
      favour: Math.floor((entitled - against - abstained) * (0.6 + random() * 0.4)),
    };
  }
  const received = currentWindow(state, window)?.result?.received ?? Math.floor(random() * 9);
  const answered = random() < 0.7 ? received : Math.floor(random() * received);
  return { received, answered, upheld: random() < 0.8 ? 0 : Math.floor(random() * (received + 1)) };
}
