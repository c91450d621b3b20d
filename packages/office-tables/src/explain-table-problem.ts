import { columnLetter } from './cell-grid.ts';
import { problemTexts } from './problem-texts.ts';
import { refusalTexts } from './refusal-texts.ts';
import type { FilePlace, TableProblem, TableRefusal } from './table.ts';

/** What happened and why, and what the sender can do. */
export interface Explanation {
  readonly what: string;
  readonly remedy: string;
}

/**
 * The text of a refusal or remark in both languages, with the place where it is known.
 *
 * @example explainTableProblem(refusal).en.what // 'The archive unpacks to more than 134217728 bytes ...'
 */
export function explainTableProblem(problem: TableProblem | TableRefusal): {
  readonly zh: Explanation;
  readonly en: Explanation;
} {
  const texts = 'ok' in problem ? refusalTexts[problem.code] : problemTexts[problem.code];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.details[name] ?? '?'));
  const [zhWhat, zhRemedy, enWhat, enRemedy] = texts;
  return {
    zh: { what: fill(zhWhat) + chinesePlace(problem.place), remedy: fill(zhRemedy) },
    en: { what: fill(enWhat) + englishPlace(problem.place), remedy: fill(enRemedy) },
  };
}

function chinesePlace({ sheet, row, column, part, offset }: FilePlace): string {
  const steps = [
    sheet === undefined || sheet === '' ? [] : [`工作表“${sheet}”`],
    row === undefined ? [] : [`第 ${row} 行`],
    column === undefined ? [] : [`${columnLetter(column)} 列`],
    part === undefined ? [] : [`部件 ${part}`],
    offset === undefined ? [] : [`位置 ${offset}`],
  ].flat();
  return steps.length === 0 ? '' : `（${steps.join('，')}）`;
}

function englishPlace({ sheet, row, column, part, offset }: FilePlace): string {
  const steps = [
    sheet === undefined || sheet === '' ? [] : [`sheet “${sheet}”`],
    row === undefined ? [] : [`row ${row}`],
    column === undefined ? [] : [`column ${columnLetter(column)}`],
    part === undefined ? [] : [`part ${part}`],
    offset === undefined ? [] : [`position ${offset}`],
  ].flat();
  return steps.length === 0 ? '' : ` (${steps.join(', ')})`;
}
