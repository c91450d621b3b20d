import {
  type Actor as CaseActor,
  decide,
  evolve,
  type FactValue,
  type Finding,
  type StepTaken,
  type TakeStep,
} from '@guiju/procedure-language';
import { z } from 'zod';
import type { Actor } from '../foundation/actor.ts';
import { type Command, command, type Situation } from '../foundation/command.ts';
import type { NewEvent, PrivateText } from '../foundation/events.ts';
import { type PrivateTextReference, privateText } from '../foundation/private-text.ts';
import { refusal } from '../foundation/refusal.ts';
import type { ActOccasion } from './case-act.ts';
import type { CaseHouse } from './case-desk.ts';
import type { HeldCase } from './case-state.ts';
import { shownOf } from './shown.ts';
import { stepRefused } from './step-refused.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const value = z.union([z.string().max(20_000), z.int(), z.boolean(), z.array(z.string().max(500)).max(200)]);
const count = z.int().min(0).max(10_000_000);

/** What a step is entered with. Who acts, and what was looked up, is put there by the desk, never by who asks. */
export const stepInput = z.strictObject({
  homeId: z.uuid(),
  caseId: z.uuid(),
  procedure: z.string(),
  version: z.int(),
  step: z.string().max(100),
  on: day,
  facts: z.record(z.string(), value).default({}),
  documents: z.record(z.string(), z.strictObject({ document: z.string(), hash: z.string(), on: day })).default({}),
  closesOn: day.optional(),
  result: z
    .strictObject({
      asked: count.optional(),
      replied: count.optional(),
      received: count.optional(),
      answered: count.optional(),
      upheld: count.optional(),
      entitled: count.optional(),
      favour: count.optional(),
      against: count.optional(),
      abstained: count.optional(),
    })
    .optional(),
  organization: z.uuid().optional(),
  into: z.array(z.uuid()).optional(),
  elsewhere: z
    .strictObject({ channel: z.string().trim().max(200), on: day, number: z.string().trim().max(200).optional() })
    .optional(),
  /** For whom the secretariat enters it, and the scan of the paper. */
  enteredFor: z.strictObject({ name: z.string().trim().min(1).max(300), salt: z.string() }).optional(),
  scan: z.strictObject({ document: z.uuid(), hash: z.string() }).optional(),
  /** Appointments the person ever held. */
  everHeld: z.array(z.string()),
  lookedUp: z.record(z.string(), value),
  absent: z.array(z.string()),
  /** What the acts of the step prepared, by name. */
  acts: z.record(z.string(), z.unknown()),
  /** Salts of private facts: not even the hash of the input betrays them. */
  salts: z.record(z.string(), z.string().regex(/^[0-9a-f]{32}$/)).default({}),
});
export type StepInput = z.output<typeof stepInput>;

/**
 * Takes one step of a case: the procedure decides, with every finding of its verdict, and what the step makes in registers
 * is decided in the same act.
 *
 * @throws Refusal `cases.not-found`, `cases.version-differs`, `cases.step-refused` with one problem for each finding not met
 */
export function takeStep(house: CaseHouse): Command {
  return command({
    name: 'cases.take-step',
    input: stepInput,
    facts: (input) => ({
      held: house.caseAt({ homeId: input.homeId, caseId: input.caseId }),
      ...factsOfActs(house, input),
    }),
    decide: (situation) => {
      const { input, facts } = situation;
      if (facts.held === undefined) throw refusal('cases.not-found', {});
      return stepEvents(house, { input, held: facts.held, situation });
    },
  });
}

/** Facts that the acts of the step ask for, each under the name of its act. */
export function factsOfActs(house: CaseHouse, input: Pick<StepInput, 'procedure' | 'version' | 'step' | 'acts'>) {
  const step = house.library.of(input.procedure, input.version).step(input.step);
  return Object.fromEntries(
    (step?.makes ?? []).flatMap((name) =>
      Object.entries(house.acts.get(name)?.facts(input.acts[name]) ?? {}).map(([fact, request]) => [
        `${name} ${fact}`,
        request,
      ]),
    ),
  );
}

interface Taking {
  readonly input: StepInput;
  readonly held: HeldCase;
  readonly situation: Situation<unknown, Readonly<Record<string, unknown>>>;
}

/** The events of a step: that of the case, and those of the acts it makes. */
export function stepEvents(house: CaseHouse, taking: Taking): readonly NewEvent[] {
  const { input, held, situation } = taking;
  const { state } = held;
  if (state.procedure !== input.procedure || state.version !== input.version)
    throw refusal('cases.version-differs', { number: held.number });
  // What is entered for somebody rests on their paper, and nothing else.
  if (input.enteredFor !== undefined && input.scan === undefined) throw refusal('cases.scan-missing');
  const procedure = house.library.of(state.procedure, state.version);
  const secret = privateFacts(house, taking);
  const command = commandOf(taking, secret.facts);
  const given = {
    rulebook: house.library.rulebook,
    calendar: house.library.calendar,
    today: situation.today,
    lookedUp: input.lookedUp,
    absent: new Set(input.absent),
  };
  const step = procedure.step(input.step);
  // Acts come first: what they allot, a number for instance, the procedure asks for.
  const mayMake = decide(procedure, state, command, given).trace.every((one) => one.isMet || isOfForm(one));
  const made = mayMake ? actsMade(house, step?.makes ?? [], { taking, command }) : nothingMade;
  const decision = decide(procedure, state, { ...command, facts: { ...command.facts, ...made.facts } }, given);
  if (decision.event === undefined) throw stepRefused(decision.trace, procedure, house.titles);
  const shown = shownOf(procedure, evolve(state, decision.event));
  return [stepEvent(taking, { event: decision.event, shown, secret }), ...made.events];
}

function isOfForm({ check }: Finding): boolean {
  return check === 'form-required' || check === 'fact-is' || check === 'fact-set' || check === 'fact-not-before';
}

const nothingMade: { readonly events: readonly NewEvent[]; readonly facts: Readonly<Record<string, FactValue>> } = {
  events: [],
  facts: {},
};

function actsMade(
  house: CaseHouse,
  names: readonly string[],
  { taking, command }: { readonly taking: Taking; readonly command: TakeStep },
): typeof nothingMade {
  const { held, situation } = taking;
  let facts: Readonly<Record<string, FactValue>> = { ...command.facts };
  const events: NewEvent[] = [];
  const procedure = house.library.of(held.state.procedure, held.state.version);
  for (const name of names) {
    const act = house.acts.get(name);
    if (act === undefined) throw new Error(`No part of the house makes ${name}.`);
    const own = Object.entries(situation.facts).flatMap(([key, fact]) =>
      key.startsWith(`${name} `) ? [[key.slice(name.length + 1), fact] as const] : [],
    );
    const occasion: ActOccasion = {
      homeId: held.homeId,
      caseId: held.streamId,
      caseNumber: held.number,
      procedure,
      state: held.state,
      facts: { ...held.state.facts, ...facts, ...procedure.fixed },
      on: taking.input.on,
    };
    const made = act.decide({
      occasion,
      situation: { ...situation, facts: Object.fromEntries(own) },
      prepared: taking.input.acts[name],
    });
    events.push(...made.events);
    facts = { ...facts, ...made.facts };
  }
  return { events, facts };
}

interface Secret {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly references: Readonly<Record<string, PrivateTextReference>>;
  readonly texts: readonly PrivateText[];
  readonly enteredFor?: PrivateTextReference;
}

/** Facts that persons wrote in confidence go to private texts; the case holds only where they lie. */
function privateFacts(house: CaseHouse, { input, situation }: Taking): Secret {
  const procedure = house.library.of(input.procedure, input.version);
  const facts: Record<string, FactValue> = {};
  const references: Record<string, PrivateTextReference> = {};
  const texts: PrivateText[] = [];
  for (const [name, value] of Object.entries(input.facts)) {
    if (!procedure.fact(name)?.isPrivate || typeof value !== 'string' || value === '') {
      facts[name] = value;
      continue;
    }
    const { reference, kept } = privateText(value, {
      textId: situation.newId(),
      salt: Buffer.from(input.salts[name] ?? '', 'hex'),
    });
    facts[name] = `text:${reference.textId}`;
    references[name] = reference;
    texts.push(kept);
  }
  if (input.enteredFor === undefined) return { facts, references, texts };
  const { name, salt } = input.enteredFor;
  const forWhom = privateText(name, { textId: situation.newId(), salt: Buffer.from(salt, 'hex') });
  return { facts, references, texts: [...texts, forWhom.kept], enteredFor: forWhom.reference };
}

function commandOf({ input, situation }: Taking, facts: Readonly<Record<string, FactValue>>): TakeStep {
  return {
    step: input.step,
    actor: caseActor(situation.actor, input.everHeld),
    on: input.on,
    facts,
    documents: input.documents,
    ...(input.closesOn === undefined ? {} : { closesOn: input.closesOn }),
    ...(input.result === undefined ? {} : { result: present(input.result) }),
    ...(input.organization === undefined ? {} : { organization: input.organization }),
    ...(input.into === undefined ? {} : { into: input.into }),
    ...(input.elsewhere === undefined ? {} : { elsewhere: present(input.elsewhere) }),
    ...(input.enteredFor === undefined ? {} : { isEnteredFor: true as const }),
  };
}

/** The actor of the house as the procedure sees it: the one role by which it acts. */
export function caseActor(actor: Actor, everHeld: readonly string[]): CaseActor {
  const { appointment, organization } = actor;
  if (appointment === undefined) return { roles: [], everHeld };
  return {
    organization,
    appointment: appointment.id,
    roles: [{ role: appointment.role, organization, appointment: appointment.id }],
    everHeld,
  };
}

type Present<Whole> = { readonly [Name in keyof Whole]: Exclude<Whole[Name], undefined> };

function present<Whole extends object>(whole: Whole): Present<Whole> {
  // One cast at the typed edge: members that are undefined are taken away.
  return Object.fromEntries(Object.entries(whole).filter(([, one]) => one !== undefined)) as Present<Whole>;
}

function stepEvent(
  { input, held }: Taking,
  {
    event,
    shown,
    secret,
  }: { readonly event: StepTaken; readonly shown: ReturnType<typeof shownOf>; readonly secret: Secret },
): NewEvent {
  const { type: _type, ...data } = event;
  return {
    type: 'case-step-taken',
    homeId: held.homeId,
    streamId: held.streamId,
    data: {
      ...data,
      shown,
      ...(Object.keys(secret.references).length === 0 ? {} : { privateFacts: secret.references }),
      ...(secret.enteredFor === undefined ? {} : { enteredFor: secret.enteredFor }),
      ...(input.scan === undefined ? {} : { scan: input.scan }),
    },
    ...(secret.texts.length === 0 ? {} : { privateTexts: secret.texts }),
  };
}
