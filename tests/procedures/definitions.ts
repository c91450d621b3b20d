import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledProcedure, checkProcedure, type KnownWords, readProcedure } from '@guiju/procedure-language';
import { parse, stringify } from 'yaml';
import { readDefinitions } from '../../src/foundation/definitions.ts';
import { repository } from '../support/source-files.ts';

/** The definitions that the house runs, read once for all tests of procedures. */
export const definitions = readDefinitions(join(repository, 'definitions'));

export const procedureIds = definitions.procedures.map(({ id }) => id);

export function procedureOf(id: string): CompiledProcedure {
  const found = definitions.procedures.find((procedure) => procedure.id === id);
  if (found === undefined) throw new Error(`There is no procedure ${id}.`);
  return found;
}

/** Acts of registers that publish. */
export const publishing: ReadonlySet<string> = new Set(
  definitions
    .codelist('case-acts')
    .entries.filter(({ extra }) => extra['publishes'] === 'true')
    .map(({ code }) => code),
);

const words: KnownWords = {
  rulebook: definitions.rulebook,
  sources: new Set(definitions.legalSources.keys()),
  roles: new Set(definitions.codelist('roles').entries.map(({ code }) => code)),
  documentKinds: new Set(definitions.documentKinds.keys()),
  makes: new Map(
    definitions.codelist('case-acts').entries.map(({ code }) => [code, { publishes: publishing.has(code) }]),
  ),
};

export interface Mutant {
  readonly procedure: CompiledProcedure | undefined;
  /** Why it would be refused at the start; empty when it would not. */
  readonly mistakes: readonly string[];
}

type Path = readonly (string | number)[];

/** A definition in which something was taken away or put in another's place. */
export function mutantOf(id: string, path: Path, value?: unknown): Mutant {
  const file = join(repository, 'definitions/procedures', `${id}.yaml`);
  const written: unknown = parse(readFileSync(file, 'utf8'));
  change(written, path, value);
  const { procedure, mistakes, lineOf } = readProcedure(file, stringify(written));
  const found = procedure === undefined ? [] : checkProcedure(procedure, words, { file, lineOf });
  return { procedure, mistakes: [...mistakes, ...found].map(({ code }) => code) };
}

function change(whole: unknown, path: Path, value: unknown): void {
  const [first, ...rest] = path;
  if (typeof whole !== 'object' || whole === null || first === undefined || !Reflect.has(whole, first))
    throw new Error(`The definition has nothing at ${path.join('.')}.`);
  if (rest.length > 0) change(Reflect.get(whole, first), rest, value);
  else if (value !== undefined) Reflect.set(whole, first, value);
  else if (Array.isArray(whole)) whole.splice(Number(first), 1);
  else Reflect.deleteProperty(whole, first);
}
