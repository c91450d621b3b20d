import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import {
  type CompiledProcedure,
  type FileMistake,
  type Rulebook,
  type WorkCalendar,
  walk,
} from '@guiju/procedure-language';
import { examineDefinitions } from '../../foundation/definitions.ts';
import { type DefinitionMistake, definitionMistakeTexts } from '../../foundation/definitions-mistakes.ts';
import { checkedProcedure } from '../../foundation/definitions-procedures.ts';
import { refusalMessage } from '../../foundation/refusal.ts';
import type { Language } from '../../portal/languages.ts';

/** One mistake as it is told: where, what, and what would be right. */
export interface ToldMistake {
  readonly place: string;
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
}

export interface CheckedFiles {
  readonly procedures: readonly CompiledProcedure[];
  readonly mistakes: readonly ToldMistake[];
  readonly rulebook: Rulebook;
  readonly calendar: WorkCalendar;
  /** Acts that publish. */
  readonly publishing: ReadonlySet<string>;
}

/** Checks given files, or the whole folder of definitions, as the start of the house does. */
export function checkFiles(
  definitionsFolder: string,
  files: readonly string[],
  { lang, folder }: { readonly lang: Language; readonly folder: string },
): CheckedFiles {
  const { definitions, mistakes, words } = examineDefinitions(definitionsFolder);
  const { rulebook, calendar } = definitions;
  const publishing = new Set([...words.makes].filter(([, { publishes }]) => publishes).map(([name]) => name));
  const ground = { rulebook, calendar, publishing };
  if (files.length === 0)
    return { ...ground, procedures: definitions.procedures, mistakes: mistakes.map((one) => toldOfFolder(one, lang)) };
  const checked = files.map((name) => {
    const path = resolve(folder, name);
    return checkedProcedure(relative(folder, path) || name, readFileSync(path, 'utf8'), words);
  });
  return {
    ...ground,
    procedures: checked.flatMap(({ procedure }) => procedure ?? []),
    mistakes: checked.flatMap((one) => one.mistakes).map((one) => toldOfFile(one, lang)),
  };
}

function toldOfFolder(mistake: DefinitionMistake, lang: Language): ToldMistake {
  const { text, remedy } = refusalMessage(definitionMistakeTexts, mistake, lang);
  return { place: placeOf(mistake), code: mistake.code, what: text, remedy };
}

function toldOfFile(mistake: FileMistake, lang: Language): ToldMistake {
  const { what, remedy, code } = mistake;
  const [first, second] = lang === 'en' ? [what.en, remedy.en] : [what.zh, remedy.zh];
  return { place: placeOf(mistake), code, what: first, remedy: second };
}

function placeOf({ file, line }: Pick<FileMistake, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

export interface Walked {
  readonly id: string;
  readonly walks: number;
  /** Steps that were taken at least once. */
  readonly taken: number;
  readonly steps: number;
  /** Promises that were broken, each once. */
  readonly broken: readonly string[];
}

/** So many random walks through a procedure from its first day on; the same ones every time. */
export function walkProcedure(
  procedure: CompiledProcedure,
  ground: Omit<CheckedFiles, 'mistakes' | 'procedures'>,
  walks: number,
): Walked {
  const taken = new Set<string>();
  const broken = new Set<string>();
  for (let seed = 1; seed <= walks; seed++) {
    const walked = walk(procedure, { ...ground, from: procedure.inForce.from, random: chanceOf(seed) });
    for (const step of walked.taken) taken.add(step);
    for (const what of walked.broken) broken.add(what);
  }
  return { id: procedure.id, walks, taken: taken.size, steps: procedure.steps.length, broken: [...broken] };
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
