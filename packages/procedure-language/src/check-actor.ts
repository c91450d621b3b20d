import type { TakenStep } from './case.ts';
import { type Actor, anyone, type TakeStep } from './command.ts';
import { dueFrom } from './due.ts';
import type { Finding } from './finding.ts';
import type { Asking } from './ground.ts';
import { type ActorDefinition, type StepDefinition, start } from './model.ts';

/** Whether the case is where the step begins, and whether the day can be. */
export function checkCase(step: StepDefinition, asking: Asking, today: string): readonly Finding[] {
  const { state, ground } = asking;
  const now = state.stages[step.track];
  const isFirst = now?.stage === start;
  return [
    {
      check: 'stage',
      isMet: now !== undefined && step.from.includes(now.stage),
      details: { step: step.id, stage: now?.stage, wanted: step.from },
      basis: step.basis,
    },
    ...(isFirst ? [checkInForce(asking)] : []),
    ...checkLiving(step, asking),
    {
      check: 'day',
      isMet: ground.on <= today && (now === undefined || ground.on >= now.since),
      details: { on: ground.on, today, since: now?.since },
      basis: [],
    },
  ];
}

function checkInForce({ procedure, ground }: Asking): Finding {
  const { from, until } = procedure.inForce;
  const isMet = from <= ground.on && (until === undefined || ground.on < until);
  return { check: 'in-force', isMet, details: { from, until, on: ground.on }, basis: procedure.basis };
}

/** An ended case goes on only by a step that reopens it in time; a suspended one only by what may be done meanwhile. */
function checkLiving(step: StepDefinition, asking: Asking): readonly Finding[] {
  const { state, ground } = asking;
  const { ended, suspended } = state;
  if (step.reopens !== undefined) {
    if (ended === undefined) return [{ check: 'reopen-within', isMet: false, details: {}, basis: step.basis }];
    const { day } = dueFrom(ended.on, step.reopens.within, asking);
    return [{ check: 'reopen-within', isMet: ground.on <= day, details: { day, ended: ended.on }, basis: step.basis }];
  }
  if (ended !== undefined)
    return [{ check: 'not-ended', isMet: false, details: { stage: ended.stage, on: ended.on }, basis: [] }];
  if (suspended === undefined)
    return step.resumes ? [{ check: 'not-suspended', isMet: false, details: { wanted: true }, basis: step.basis }] : [];
  const isMet = step.resumes === true || step.whileSuspended === true;
  return [
    {
      check: 'not-suspended',
      isMet,
      details: { since: suspended.on, day: suspended.due.day, step: suspended.step },
      basis: [],
    },
  ];
}

/** Whether who acts may: by role and organization, and by what the same person or house did before. */
export function checkPersons(step: StepDefinition, asking: Asking, command: TakeStep): readonly Finding[] {
  const { actor } = command;
  const isMet = step.by.some((wanted) => mayTake(wanted, asking, command));
  const by: Finding = {
    check: 'actor',
    isMet,
    details: {
      wanted: step.by.map(({ role, of }) => (of === undefined ? role : `${role}@${of}`)),
      isTime: step.by.length === 0,
    },
    basis: step.basis,
  };
  const separated = step.notBy.map(
    ({ step: earlier, same, basis }): Finding => ({
      check: 'not-by',
      isMet: !asking.state.taken.some((taken) => taken.step === earlier && isSame(taken, actor, same)),
      details: { step: earlier, same },
      basis,
    }),
  );
  const outside = step.notOf.map(({ party, basis }): Finding => {
    const organization = asking.state.parties[party];
    const belongs = organization !== undefined && actor.roles.some((held) => held.organization === organization);
    return { check: 'not-of', isMet: !belongs, details: { party }, basis };
  });
  return [by, ...separated, ...outside];
}

/**
 * Whether an actor may stand for the one whom a step names. Where the organization that acts does not work here, the one
 * that records its acts stands for it, and says through which channel, when, and under which number it was done.
 */
function mayTake(wanted: ActorDefinition, asking: Asking, { actor, elsewhere }: TakeStep): boolean {
  if (wanted.role === anyone) return true;
  if (wanted.of === undefined) return actor.roles.some(({ role }) => role === wanted.role);
  const organization = asking.state.parties[wanted.of];
  const isHere = organization !== undefined && !asking.ground.absent.has(organization);
  if (isHere) return actor.roles.some((held) => held.role === wanted.role && held.organization === organization);
  const recorder = elsewhere === undefined ? undefined : recorderOf(wanted.of, asking);
  return recorder !== undefined && actor.roles.some((held) => held.organization === recorder);
}

/** The first organization up the line that works here and records for those behind it. */
function recorderOf(party: string, asking: Asking): string | undefined {
  const { procedure, state, ground } = asking;
  const seen = new Set([party]);
  for (let next = procedure.party(party)?.recordedBy; next !== undefined && !seen.has(next); ) {
    const organization = state.parties[next];
    if (organization !== undefined && !ground.absent.has(organization)) return organization;
    seen.add(next);
    next = procedure.party(next)?.recordedBy;
  }
  return undefined;
}

function isSame({ by }: TakenStep, actor: Actor, same: 'person' | 'organization'): boolean {
  if (by === 'time') return false;
  if (same === 'organization') return by.organization !== undefined && by.organization === actor.organization;
  return by.appointment !== undefined && actor.everHeld.includes(by.appointment);
}
