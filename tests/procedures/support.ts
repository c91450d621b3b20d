import {
  type Case,
  type CompiledProcedure,
  currentWindow,
  type Decision,
  dayAfter,
  decide,
  evolve,
  type FactValue,
  type Finding,
  type Given,
  ruleOn,
  type StepDefinition,
  type TakeStep,
  type WindowResult,
  whatTimeDid,
} from '@guiju/procedure-language';
import { expect } from 'vitest';
import { definitions, procedureOf } from './definitions.ts';

/** What a test says of a step; what it leaves out is as usual: by the first who may, with all documents, on the present day. */
export interface Entered {
  /** `role@party` of the one who acts. */
  readonly by?: string;
  /** Steps that the same person took before. */
  readonly whoTook?: readonly string[];
  readonly facts?: Readonly<Record<string, FactValue>>;
  /** Kinds of documents that are not brought along. */
  readonly without?: readonly string[];
  readonly result?: WindowResult;
  readonly closesOn?: string;
  readonly organization?: string;
  readonly into?: readonly string[];
  readonly elsewhere?: TakeStep['elsewhere'];
}

/** How a case begins; `usual` holds the facts that are entered whenever a form asks for them. */
export interface Beginning {
  readonly usual?: Readonly<Record<string, FactValue>>;
  readonly lookedUp?: Readonly<Record<string, FactValue>>;
  readonly on?: string;
  /** Parties whose organization does not work here. */
  readonly absent?: readonly string[];
}

export interface CaseInTest {
  readonly state: Case;
  readonly today: string;
  /** The stage of the track, `main` unless another is named. */
  readonly stage: (track?: string) => string | undefined;
  readonly at: (day: string) => CaseInTest;
  /** So many days pass, and with them what time does. */
  readonly waits: (days: number) => CaseInTest;
  readonly takes: (step: string, entered?: Entered) => CaseInTest;
  /** Steps one after another, each as usual; one that enters a result waits for the end of its window. */
  readonly goes: (...steps: readonly string[]) => CaseInTest;
  /** The step is not allowed, and one of the reasons is this. */
  readonly refuses: (step: string, because: Because, entered?: Entered) => CaseInTest;
  /** The content of a document changes. */
  readonly changes: (kind: string) => CaseInTest;
  readonly registered: (key: string, value: FactValue) => CaseInTest;
}

/** A finding: its check, and details that it must have. */
export type Because = { readonly check: Finding['check'] } & Readonly<Record<string, unknown>>;

const firstDay = '2026-03-02';

/** A case of a procedure of the house, told step by step: `aCase('review').goes('open', 'put-to-vote')`. */
export function aCase(id: string, beginning: Beginning = {}): CaseInTest {
  const procedure = procedureOf(id);
  const on = beginning.on ?? firstDay;
  const parties = Object.fromEntries(procedure.parties.map((party) => [party.id, `organization of ${party.id}`]));
  const state = evolve(undefined, {
    type: 'case-opened',
    procedure: id,
    version: procedure.version,
    jurisdictions: [],
    on,
    parties,
    facts: {},
  });
  return told({ procedure, beginning, state, today: on });
}

interface Telling {
  readonly procedure: CompiledProcedure;
  readonly beginning: Beginning;
  readonly state: Case;
  readonly today: string;
}

function told(telling: Telling): CaseInTest {
  const { state, today } = telling;
  const next = (change: Partial<Telling>) => told({ ...telling, ...change });
  return {
    state,
    today,
    stage: (track = 'main') => state.stages[track]?.stage,
    at: (day) => next({ today: day }),
    waits: (days) => next(afterTime(telling, dayAfter(today, days))),
    takes: (step, entered = {}) => {
      const { event, trace } = decided(telling, step, entered);
      if (event === undefined) throw new Error(`${step} is refused: ${reasons(trace)}`);
      return next({ state: evolve(state, event) });
    },
    goes: (...steps) =>
      steps.reduce<CaseInTest>((now, step) => now.at(dayFor(telling.procedure, now, step)).takes(step), told(telling)),
    refuses: (step, because, entered = {}) => {
      const { isAllowed, trace } = decided(telling, step, entered);
      const { check, ...details } = because;
      expect(isAllowed, `${step} was to be refused`).toBe(false);
      expect(unmet(trace), `why ${step} is refused`).toContainEqual(
        expect.objectContaining({ check, details: expect.objectContaining(details) }),
      );
      return told(telling);
    },
    changes: (kind) =>
      next({
        state: evolve(state, {
          type: 'case-document-changed',
          on: today,
          kind,
          document: { document: kind, hash: `${kind}, changed on ${today}`, on: today },
        }),
      }),
    registered: (key, value) =>
      next({ beginning: { ...telling.beginning, lookedUp: { ...telling.beginning.lookedUp, [key]: value } } }),
  };
}

/** What time did until a day, one thing after the other. */
function afterTime(telling: Telling, today: string): Partial<Telling> {
  let { state } = telling;
  for (;;) {
    const event = whatTimeDid(telling.procedure, state, givenTo({ ...telling, today }));
    if (event === undefined) return { state, today };
    state = evolve(state, event);
  }
}

function dayFor(procedure: CompiledProcedure, now: CaseInTest, step: string): string {
  const concluded = procedure.step(step)?.concludes;
  const closesOn = concluded === undefined ? undefined : currentWindow(now.state, concluded)?.closesOn;
  return closesOn !== undefined && closesOn >= now.today ? dayAfter(closesOn, 1) : now.today;
}

function decided(telling: Telling, id: string, entered: Entered): Decision {
  const step = telling.procedure.step(id);
  if (step === undefined) throw new Error(`${telling.procedure.id} has no step ${id}.`);
  const first = decide(telling.procedure, telling.state, commandOf(telling, step, entered), givenTo(telling));
  const facts = lackingFacts(telling, first.trace, entered);
  if (Object.keys(facts).length === 0) return first;
  const whole = { ...entered, facts: { ...facts, ...entered.facts } };
  return decide(telling.procedure, telling.state, commandOf(telling, step, whole), givenTo(telling));
}

/** What the form must have and the test does not speak of; choices and yes or no are for the test to say. */
function lackingFacts({ procedure, today }: Telling, trace: readonly Finding[], { facts = {} }: Entered) {
  const lacking: Record<string, FactValue> = {};
  for (const { check, isMet, details } of trace) {
    const fact = String(details['fact']);
    const value = plainValue(procedure.fact(fact)?.type ?? '', today);
    if (check === 'form-required' && !isMet && facts[fact] === undefined && value !== undefined) lacking[fact] = value;
  }
  return lacking;
}

function givenTo({ beginning, state, today }: Telling): Given {
  return {
    rulebook: definitions.rulebook,
    calendar: definitions.calendar,
    today,
    absent: new Set((beginning.absent ?? []).flatMap((party) => state.parties[party] ?? [])),
    ...(beginning.lookedUp === undefined ? {} : { lookedUp: beginning.lookedUp }),
  };
}

function commandOf(telling: Telling, step: StepDefinition, entered: Entered): TakeStep {
  const { today, procedure } = telling;
  const opensFreely = step.opens !== undefined && procedure.windowOf(step.opens)?.least === undefined;
  const closesOn = entered.closesOn ?? (opensFreely ? dayAfter(today, 14) : undefined);
  const result = entered.result ?? usualResult(procedure, step);
  return {
    step: step.id,
    on: today,
    actor: actorOf(telling, step, entered),
    facts: factsOf(telling, step, entered),
    documents: documentsOf(telling, step, entered),
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(result === undefined ? {} : { result }),
    ...(step.transfers === undefined ? {} : { organization: entered.organization ?? 'another organization' }),
    ...(step.splits ? { into: entered.into ?? ['one part', 'another part'] } : {}),
    ...(step.merges ? { into: entered.into ?? ['another case'] } : {}),
    ...(entered.elsewhere === undefined ? {} : { elsewhere: entered.elsewhere }),
  };
}

function actorOf({ state }: Telling, step: StepDefinition, { by, whoTook = [] }: Entered): TakeStep['actor'] {
  const [first] = step.by;
  const [role = first?.role ?? 'nobody', party = by === undefined ? first?.of : undefined] = by?.split('@') ?? [];
  const organization = party === undefined ? 'somewhere' : (state.parties[party] ?? `organization of ${party}`);
  const appointment = `${role} who takes ${step.id}`;
  const earlier = state.taken.flatMap((taken) =>
    whoTook.includes(taken.step) && taken.by !== 'time' && taken.by.appointment !== undefined
      ? [taken.by.appointment]
      : [],
  );
  return {
    organization,
    appointment,
    roles: [{ role, organization, appointment }],
    everHeld: [appointment, ...earlier],
  };
}

/** What the test says of this step, and what it said once for the whole case. */
function factsOf({ beginning, state }: Telling, step: StepDefinition, { facts = {} }: Entered) {
  const usual: Record<string, FactValue> = {};
  for (const { fact, isRequired } of step.form) {
    const value = beginning.usual?.[fact];
    if (value !== undefined && (isRequired || state.facts[fact] === undefined)) usual[fact] = value;
  }
  return { ...usual, ...facts };
}

/** A value that says nothing. */
function plainValue(type: string, today: string): FactValue | undefined {
  const plain: Readonly<Record<string, FactValue>> = {
    text: 'words',
    list: ['one', 'another'],
    day: today,
    number: 20,
    'plan-number': '20261234-T-469',
    'number-of-standard': 'GB/T 99999-2026',
  };
  return plain[type];
}

function documentsOf({ procedure, today }: Telling, step: StepDefinition, { without = [] }: Entered) {
  const kinds = step.documents.flatMap(({ kinds: own, rule, isRequired }) => {
    const listed =
      rule === undefined ? undefined : ruleOn(definitions.rulebook, rule, { day: today, jurisdictions: [] });
    return isRequired ? [...own, ...(listed?.content.kind === 'documents' ? listed.content.documents : [])] : [];
  });
  return Object.fromEntries(
    kinds
      .filter((kind) => !without.includes(kind))
      .map((kind) => [kind, { document: kind, hash: `${kind} of ${procedure.id}`, on: today }]),
  );
}

/** A ballot carried, a consultation answered, a notice unopposed. */
function usualResult(procedure: CompiledProcedure, step: StepDefinition): WindowResult | undefined {
  const window = procedure.windowOf(step.concludes ?? step.answers ?? '');
  if (window === undefined) return undefined;
  if (window.kind === 'ballot') return { entitled: 30, favour: 26, against: 2, abstained: 1 };
  return { received: 3, answered: 3, upheld: 0 };
}

function unmet(trace: readonly Finding[]): readonly Finding[] {
  return trace.filter(({ isMet }) => !isMet).flatMap((finding) => [finding, ...partsOf(finding)]);
}

function partsOf(finding: Finding): readonly Finding[] {
  return (finding.parts ?? []).flatMap((part) => [part, ...partsOf(part)]);
}

function reasons(trace: readonly Finding[]): string {
  return unmet(trace)
    .map(({ check, details }) => `${check} ${JSON.stringify(details)}`)
    .join('; ');
}
