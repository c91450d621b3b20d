import { parse } from '@guiju/standard-numbers';
import type { ListText } from './list-entries.ts';

/** A text of a table, with its column counted from 0. */
export interface CellText extends ListText {
  readonly column: number;
}

/** Headings under which the year of a number stands apart: a year of purchase is none. */
const yearHeading = /年代?号|^年份?$|版本|版次|发布年|^year$|year of (?:publication|issue)|edition/iu;
const lonePrefix = /^[A-Za-zＡ-Ｚａ-ｚ]{1,6}\d{0,4}(?:[/／][A-Za-zＡ-Ｚａ-ｚ]{1,6})?$/u;
const loneYear = /^(?:19|20)\d\d$/u;

/**
 * The texts of a table, in which a number whose prefix or year stands in a cell of its own is one text again:
 * `GB/T | 42061-2022`, `GB 9706.1 | 2007`.
 */
export function joinedCells(rows: readonly (readonly CellText[])[]): readonly ListText[] {
  const whole = rows.map((row) => joinedRow(row, withPrefix));
  const years = yearColumns(whole);
  return whole.flatMap((row) =>
    joinedRow(row, (left, right) => (years.has(right.column) ? withYear(left, right) : undefined)),
  );
}

type Join = (left: CellText, right: CellText) => string | undefined;

function joinedRow(row: readonly CellText[], join: Join): readonly CellText[] {
  const cells: CellText[] = [];
  let last: CellText | undefined;
  for (const cell of row) {
    const before = cells.at(-1);
    const text = before !== undefined && last?.column === cell.column - 1 ? join(before, cell) : undefined;
    if (before !== undefined && text !== undefined) cells[cells.length - 1] = { ...before, text, kind: 'cell' };
    else cells.push(cell);
    last = cell;
  }
  return cells;
}

function withPrefix(left: CellText, right: CellText): string | undefined {
  if (!lonePrefix.test(left.text.trim()) || !/^\s*[\d０-９]/u.test(right.text)) return undefined;
  const text = `${left.text.trim()} ${right.text.trim()}`;
  const isPrefix = parse(left.text).outcome === 'malformed' && parse(text).outcome === 'recognized';
  return isPrefix ? text : undefined;
}

function withYear(left: CellText, right: CellText): string | undefined {
  if (!loneYear.test(right.text.trim()) || !isUndated(left)) return undefined;
  return `${left.text.trim()}-${right.text.trim()}`;
}

function isUndated({ text }: CellText): boolean {
  if (text.length > 60) return false;
  const reading = parse(text);
  return reading.outcome === 'recognized' && reading.rest === '' && reading.number.year === undefined;
}

/** Columns that hold a year beside every undated number, under a heading that says so or under none. */
function yearColumns(rows: readonly (readonly CellText[])[]): ReadonlySet<number> {
  const verdicts = new Map<number, boolean>();
  for (const row of rows)
    for (const [index, cell] of row.entries()) {
      const left = row[index - 1];
      const isBeside = left?.column === cell.column - 1 && isUndated(left);
      if (isBeside && !loneYear.test(cell.text.trim())) verdicts.set(cell.column, false);
      else if (isBeside && !verdicts.has(cell.column)) verdicts.set(cell.column, isYearHeading(rows, cell.column));
    }
  return new Set([...verdicts].filter(([, isYear]) => isYear).map(([column]) => column));
}

function isYearHeading(rows: readonly (readonly CellText[])[], column: number): boolean {
  for (const row of rows) {
    const heading = row.find((cell) => cell.column === column)?.text.trim();
    if (heading !== undefined) return /\d/u.test(heading) || yearHeading.test(heading);
  }
  return false;
}
