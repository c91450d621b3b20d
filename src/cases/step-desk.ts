import {
  type CompiledProcedure,
  type Decision,
  decide,
  type FactValue,
  type StepDefinition,
  type TakeStep,
} from '@guiju/procedure-language';
import type { Actor, HeldAppointment, Visitor } from '../foundation/actor.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import type { CaseHouse } from './case-desk.ts';
import { type HeldCase, nothingShown } from './case-state.ts';
import { openCase } from './open-case.ts';
import { numberOf } from './queries.ts';
import { caseActor, takeStep } from './take-step.ts';

type DeskDeps = Pick<Deps, 'database' | 'executor' | 'clock' | 'random' | 'installation' | 'definitions'>;

/** What somebody enters to take a step. */
export type EnteredStep = Omit<TakeStep, 'actor' | 'isEnteredFor'> & {
  readonly enteredFor?: string;
  readonly scan?: { readonly document: string; readonly hash: string };
};

/** Who takes it: a visitor by one of their appointments, or somebody who needs none. */
export interface Taker {
  readonly actor: Actor;
  readonly everHeld: readonly string[];
}

/** Every way in which a visitor could stand before a step: by each appointment, and as anybody. */
export function takersOf(visitor: Visitor | undefined, publicDesk: Actor): readonly Taker[] {
  const everHeld = visitor?.everHeld ?? [];
  const held = (visitor?.appointments ?? []).map(
    (appointment): Taker => ({ actor: actorBy(visitor, appointment), everHeld }),
  );
  return [...held, { actor: publicDesk, everHeld }];
}

function actorBy(visitor: Visitor | undefined, appointment: HeldAppointment): Actor {
  return {
    ...(visitor === undefined ? {} : { person: visitor.person }),
    organization: appointment.organization,
    appointment,
    basis: 'step of a procedure',
  };
}

/** The verdict on a step for whoever of several takers comes furthest: allowed, or with the fewest things in the way. */
export async function judged(
  deps: DeskDeps,
  house: CaseHouse,
  asked: {
    readonly held: HeldCase;
    readonly step: StepDefinition;
    readonly entered: EnteredStep;
    readonly takers: readonly Taker[];
  },
): Promise<{ readonly taker: Taker; readonly decision: Decision }> {
  const { held, entered, takers } = asked;
  const procedure = house.library.of(held.state.procedure, held.state.version);
  const { rulebook, calendar } = house.library;
  const [lookedUp, absent] = await Promise.all([
    lookedUpFor(deps, house, { procedure, facts: { ...held.state.facts, ...entered.facts } }),
    house.absent(Object.values(held.state.parties)),
  ]);
  const given = { rulebook, calendar, today: deps.clock.today(), lookedUp, absent };
  const all = takers.map((taker) => {
    const { enteredFor, scan: _scan, ...rest } = entered;
    const command: TakeStep = {
      ...rest,
      actor: caseActor(taker.actor, taker.everHeld),
      ...(enteredFor === undefined ? {} : { isEnteredFor: true as const }),
    };
    return { taker, decision: decide(procedure, held.state, command, given) };
  });
  const unmet = ({ decision }: { readonly decision: Decision }): number =>
    decision.trace.reduce((sum, { check, isMet }) => sum + (isMet ? 0 : check === 'actor' ? 1_000 : 1), 0);
  const best = all.toSorted((one, other) => unmet(one) - unmet(other))[0];
  if (best === undefined) throw refusal('access.not-signed-in', { action: 'cases.take-step' });
  return best;
}

async function lookedUpFor(
  deps: DeskDeps,
  house: CaseHouse,
  asked: { readonly procedure: CompiledProcedure; readonly facts: Readonly<Record<string, FactValue>> },
): Promise<Readonly<Record<string, FactValue>>> {
  const wanted = asked.procedure.facts.filter(({ isLookedUp }) => isLookedUp);
  const found = await Promise.all(
    wanted.map(async ({ id }) => {
      const lookUp = house.lookUps.get(id);
      return lookUp === undefined ? [] : [[id, await lookUp(deps, asked.facts)] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Takes a step of a case for whoever of the takers may; the key makes a form that is sent twice one step. */
export async function takeStepAtDesk(
  deps: DeskDeps,
  house: CaseHouse,
  asked: {
    readonly held: HeldCase;
    readonly entered: EnteredStep;
    readonly takers: readonly Taker[];
    readonly key: string;
  },
): Promise<void> {
  const { held, entered } = asked;
  const procedure = house.library.of(held.state.procedure, held.state.version);
  const step = procedure.step(entered.step);
  if (step === undefined) throw refusal('cases.no-such-step', { step: entered.step });
  const { taker } = await judged(deps, house, { ...asked, step });
  const input = {
    ...(await enteredInput(deps, house, { held, entered, taker })),
    homeId: held.homeId,
    caseId: held.streamId,
    procedure: held.state.procedure,
    version: held.state.version,
  };
  await deps.executor.execute(takeStep(house), input, { actor: taker.actor, key: asked.key });
}

/** Opens a case with its first step; answers its number. */
export async function openAtDesk(
  deps: DeskDeps,
  house: CaseHouse,
  asked: {
    readonly procedure: string;
    readonly homeId?: string;
    /** Given beforehand, so that documents can name the case they come with. */
    readonly caseId?: string;
    readonly parties: Readonly<Record<string, string>>;
    readonly jurisdictions?: readonly string[];
    readonly entered: EnteredStep;
    readonly taker: Taker;
    readonly key: string;
  },
): Promise<{ readonly homeId: string; readonly caseId: string; readonly number: string }> {
  const { entered, taker, parties } = asked;
  const procedure = house.library.inForce(asked.procedure, entered.on);
  if (procedure === undefined)
    throw refusal('cases.procedure-not-in-force', { procedure: asked.procedure, on: entered.on });
  const homeId = asked.homeId ?? parties['authority'] ?? deps.installation.homeId;
  const caseId = asked.caseId ?? deps.random.uuid();
  const held = notYetHeld(procedure, { homeId, caseId, parties, on: entered.on });
  const input = {
    ...(await enteredInput(deps, house, { held, entered, taker })),
    homeId,
    caseId,
    procedure: procedure.id,
    version: procedure.version,
    parties,
    jurisdictions: asked.jurisdictions ?? [],
  };
  const answer = await deps.executor.execute(openCase(house), input, { actor: taker.actor, key: asked.key });
  const opened = answer.events.find(({ type }) => type === 'case-opened');
  if (opened === undefined) throw new Error('A case was opened without its first event.');
  const row = await deps.database.first<{ readonly number: string }>(numberOf(opened.homeId, opened.streamId));
  return { homeId: opened.homeId, caseId: opened.streamId, number: row?.number ?? '' };
}

/** A case as it is before its first step. */
export function notYetHeld(
  procedure: CompiledProcedure,
  given: {
    readonly homeId: string;
    readonly caseId: string;
    readonly parties: Readonly<Record<string, string>>;
    readonly on: string;
  },
): HeldCase {
  const { homeId, caseId, parties, on } = given;
  return {
    homeId,
    streamId: caseId,
    version: 0,
    number: '',
    shown: nothingShown,
    state: {
      procedure: procedure.id,
      version: procedure.version,
      jurisdictions: [],
      openedOn: on,
      stages: { main: { stage: 'start', since: on } },
      facts: {},
      parties,
      documents: {},
      approvals: {},
      windows: {},
      clocks: {},
      taken: [],
    },
  };
}

async function enteredInput(
  deps: DeskDeps,
  house: CaseHouse,
  asked: { readonly held: HeldCase; readonly entered: EnteredStep; readonly taker: Taker },
) {
  const { held, entered, taker } = asked;
  const procedure = house.library.of(held.state.procedure, held.state.version);
  const facts = { ...held.state.facts, ...entered.facts, ...procedure.fixed };
  const salt = (): string => deps.random.bytes(16).toString('hex');
  const { enteredFor, ...rest } = entered;
  const [lookedUp, absent] = await Promise.all([
    lookedUpFor(deps, house, { procedure, facts }),
    house.absent(Object.values(held.state.parties)),
  ]);
  const makes = procedure.step(entered.step)?.makes ?? [];
  const occasion = {
    homeId: held.homeId,
    caseId: held.streamId,
    caseNumber: held.number,
    procedure,
    state: held.state,
    facts,
    on: entered.on,
  };
  const prepared = await Promise.all(
    makes.map(async (name) => [name, (await house.acts.get(name)?.prepare(deps.database, occasion)) ?? null] as const),
  );
  const secret = Object.keys(entered.facts ?? {}).filter((name) => procedure.fact(name)?.isPrivate);
  return {
    ...rest,
    everHeld: taker.everHeld,
    lookedUp,
    absent: [...absent],
    acts: Object.fromEntries(prepared),
    salts: Object.fromEntries(secret.map((name) => [name, salt()])),
    ...(enteredFor === undefined ? {} : { enteredFor: { name: enteredFor, salt: salt() } }),
  };
}
