import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Actor,
  type Case,
  type CaseEvent,
  type CompiledProcedure,
  type Decision,
  dayAfter,
  decide,
  evolve,
  type Given,
  type KnownWords,
  type Period,
  type Rule,
  type RuleContent,
  readProcedure,
  type TakeStep,
  type WorkCalendar,
} from '../../src/index.ts';

/** The sample definition as it is written. */
export const sampleText = readFileSync(join(import.meta.dirname, 'sample-procedure.yaml'), 'utf8');

/** A text with a piece of it replaced; a piece that is not there is a fault of the test. */
export function replaced(text: string, piece: string, by: string): string {
  if (!text.includes(piece)) throw new Error(`The text does not hold: ${piece}`);
  return text.replace(piece, by);
}

export function readSound(text: string): CompiledProcedure {
  const { procedure, mistakes } = readProcedure('sample.yaml', text);
  if (procedure === undefined) throw new Error(JSON.stringify(mistakes));
  return procedure;
}

export const sample = readSound(sampleText);

const days = (amount: number): Period => ({ amount, unit: 'days' });

function rule(id: string, content: RuleContent, confirmed = true): readonly [string, Rule] {
  const value = { jurisdiction: 'nation' as const, content, basis: [{ source: 'LAW' }], confirmed };
  return [id, { id, kind: content.kind, title: { zh: `规则${id}`, en: `rule ${id}` }, values: [value] }];
}

export const rulebook: ReadonlyMap<string, Rule> = new Map([
  rule('comments', { kind: 'period', period: days(60) }),
  rule('comments-urgent', { kind: 'period', period: days(30) }, false),
  rule('development', { kind: 'period', period: { amount: 18, unit: 'months' } }),
  rule('extension', { kind: 'period', period: { amount: 6, unit: 'months' } }),
  rule('frozen', { kind: 'period', period: { amount: 6, unit: 'months' } }),
  rule('stage-time', { kind: 'period', period: days(90) }),
  rule('appeal', { kind: 'period', period: days(30) }),
  rule('expert-minimum', { kind: 'number', number: 5 }),
  rule('vote', {
    kind: 'majority',
    majority: { quorum: { of: 3, in: 4 }, favour: { of: 2, in: 3 }, against: { of: 1, in: 4 }, abstentionsCount: true },
  }),
]);

/** Every day is worked, so that periods end where they are counted to. */
export const everyDayWorked: WorkCalendar = {
  exceptions: new Map(Array.from({ length: 2190 }, (_, index) => [dayAfter('2025-01-01', index), 'working'] as const)),
  years: new Set([2025, 2026, 2027, 2028, 2029, 2030]),
};

export const knownWords: KnownWords = {
  rulebook,
  sources: new Set(['LAW']),
  roles: new Set(['secretary', 'approver']),
  documentKinds: new Set(['draft', 'explanation']),
  makes: new Map([['text-published', { publishes: true }]]),
};

export const parties = { committee: 'org-committee', department: 'org-department', authority: 'org-authority' };

/** Who holds one role for one organization, by an appointment named after both. */
export function holder(role: string, organization: string, appointment = `${role} of ${organization}`): Actor {
  return { organization, appointment, roles: [{ role, organization, appointment }], everHeld: [appointment] };
}

export const secretary = holder('secretary', parties.committee);
export const approver = holder('approver', parties.authority);
export const nobody: Actor = { roles: [], everHeld: [] };

export function givenOn(today: string, more: Partial<Given> = {}): Given {
  return { rulebook, calendar: everyDayWorked, today, ...more };
}

/** A case of the sample with all that happened to it. */
export interface Story {
  readonly procedure: CompiledProcedure;
  readonly state: Case;
  readonly events: readonly CaseEvent[];
}

type Entered = Partial<Omit<TakeStep, 'step' | 'actor' | 'on'>> & { readonly given?: Partial<Given> };

/** What is decided of a step: by whom, on which day, with what. */
export type Asked = readonly [step: string, actor: Actor, on: string, entered?: Entered];

export function opened(procedure: CompiledProcedure = sample, on = '2026-03-01'): Story {
  const { id, version } = procedure;
  const event: CaseEvent = { type: 'case-opened', procedure: id, version, jurisdictions: [], on, parties, facts: {} };
  return { procedure, state: evolve(undefined, event), events: [event] };
}

export function asked({ procedure, state }: Story, [step, actor, on, entered = {}]: Asked): Decision {
  const { given, ...rest } = entered;
  return decide(procedure, state, { step, actor, on, ...rest }, givenOn(on, given));
}

/** Checks that were not met, each once. */
export function refusals({ trace }: Decision): readonly string[] {
  return [...new Set(trace.flatMap(({ check, isMet }) => (isMet ? [] : [check])))];
}

export function after(story: Story, event: CaseEvent): Story {
  return { ...story, state: evolve(story.state, event), events: [...story.events, event] };
}

/** The story with steps that must be allowed. */
export function went(story: Story, ...steps: readonly Asked[]): Story {
  return steps.reduce((before, step) => {
    const decision = asked(before, step);
    if (decision.event === undefined) throw new Error(`${step[0]}: ${JSON.stringify(refusals(decision))}`);
    return after(before, decision.event);
  }, story);
}

export function draft(hash: string, on: string): NonNullable<TakeStep['documents']> {
  return { draft: { document: 'the draft', hash, on } };
}

/** Proposed on 1 March 2026; its development time runs until 1 September 2027. */
export function proposed(facts: TakeStep['facts'] = { title: 'x', kind: 'new', urgent: false }): Story {
  return went(opened(), ['propose', nobody, '2026-03-01', { facts }]);
}

/** Out for comments from 1 April until 31 May 2026. */
export function commented(): Story {
  return went(proposed(), ['ask', secretary, '2026-04-01', { documents: draft('hash 1', '2026-04-01') }]);
}

/** Its ten comments are answered, and the members are voting until 30 June 2026. */
export function voting(): Story {
  return went(
    commented(),
    ['enter-comments', secretary, '2026-06-02', { result: { received: 10, answered: 4 } }],
    ['answer', secretary, '2026-06-05', { result: { answered: 10 } }],
    ['open-vote', secretary, '2026-06-06', { facts: { experts: 5 }, closesOn: '2026-06-30' }],
  );
}

/** Carried by 23 of 30. */
export function carried(): Story {
  const result = { entitled: 30, favour: 23, against: 2, abstained: 0 };
  return went(voting(), ['enter-vote', secretary, '2026-07-01', { result }]);
}
