import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DefinitionMistakes } from '../../foundation/definitions-mistakes.ts';
import { readYaml } from '../../foundation/definitions-sources.ts';
import type { Deps } from '../../foundation/part.ts';
import { type Problem, Refusal } from '../../foundation/refusal.ts';
import type { Language } from '../../portal/languages.ts';

const field = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  optional: z.literal(true).optional(),
});
const row = z.record(z.string(), z.string());
const data = z.record(z.string(), z.union([z.string(), z.array(row)]));

const contractShape = z.strictObject({
  template: z.string().regex(/^[a-z][a-z-]*$/),
  /** Kind of the documents that are written from it. */
  kind: z.string().min(1),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  fields: z.array(field).min(1),
  loops: z.array(field.extend({ fields: z.array(field).min(1) })),
  sample: z.strictObject({ 'zh-Hans': data, en: data }),
});

/** What a template of official paper is filled with: its fields, its lists, and a made-up sample. */
export type PaperContract = z.output<typeof contractShape>;
export type PaperData = z.output<typeof data>;

/** The contracts of `definitions/paper`. Throws `DefinitionMistakes` with each mistake, its file, line and remedy. */
export function paperContracts({ folder }: Pick<Deps['definitions'], 'folder'>): readonly PaperContract[] {
  const files = readdirSync(join(folder, 'paper')).filter((name) => name.endsWith('.yaml'));
  const read = files
    .sort()
    .map((name) => readYaml(`paper/${name}`, readFileSync(join(folder, 'paper', name), 'utf8'), contractShape));
  const mistakes = read.flatMap((one) => one.mistakes);
  if (mistakes.length > 0) throw new DefinitionMistakes(mistakes);
  return read.flatMap(({ value }) => value ?? []);
}

/**
 * The data as the template is filled with: everything required is there, nothing unknown, and what is optional and absent
 * is empty.
 *
 * @throws Refusal `documents.paper-data` with each field
 */
export function filledData(contract: PaperContract, given: PaperData, lang: Language): PaperData {
  const label = (one: { readonly zh: string; readonly en: string }): string => (lang === 'en' ? one.en : one.zh);
  const problems: Problem[] = [];
  const wrong = (code: string, name: string, place: number | undefined): void => {
    problems.push({ code, field: name, details: { field: name }, ...(place === undefined ? {} : { row: place + 1 }) });
  };
  const fill = (fields: PaperContract['fields'], from: PaperData, place?: number) =>
    fields.map((one): readonly [string, string] => {
      const value = from[one.name];
      if (typeof value === 'string' && (value !== '' || one.optional)) return [one.name, value];
      if (!one.optional) wrong('documents.paper-field-missing', label(one), place);
      return [one.name, ''];
    });
  const unknownIn = (from: PaperData, known: readonly { readonly name: string }[], place?: number): void => {
    for (const name of Object.keys(from))
      if (!known.some((one) => one.name === name)) wrong('documents.paper-field-unknown', name, place);
  };
  unknownIn(given, [...contract.fields, ...contract.loops]);
  const lists = contract.loops.map((loop): readonly [string, PaperData[string]] => {
    const rows = given[loop.name];
    if (!Array.isArray(rows) || (rows.length === 0 && !loop.optional)) {
      if (!(loop.optional && rows === undefined) || Array.isArray(rows))
        wrong('documents.paper-field-missing', label(loop), undefined);
      return [loop.name, []];
    }
    return [
      loop.name,
      rows.map((one, place) => {
        unknownIn(one, loop.fields, place);
        return Object.fromEntries(fill(loop.fields, one, place));
      }),
    ];
  });
  const filled = Object.fromEntries([...fill(contract.fields, given), ...lists]);
  const [first] = problems;
  if (first) throw new Refusal(first.code, first.details ?? {}, problems);
  return filled;
}
