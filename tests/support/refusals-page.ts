import { dirname } from 'node:path';
import { refusalTexts } from '../../src/app.tsx';
import { definitionMistakeTexts } from '../../src/foundation/definitions-mistakes.ts';
import { httpStatus } from '../../src/foundation/http/problem.ts';
import type { RefusalText, RefusalTexts } from '../../src/foundation/refusal.ts';
import { parts } from '../../src/parts.ts';
import { type SourceFile, sourceFiles } from './source-files.ts';

/** The texts of all parts, and those of the definitions, which stop a start. */
export const everyText: RefusalTexts = { ...refusalTexts(parts), ...definitionMistakeTexts };

/** docs/refusals.md: every "no" of the installation, what it says and what to do, and where it can come from. */
export function refusalsPage(texts: RefusalTexts): string {
  const places = refusalPlaces(Object.keys(texts));
  const groups = Map.groupBy(
    Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)),
    ([code]) => code.split('.')[0] ?? '',
  );
  return [
    ...head,
    ...[...groups].flatMap(([part, entries]) => [
      `## ${part}`,
      '',
      ...(meanings[part] === undefined ? [] : [meanings[part], '']),
      ...entries.flatMap(([code, text]) => entry(code, text, places.get(code) ?? [])),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** The folders in which each code stands outside the tables of its texts: there it is thrown, or found by a check. */
export function refusalPlaces(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = sourceFiles(['src'], /\.tsx?$/).filter((file) => !isTest(file) && !isTextTable(file));
  const foldersOf = (code: string): readonly string[] =>
    files.filter((file) => file.code.includes(`'${code}'`)).map((file) => dirname(file.path));
  return new Map(codes.map((code) => [code, [...new Set(foldersOf(code))].sort()]));
}

/** The codes that the source names where it refuses, whether or not they have texts. */
export function refusedCodes(): readonly string[] {
  const shape = /\b(?:refusal|Refusal|problem)\(\s*['"`]([a-z]+\.[a-z-]+)['"`]|\bcode: ['"`]([a-z]+\.[a-z-]+)['"`]/g;
  const files = sourceFiles(['src'], /\.tsx?$/).filter((file) => !isTest(file));
  const found = files.flatMap((file) => [...file.code.matchAll(shape)].map(([, one, other]) => one ?? other ?? ''));
  return [...new Set(found)].sort();
}

const head = [
  '# Refusals',
  '',
  'Every expected "no" of this program: its code, what it says in both languages, and what to do then. `{name}` stands for a value of',
  'the case. Pages and the command line show text and remedy; the API answers problem details (RFC 9457) with the code and the status',
  'below. Made by `node --import tsx scripts/refusals.mjs` from the texts of all parts; a test compares it.',
  '',
];

/** What the first word of a code says about where a reader or an operator meets it. */
const meanings: Readonly<Record<string, string>> = {
  access: 'Any act: the actor has no appointment for it.',
  bodies: 'Acts on organizations, committees and other bodies.',
  definitions: 'Reading the folder `definitions/` at the start; all mistakes at once, each with its file and line.',
  foundation: 'Any command or act, and the opening of the register.',
  http: 'Any address of the site, before a page or the API is reached.',
  notices: 'Watching a record or a list by e-mail.',
  seals: 'The history and its seals: `verify`, `backup`, `restore`, `export`, `import-register`, `replace-key`.',
  search: 'Search pages, `/api/v1` search and `guiju search`.',
  standards:
    'The register of standards: its pages, its API, imports, acts of the registrar, checked lists, reports of errors.',
};

function entry(code: string, text: RefusalText, places: readonly string[]): readonly string[] {
  return [
    `### ${code}`,
    '',
    `${text.category} (HTTP ${httpStatus(text.category)})`,
    '',
    `* 中文：${text.zh} ${text.remedyZh}`,
    `* English: ${text.en} ${text.remedyEn}`,
    `* Where: ${places.map((path) => `\`${path}\``).join(', ')}`,
    '',
  ];
}

const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$/.test(path);
/** Files that hold the sentences and throw nothing. */
const isTextTable = ({ path }: SourceFile): boolean => /(?:refusals|findings|definitions-mistakes)\.ts$/.test(path);
