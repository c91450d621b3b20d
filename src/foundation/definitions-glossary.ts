import { csvLines } from './definitions-codelist.ts';
import type { DefinitionMistake } from './definitions-mistakes.ts';

export interface GlossaryTerm {
  readonly codeName: string;
  readonly english: string;
  readonly chinese: string;
  readonly source: string;
}

/** Reads `definitions/glossary.csv`: every domain term with its code name, English, Chinese and source. */
export function readGlossary(
  file: string,
  text: string,
): { readonly terms: readonly GlossaryTerm[]; readonly mistakes: readonly DefinitionMistake[] } {
  const table = csvLines(file, text);
  if ('mistake' in table) return { terms: [], mistakes: [table.mistake] };
  const missing = ['code_name', 'english', 'chinese', 'source'].filter((column) => !table.header.includes(column));
  const seen = new Set<string>();
  const mistakes = table.lines.flatMap(({ line, cells }): readonly DefinitionMistake[] => {
    const value = cells['code_name'] ?? '';
    const repeated = seen.has(value);
    seen.add(value);
    return [
      ...(value === '' ? [{ file, line, code: 'definitions.code-missing' }] : []),
      ...(cells['english'] && cells['chinese']
        ? []
        : [{ file, line, code: 'definitions.name-missing', details: { value } }]),
      ...(cells['source'] ? [] : [{ file, line, code: 'definitions.source-missing', details: { value } }]),
      ...(repeated ? [{ file, line, code: 'definitions.repeated', details: { value } }] : []),
    ];
  });
  return {
    terms: table.lines.map(({ cells }) => ({
      codeName: cells['code_name'] ?? '',
      english: cells['english'] ?? '',
      chinese: cells['chinese'] ?? '',
      source: cells['source'] ?? '',
    })),
    mistakes: [
      ...missing.map((column) => ({ file, line: 1, code: 'definitions.column-missing', details: { column } })),
      ...mistakes,
    ],
  };
}
