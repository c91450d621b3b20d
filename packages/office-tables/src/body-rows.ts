import { oneLine } from './clean-text.ts';
import { distinctTexts, type Header } from './find-header.ts';
import { headingKey } from './headings.ts';
import type { Cell, Table } from './table.ts';
import type { BodyRow, SkippedRow, UnderstoodColumn } from './understanding.ts';

interface Body {
  readonly rows: readonly BodyRow[];
  readonly skipped: readonly SkippedRow[];
}

/**
 * Parts the records of a table from what offices write around them. A row is left out only when it cannot be a record;
 * every row left out is listed with its reason.
 */
export function readBody(table: Table, header: Header | undefined, columns: readonly UnderstoodColumn[]): Body {
  const rows: BodyRow[] = [];
  const skipped: SkippedRow[] = [];
  const understood = columns.filter((column) => column.field !== undefined);
  const headingKeys = header?.headings.map(headingKey) ?? [];
  table.rows.forEach((cells, index) => {
    const row = table.firstRow + index;
    const why = whySkipped({ cells, index, header, headingKeys, understood, hasRecords: rows.length > 0 });
    if (why) skipped.push({ row, why, text: textOf(cells) });
    else rows.push({ row, cells, fields: fieldsOf(cells, understood) });
  });
  return { rows, skipped };
}

function fieldsOf(cells: readonly Cell[], columns: readonly UnderstoodColumn[]): ReadonlyMap<string, Cell> {
  const fields = new Map<string, Cell>();
  for (const { field, column } of columns) {
    const cell = cells[column];
    if (field !== undefined && cell) fields.set(field, cell);
  }
  return fields;
}

interface RowContext {
  readonly cells: readonly Cell[];
  readonly index: number;
  readonly header: Header | undefined;
  readonly headingKeys: readonly string[];
  readonly understood: readonly UnderstoodColumn[];
  readonly hasRecords: boolean;
}

function whySkipped(context: RowContext): SkippedRow['why'] | undefined {
  const { cells, index, header, hasRecords } = context;
  if (cells.every((cell) => cell.kind === 'empty')) return 'blank';
  if (header && index < header.from) return 'title';
  if (header && index <= header.to) return 'header';
  if (header && isHeaderAgain(context)) return 'repeated-header';
  if (header && !hasRecords && isNumbering(cells)) return 'numbering';
  if (header && !hasRecords && isUnits(cells)) return 'units';
  if (isTotal(context)) return 'total';
  return isNote(context) ? 'note' : undefined;
}

/** Printed lists repeat their header on each page; bilingual ones give it again in the other language. */
function isHeaderAgain({ cells, headingKeys, header }: RowContext): boolean {
  const used = cells.map((cell, column) => ({ key: headingKey(cell.text), column })).filter(({ key }) => key !== '');
  const same = used.filter(({ key, column }) => headingKeys[column]?.endsWith(key) === true && header !== undefined);
  return used.length > 0 && same.length >= Math.max(1, used.length * 0.7);
}

/** A row 1, 2, 3 ... or (1), (2), (3) ... or A, B, C under the header. */
function isNumbering(cells: readonly Cell[]): boolean {
  const marks = cells.map((cell) => cell.text.replace(/[()（）\s]/g, ''));
  const used = marks.filter((mark) => mark !== '');
  const isCounting = (first: number, at: (mark: string) => number) =>
    used.every((mark, position) => at(mark) === first + position);
  if (used.length < 3) return false;
  return isCounting(1, Number) || isCounting(65, (mark) => (mark.length === 1 ? mark.toUpperCase().charCodeAt(0) : 0));
}

/** Units, formats and instructions under the header: every cell is in brackets or a word of that kind. */
function isUnits(cells: readonly Cell[]): boolean {
  const used = cells.map((cell) => oneLine(cell.text)).filter((text) => text !== '');
  return used.every((text) => /^[（(［[【].*[）)］\]】]$/.test(text) || unitWords.test(text));
}

const unitWords =
  /^(?:必填|选填|文本|日期|数字|整数|单位.{0,20}|示例.{0,40}|例如.{0,40}|填写说明.{0,40}|yyyy[-./年]?m{1,2}.{0,6}|required|optional|text|date|number|string|integer|e\.g\..{0,40})$/i;

/** Sums at the end, or between groups: the row begins with the word and no required column holds a value of its own. */
function isTotal({ cells, understood }: RowContext): boolean {
  const first = cells.find((cell) => cell.kind !== 'empty');
  if (
    !first ||
    !/^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|grand total|sub-?total|total|sum)(?![a-z])/i.test(first.text)
  )
    return false;
  const texts = understood.map(({ column }) => cells[column]).filter((cell) => cell && cell.text !== first.text);
  return texts.every((cell) => !cell || cell.kind === 'empty' || cell.kind === 'number' || cell.kind === 'formula');
}

/** One text over the whole width, or alone in its row and begun as notes are, or signatures beside one another. */
function isNote({ cells, understood, header }: RowContext): boolean {
  if (distinctTexts(cells) !== 1) return areSignatures(cells);
  const used = cells.filter((cell) => cell.kind !== 'empty');
  const [first] = used;
  if (!first) return false;
  const isSpread = used.length >= 3 && used.length >= cells.length * 0.6 && used.some((cell) => cell.mergedFrom);
  if (isSpread && header) return true;
  // A list of one column has nothing beside its entries; there only the words can tell.
  const isAlone = cells.length > 1 || understood.length === 0;
  return noteWords.test(first.text) && (isAlone || first.text.length > 0);
}

/** 制表人：… 审核：… 日期：… in the cells of one row, whatever columns they stand in. */
function areSignatures(cells: readonly Cell[]): boolean {
  const used = cells.filter((cell) => cell.kind !== 'empty').map((cell) => oneLine(cell.text));
  return used.length > 0 && used.every((text) => signatureWords.test(text));
}

const signatureWords =
  /^(?:填表|填报|制表|制单|编制|审核|复核|审批|批准|校对|经办|主管|单位|负责|联系|电话|传真|日期|盖章|prepared|checked|approved|reviewed|signed|signature|contact|date)[^:：]{0,10}[:：]/i;

const noteWords =
  /^(?:注\s*\d{0,2}\s*[:：.、]|备注\s*[:：]|说明\s*[:：]|填表|制表|审核|数据来源|资料来源|来源\s*[:：]|联系人\s*[:：]|单位负责人|以下空白|notes?\s*\d{0,2}\s*[:.]|remarks?\s*:|source\s*:|prepared by|end of list)/i;

function textOf(cells: readonly Cell[]): string {
  const texts = new Set(cells.map((cell) => oneLine(cell.text)).filter((text) => text !== ''));
  return [...texts].join(' | ').slice(0, 120);
}
