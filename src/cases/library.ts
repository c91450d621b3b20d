import type { CompiledProcedure, Rulebook, WorkCalendar } from '@guiju/procedure-language';

/** The procedures of the house, every version of each, with the rules and the calendar they rest on. */
export interface ProcedureLibrary {
  readonly all: readonly CompiledProcedure[];
  /** @throws Error when a running case keeps a version that is no longer in the definitions */
  readonly of: (id: string, version: number) => CompiledProcedure;
  /** The version under which a case begins on a day. */
  readonly inForce: (id: string, day: string) => CompiledProcedure | undefined;
  readonly rulebook: Rulebook;
  readonly calendar: WorkCalendar;
}

export function procedureLibrary(
  procedures: readonly CompiledProcedure[],
  ground: { readonly rulebook: Rulebook; readonly calendar: WorkCalendar },
): ProcedureLibrary {
  const byVersion = new Map(procedures.map((one) => [`${one.id} ${one.version}`, one]));
  const newestFirst = procedures.toSorted((one, other) => other.version - one.version);
  return {
    all: procedures,
    of: (id, version) => {
      const found = byVersion.get(`${id} ${version}`);
      if (found === undefined)
        throw new Error(
          `Version ${version} of the procedure ${id} is not in definitions/procedures; a case runs under it.`,
        );
      return found;
    },
    inForce: (id, day) =>
      newestFirst.find(
        (one) =>
          one.id === id && one.inForce.from <= day && (one.inForce.until === undefined || day < one.inForce.until),
      ),
    ...ground,
  };
}
