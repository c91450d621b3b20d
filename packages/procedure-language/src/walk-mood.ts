import type { Case } from './case.ts';
import type { CompiledProcedure } from './compiled.ts';
import type { StepDefinition } from './model.ts';
import { daysFrom } from './period.ts';
import { waitingFor } from './waiting.ts';

/** How one walk goes: how fast, and what it likes. Drawn anew for each, so that many walks go many ways. */
export interface Mood {
  /** How often a step is passed over, from 0 (never) to 1. */
  readonly reluctance: (step: StepDefinition, state: Case) => number;
  /** Days until the next turn. */
  readonly days: (state: Case, today: string) => number;
}

/** A mood by chance: a brisk walk keeps its deadlines, a slow one misses them; each walk has its own few ways of giving up. */
export function moodBy(random: () => number, procedure: CompiledProcedure): Mood {
  const isBrisk = random() < 0.85;
  const pace = 1 + random() * 6;
  const known = new Map<string, number>();
  return {
    reluctance: (step, { suspended }) => {
      // What is suspended seldom goes on as if nothing had been.
      if (suspended !== undefined && step.whileSuspended) return 0.8;
      const before = known.get(step.id);
      if (before !== undefined) return before;
      const drawn = drawnFor(step, procedure, random);
      known.set(step.id, drawn);
      return drawn;
    },
    days: (state, today) => (isBrisk ? briskDays(procedure, state, { today, random, pace }) : slowDays(random())),
  };
}

/** Most walks would end where they began if giving up, or standing still, were as likely as going on. */
function drawnFor(step: StepDefinition, procedure: CompiledProcedure, random: () => number): number {
  // An end from which a case can come back is tried more often: what follows it is part of the way.
  const isForGood = procedure.stepsFrom(step.to ?? '').length === 0;
  if (endsBadly(step, procedure)) return random() < (isForGood ? 0.1 : 0.3) ? 0.7 : 0.9997;
  return step.to === undefined ? 0.7 + random() * 0.29 : random() * 0.7;
}

function endsBadly(step: StepDefinition, procedure: CompiledProcedure): boolean {
  const end = procedure.stage(step.to ?? '')?.final;
  return step.track === 'main' && (step.abandons === true || (end !== undefined && end !== 'done'));
}

/** Mostly the same week; sometimes until what has to end has ended. */
function briskDays(
  procedure: CompiledProcedure,
  state: Case,
  { today, random, pace }: { readonly today: string; readonly random: () => number; readonly pace: number },
): number {
  const chance = random();
  const open = waitingFor(procedure, state).flatMap(({ window }) => (window === undefined ? [] : [window.closesOn]));
  const last = open.toSorted().at(-1);
  if (last !== undefined && last >= today && chance < 0.5) return daysFrom(today, last) + 1;
  return Math.floor(chance * pace);
}

/** Mostly some days, sometimes none, seldom most of a year. */
function slowDays(chance: number): number {
  if (chance < 0.3) return 0;
  if (chance < 0.93) return Math.floor(chance * 45);
  return 250;
}
