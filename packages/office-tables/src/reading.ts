import { cleanText } from './clean-text.ts';
import type { Limits } from './limits.ts';
import { refuse } from './refused.ts';
import type { FilePlace, TableDetails, TableProblem, TableProblemCode } from './table.ts';

/** What one reading has used up of its limits, and what it remarked. */
export interface Reading {
  readonly limits: Limits;
  readonly formulas: 'refuse' | 'cached';
  remark(code: TableProblemCode, place: FilePlace, details?: TableDetails): void;
  problems(): readonly TableProblem[];
  /** Cleans a text, remarks what was removed, and refuses when the texts of the file become too many or too long. */
  clean(raw: string, place: FilePlace): string;
  /** Counts a text that was cleaned before: a shared string costs its length at each use. */
  countText(text: string, place: FilePlace): void;
  countCells(cells: number, place: FilePlace): void;
}

export function startReading(limits: Limits, formulas: 'refuse' | 'cached'): Reading {
  const problems: TableProblem[] = [];
  let unlisted = 0;
  let characters = 0;
  let cells = 0;
  const remark: Reading['remark'] = (code, place, details = {}) => {
    if (problems.length < limits.problems) problems.push({ code, place, details });
    else unlisted++;
  };
  const countText: Reading['countText'] = (text, place) => {
    if (text.length > limits.cellCharacters)
      refuse('office-tables.cell-too-long', place, { characters: text.length, limit: limits.cellCharacters });
    characters += text.length;
    if (characters > limits.characters) refuse('office-tables.too-much-text', place, { limit: limits.characters });
  };
  return {
    limits,
    formulas,
    remark,
    countText,
    problems: () =>
      unlisted === 0
        ? problems
        : [...problems, { code: 'office-tables.more-problems', place: {}, details: { count: unlisted } }],
    clean(raw, place) {
      const { text, removed } = cleanText(raw);
      if (removed > 0) remark('office-tables.characters-removed', place, { count: removed });
      countText(text, place);
      return text;
    },
    countCells(count, place) {
      cells += count;
      if (cells > limits.cells) refuse('office-tables.too-many-cells', place, { limit: limits.cells });
    },
  };
}
