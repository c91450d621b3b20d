import { checkGraph } from './check-graph.ts';
import { checkNames } from './check-names.ts';
import { checkRules } from './check-rules.ts';
import type { CompiledProcedure } from './compiled.ts';
import type { KnownWords } from './found.ts';
import { at, type FileMistake } from './mistake.ts';

/**
 * Everything that does not hold together in a definition: names that lead nowhere, stages that are never reached or never
 * left, waiting without actor or deadline, rules that are not there on a day on which the procedure is in force.
 */
export function checkProcedure(
  procedure: CompiledProcedure,
  known: KnownWords,
  place: { readonly file: string; readonly lineOf: (path: readonly string[]) => number | undefined },
): readonly FileMistake[] {
  const found = [...checkNames(procedure, known), ...checkGraph(procedure, known), ...checkRules(procedure, known)];
  return found.map(({ path, ...rest }) => ({ ...at(place.file, place.lineOf(path)), ...rest }));
}
