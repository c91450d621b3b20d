import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CompiledProcedure,
  checkProcedure,
  type FileMistake,
  type KnownWords,
  readProcedure,
} from '@guiju/procedure-language';
import type { Codelist } from './definitions-codelist.ts';
import type { DefinitionMistake } from './definitions-mistakes.ts';
import type { RuleDefinitions } from './definitions-rulebook.ts';

export interface ProcedureDefinitions {
  readonly procedures: readonly CompiledProcedure[];
  readonly mistakes: readonly DefinitionMistake[];
}

interface Lists {
  readonly roles: Codelist | undefined;
  readonly acts: Codelist | undefined;
}

/** Reads `procedures/`: every version of every procedure, each checked against the rulebook and the words of the house. */
export function readProcedures(folder: string, book: RuleDefinitions['book'], lists: Lists): ProcedureDefinitions {
  const words = wordsOf(book, lists);
  const read = filesIn(join(folder, 'procedures')).map((name) => {
    const file = `procedures/${name}`;
    return checkedProcedure(file, readFileSync(join(folder, file), 'utf8'), words);
  });
  const procedures = read.flatMap(({ procedure }) => procedure ?? []);
  const mistakes = [...read.flatMap((one) => one.mistakes), ...twice(read)];
  return { procedures, mistakes: mistakes.map(asMistake) };
}

/** The words that definitions of procedures may use. */
export function wordsOf(book: RuleDefinitions['book'], { roles, acts }: Lists): KnownWords {
  return {
    rulebook: book.rulebook,
    sources: new Set(book.sources.keys()),
    roles: new Set(roles?.entries.map(({ code }) => code)),
    documentKinds: new Set(book.documentKinds.keys()),
    makes: new Map(
      acts?.entries.map(({ code, extra }) => [code, { publishes: extra['publishes'] === 'true' }] as const),
    ),
  };
}

export interface CheckedProcedure {
  readonly file: string;
  readonly procedure?: CompiledProcedure;
  readonly mistakes: readonly FileMistake[];
}

/** One definition, read and checked. */
export function checkedProcedure(file: string, text: string, words: KnownWords): CheckedProcedure {
  const { procedure, mistakes, lineOf } = readProcedure(file, text);
  if (procedure === undefined) return { file, mistakes };
  return { file, procedure, mistakes: checkProcedure(procedure, words, { file, lineOf }) };
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** A version stands in one file: cases keep theirs, so that none may be written over by another. */
function twice(read: readonly CheckedProcedure[]): readonly FileMistake[] {
  const seen = new Set<string>();
  return read.flatMap(({ file, procedure }) => {
    if (procedure === undefined) return [];
    const key = `${procedure.id} ${procedure.version}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        file,
        code: 'version-twice',
        what: {
          zh: `程序 ${procedure.id} 的第 ${procedure.version} 版有两个文件。`,
          en: `Version ${procedure.version} of the procedure ${procedure.id} stands in two files.`,
        },
        remedy: { zh: '给新版本一个新的版本号。', en: 'Give the newer one a number of its own.' },
      },
    ];
  });
}

function asMistake({ file, line, what, remedy }: FileMistake): DefinitionMistake {
  return {
    file,
    ...(line !== undefined && { line }),
    code: 'definitions.file-wrong',
    details: { whatZh: what.zh, whatEn: what.en, remedyZh: remedy.zh, remedyEn: remedy.en },
  };
}
