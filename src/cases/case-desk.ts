import type { FactValue, Titles } from '@guiju/procedure-language';
import type { FactRequest } from '../foundation/facts.ts';
import type { Deps } from '../foundation/part.ts';
import type { CaseAct } from './case-act.ts';
import type { HeldCase } from './case-state.ts';
import { type CaseKey, caseQuery } from './facts.ts';
import type { ProcedureLibrary } from './library.ts';

/** What the house of a case knows: its procedures, and the acts that steps make in registers. */
export interface CaseHouse {
  readonly library: ProcedureLibrary;
  readonly acts: ReadonlyMap<string, CaseAct>;
  /** Words of roles and kinds of documents, for the sentences of verdicts. */
  readonly titles: Titles;
  readonly caseAt: (key: CaseKey) => FactRequest<HeldCase>;
  /** Of some organizations those that do not work in this installation: others record their acts. */
  readonly absent: (organizations: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Facts that definitions look up, by the name of the fact. */
  readonly lookUps: ReadonlyMap<string, LookUp>;
}

/** Answers a fact that a definition looks up: from what the case knows. */
export type LookUp = (
  deps: Pick<Deps, 'database' | 'clock' | 'definitions'>,
  facts: Readonly<Record<string, FactValue>>,
) => Promise<FactValue>;

export function caseHouse(
  deps: Pick<Deps, 'types'>,
  parts: Pick<CaseHouse, 'library' | 'absent' | 'titles'> & {
    readonly acts: readonly CaseAct[];
    readonly lookUps: ReadonlyMap<string, LookUp>;
  },
): CaseHouse {
  const { acts, ...rest } = parts;
  return { ...rest, acts: new Map(acts.map((act) => [act.name, act])), caseAt: caseQuery(deps.types) };
}
