import type { CompiledProcedure } from '@guiju/procedure-language';
import type { Definitions } from '../../foundation/definitions.ts';
import { refusal } from '../../foundation/refusal.ts';

/** Each procedure once: the version in force on the day, or else the newest, in the order of their identifiers. */
export function proceduresOn(
  { procedures }: Pick<Definitions, 'procedures'>,
  day: string,
): readonly CompiledProcedure[] {
  const byId = Map.groupBy(procedures, ({ id }) => id);
  return [...byId.keys()].toSorted().flatMap((id) => shownOf(byId.get(id) ?? [], day) ?? []);
}

/** The procedure of this name in the version asked for, or in the one in force on the day. @throws Refusal */
export function procedureNamed(
  definitions: Pick<Definitions, 'procedures'>,
  { id, version, day }: { readonly id: string; readonly version?: string | undefined; readonly day: string },
): CompiledProcedure {
  const versions = versionsOf(definitions, id);
  if (versions.length === 0) throw refusal('rulebook.procedure-unknown', { id: id.slice(0, 100) });
  const found =
    version === undefined ? shownOf(versions, day) : versions.find((one) => String(one.version) === version);
  if (found === undefined)
    throw refusal('rulebook.procedure-version-unknown', {
      id,
      version: (version ?? '').slice(0, 40),
      versions: versions.map((one) => one.version).join(', '),
    });
  return found;
}

/** Every version of a procedure, the newest first. */
export function versionsOf({ procedures }: Pick<Definitions, 'procedures'>, id: string): readonly CompiledProcedure[] {
  return procedures.filter((one) => one.id === id).toSorted((one, other) => other.version - one.version);
}

export function isInForce({ inForce }: CompiledProcedure, day: string): boolean {
  return inForce.from <= day && (inForce.until === undefined || day < inForce.until);
}

function shownOf(versions: readonly CompiledProcedure[], day: string): CompiledProcedure | undefined {
  const newest = versions.toSorted((one, other) => other.version - one.version);
  return newest.find((one) => isInForce(one, day)) ?? newest[0];
}

/** What a newer version does differently: names of stages and steps that are new, gone or changed. */
export interface Differences {
  readonly newStages: readonly string[];
  readonly goneStages: readonly string[];
  readonly newSteps: readonly string[];
  readonly goneSteps: readonly string[];
  readonly changedStages: readonly string[];
  readonly changedSteps: readonly string[];
}

export function differencesOf(older: CompiledProcedure, newer: CompiledProcedure): Differences {
  const stages = compared(older.stages, newer.stages);
  const steps = compared(older.steps, newer.steps);
  return {
    newStages: stages.added,
    goneStages: stages.gone,
    changedStages: stages.changed,
    newSteps: steps.added,
    goneSteps: steps.gone,
    changedSteps: steps.changed,
  };
}

function compared(older: readonly { readonly id: string }[], newer: readonly { readonly id: string }[]) {
  const before = new Map(older.map((one) => [one.id, JSON.stringify(one)]));
  const after = new Map(newer.map((one) => [one.id, JSON.stringify(one)]));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    gone: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => id),
  };
}
