import type { Case, WindowState } from './case.ts';
import type { Asking } from './ground.ts';
import type { DayName, WindowVerdict } from './model.ts';

/** The last opening of a window. */
export function currentWindow(state: Case, window: string): WindowState | undefined {
  return state.windows[window]?.at(-1);
}

/** The day a definition names; undefined as long as it has not come about. */
export function dayNamed(name: DayName, { state, facts, ground }: Asking): string | undefined {
  if (name === 'today') return ground.on;
  if ('fact' in name) {
    const value = facts[name.fact];
    return typeof value === 'string' ? value : undefined;
  }
  if ('step' in name) return state.taken.findLast(({ step }) => step === name.step)?.on;
  if ('window' in name) return currentWindow(state, name.window)?.closesOn;
  return Object.values(state.stages).find(({ stage }) => stage === name.stage)?.since;
}

/** All that was received has its answer. */
export function isAnswered({ result }: WindowState): boolean {
  return result !== undefined && (result.answered ?? 0) >= (result.received ?? 0);
}

export function windowIs(window: WindowState | undefined, verdict: WindowVerdict, on: string): boolean {
  if (window === undefined) return false;
  switch (verdict) {
    case 'open':
      return window.result === undefined && on <= window.closesOn;
    case 'ended':
      return window.result !== undefined || on > window.closesOn;
    case 'concluded':
      return window.result !== undefined;
    case 'answered':
      return isAnswered(window);
    case 'unopposed':
      return window.result !== undefined && (window.result.upheld ?? 0) === 0;
    case 'carried':
    case 'notCarried':
    case 'noQuorum':
      return window.verdict === verdict;
  }
}
