import type { Deps, NavigationEntry } from '../foundation/part.ts';
import type { CaseHouse } from './case-desk.ts';

/** What the routes of cases work with. */
export interface CasePlace {
  readonly deps: Deps;
  readonly house: CaseHouse;
  readonly navigation: readonly NavigationEntry[];
}
