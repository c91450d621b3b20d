import { type Asking, askingOf } from '@guiju/procedure-language';
import type { CaseHouse } from './case-desk.ts';
import type { HeldCase } from './case-state.ts';
import type { EnteredStep } from './step-desk.ts';

/** The ground on which a step of a case is judged. */
export function groundOf(
  { library }: CaseHouse,
  { held, entered, today }: { readonly held: HeldCase; readonly entered: EnteredStep; readonly today: string },
): Asking {
  const procedure = library.of(held.state.procedure, held.state.version);
  const { rulebook, calendar } = library;
  return askingOf(procedure, held.state, { command: entered, given: { rulebook, calendar, today } });
}
