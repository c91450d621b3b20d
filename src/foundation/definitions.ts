import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
  CompiledProcedure,
  InBoth,
  NamedCalendar,
  Rulebook,
  RuleSource,
  RuleSubject,
} from '@guiju/procedure-language';
import type { z } from 'zod';
import { type Codelist, codelist, holdsOn, readCodelist } from './definitions-codelist.ts';
import { type GlossaryTerm, readGlossary } from './definitions-glossary.ts';
import { type DefinitionMistake, DefinitionMistakes } from './definitions-mistakes.ts';
import { readProcedures } from './definitions-procedures.ts';
import { type RuleDefinitions, readRules } from './definitions-rulebook.ts';
import {
  type CoveragePart,
  coverageFile,
  type PrecedenceRule,
  precedenceFile,
  readYaml,
  type SourceDefinition,
  sourcesFile,
} from './definitions-sources.ts';

/** The trade knowledge of the folder `definitions/`, read once and passed on. */
export interface Definitions {
  /** Where they were read: a part finds the definitions that it alone understands beside the others. */
  readonly folder: string;
  readonly codelistNames: readonly string[];
  /** A list that does not exist is a fault of the caller, not an answer. */
  codelist(name: string): Codelist;
  readonly glossary: readonly GlossaryTerm[];
  readonly sources: ReadonlyMap<string, SourceDefinition>;
  /** Rank of a source for a document family (number prefix) on a day; the lower rank wins. */
  rankOf(asked: { readonly source: string; readonly family: string; readonly on: string }): number;
  readonly coverage: readonly CoveragePart[];
  /** What the register says of its own completeness for a family, or for the rest of its tier. */
  coverageOf(asked: { readonly tier: string; readonly family: string }): CoveragePart | undefined;
  /** Every period, majority, limit and switch, with its jurisdictions, days and basis; asked with `ruleOn`. */
  readonly rulebook: Rulebook;
  /** The rules by subject, in the order of their files. */
  readonly ruleSubjects: readonly RuleSubject[];
  /** The acts that values of the rulebook rest on, by tag. */
  readonly legalSources: ReadonlyMap<string, RuleSource>;
  /** Names of the kinds of documents that rules ask for. */
  readonly documentKinds: ReadonlyMap<string, InBoth>;
  /** Free and worked days, in which periods are counted. */
  readonly calendar: NamedCalendar;
  /** Every version of every executable procedure. */
  readonly procedures: readonly CompiledProcedure[];
}

/** Reads and checks the whole folder. Throws `DefinitionMistakes` with every mistake found, each with file, line and remedy. */
export function readDefinitions(folder: string): Definitions {
  const mistakes: DefinitionMistake[] = [];
  const read = <Read extends { readonly mistakes: readonly DefinitionMistake[] }>(
    path: string,
    reader: (file: string, text: string) => Read,
  ): Read | undefined => {
    try {
      const found = reader(path, readFileSync(join(folder, path), 'utf8'));
      mistakes.push(...found.mistakes);
      return found;
    } catch (error) {
      // A file the system will not give is one mistake among the others, not the end of the reading.
      const why = error instanceof Error ? error.message : String(error);
      mistakes.push({ file: path, code: 'definitions.file-unreadable', details: { why } });
      return undefined;
    }
  };
  const yaml = <Shape>(path: string, schema: z.ZodType<Shape>) =>
    read(path, (file, text) => readYaml(file, text, schema))?.value;

  const lists = new Map(
    filesIn(folder, 'codelists', '.csv').map((path) => {
      const name = basename(path, '.csv');
      return [name, codelist(name, read(path, readCodelist)?.entries ?? [])];
    }),
  );
  const sources = yaml('sources/sources.yaml', sourcesFile)?.sources ?? [];
  const precedence = yaml('sources/precedence.yaml', precedenceFile)?.precedence ?? [];
  const coverage = filesIn(folder, 'coverage', '.yaml').flatMap((path) => {
    const file = yaml(path, coverageFile);
    return (file?.parts ?? []).map((part) => ({ ...part, tier: file?.tier ?? '' }));
  });
  const glossary = read('glossary.csv', readGlossary)?.terms ?? [];
  const rules = readRules(folder, {
    regions: lists.get('regions'),
    documentKinds: lists.get('document-kinds'),
  });
  const { procedures, mistakes: ofProcedures } = readProcedures(folder, rules.book, {
    roles: lists.get('roles'),
    acts: lists.get('case-acts'),
  });
  mistakes.push(...namesOfSources(sources, precedence, coverage), ...rules.mistakes, ...ofProcedures);
  if (mistakes.length > 0) throw new DefinitionMistakes(mistakes);
  return { folder, ...assembled({ lists, sources, precedence, coverage, glossary, rules, procedures }) };
}

interface Parts {
  readonly lists: ReadonlyMap<string, Codelist>;
  readonly sources: readonly SourceDefinition[];
  readonly precedence: readonly PrecedenceRule[];
  readonly coverage: readonly CoveragePart[];
  readonly glossary: readonly GlossaryTerm[];
  readonly rules: RuleDefinitions;
  readonly procedures: readonly CompiledProcedure[];
}

function assembled(parts: Parts): Omit<Definitions, 'folder'> {
  const { lists, sources, precedence, coverage, glossary, rules, procedures } = parts;
  const byName = new Map(sources.map((source) => [source.name, source]));
  const list = (name: string): Codelist => {
    const found = lists.get(name);
    if (!found) throw new Error(`There is no code list "${name}" in the definitions.`);
    return found;
  };
  const families = (family: string, on: string) => familyAndParents(lists.get('document-families'), family, on);
  return {
    codelistNames: [...lists.keys()],
    codelist: list,
    glossary,
    sources: byName,
    rankOf({ source, family, on }) {
      const definition = byName.get(source);
      if (!definition) throw new Error(`The source "${source}" is not described in definitions/sources/sources.yaml.`);
      return rankIn(precedence, definition, families(family, on), on);
    },
    rulebook: rules.book.rulebook,
    ruleSubjects: rules.book.subjects,
    legalSources: rules.book.sources,
    documentKinds: rules.book.documentKinds,
    calendar: rules.calendar,
    procedures,
    coverage,
    coverageOf({ tier, family }) {
      const ofTier = coverage.filter((part) => part.tier === tier);
      const names = families(family, '9999-12-31');
      return (
        ofTier.find(({ code, families: more }) => names.some((name) => code === name || more?.includes(name))) ??
        ofTier.find(({ code }) => code === '*')
      );
    },
  };
}

/** A family and those it belongs to: ISO/IEC is ISO's, a city's local standards (DB3101) are its province's. */
function familyAndParents(families: Codelist | undefined, family: string, on: string): readonly string[] {
  const known = /^DB\d{4}$/.test(family) ? family.slice(0, 4) : family;
  const parents =
    families
      ?.at(on)
      .ancestors(known)
      .map(({ code }) => code) ?? [];
  return [...new Set([family, known, ...parents])];
}

function rankIn(
  rules: readonly PrecedenceRule[],
  source: SourceDefinition,
  names: readonly string[],
  on: string,
): number {
  const onDay = rules.filter(({ validFrom, validUntil }) =>
    holdsOn({ ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) }, on),
  );
  const special = onDay.filter(({ families }) => families?.some((family) => names.includes(family)));
  const general = onDay.filter(({ families }) => families === undefined);
  const found = [...special, ...general]
    .map((rule) => rule.sources?.[source.name] ?? rule.manners?.[source.manner])
    .find((rank) => rank !== undefined);
  // A source no rule speaks of comes after all others rather than before them.
  return found ?? 1000;
}

function namesOfSources(
  sources: readonly SourceDefinition[],
  precedence: readonly PrecedenceRule[],
  coverage: readonly CoveragePart[],
): readonly DefinitionMistake[] {
  const names = sources.map(({ name }) => name);
  const unknown = (file: string, used: readonly string[]): readonly DefinitionMistake[] =>
    used
      .filter((value) => !names.includes(value))
      .map((value) => ({ file, code: 'definitions.source-unknown', details: { value } }));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...repeated.map((value) => ({ file: 'sources/sources.yaml', code: 'definitions.repeated', details: { value } })),
    ...unknown(
      'sources/precedence.yaml',
      precedence.flatMap((rule) => Object.keys(rule.sources ?? {})),
    ),
    ...coverage.flatMap((part) => unknown(`coverage/${part.tier}.yaml`, part.sources)),
  ];
}

function filesIn(folder: string, part: string, ending: string): readonly string[] {
  return readdirSync(join(folder, part))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${part}/${name}`);
}
