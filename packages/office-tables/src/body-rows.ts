import { oneLine } from './clean-text.ts';
import { distinctTexts, type Header } from './find-header.ts';
import { headingKey } from './headings.ts';
import type { Cell, Table } from './table.ts';
import type { BodyRow, FieldSpec, SkippedRow, UnderstoodColumn } from './understanding.ts';

interface Body {
  readonly rows: readonly BodyRow[];
  readonly skipped: readonly SkippedRow[];
}

/** How the table was understood so far. */
interface Understood {
  readonly header: Header | undefined;
  readonly columns: readonly UnderstoodColumn[];
  readonly fields: readonly FieldSpec[];
}

/**
 * Parts the records of a table from what offices write around them. A row is left out only when it cannot be a record;
 * every row left out is listed with its reason.
 */
export function readBody(table: Table, { header, columns, fields }: Understood): Body {
  const rows: BodyRow[] = [];
  const skipped: SkippedRow[] = [];
  const understood = columns.filter((column) => column.field !== undefined);
  const needed = understood.flatMap(({ column, field }) => {
    const spec = fields.find((one) => one.field === field);
    return spec?.required ? [{ column, looksLike: spec.looksLike ?? (() => false) }] : [];
  });
  const headingKeys = header?.headings.map(headingKey) ?? [];
  let last: SkippedRow['why'] | undefined;
  table.rows.forEach((cells, index) => {
    const row = table.firstRow + index;
    const hasRecords = rows.length > 0;
    const why = whySkipped({ cells, index, header, headingKeys, understood, needed, hasRecords, last });
    if (why) skipped.push({ row, why, text: textOf(cells) });
    else rows.push({ row, cells, fields: fieldsOf(cells, understood) });
    if (why !== 'blank') last = why;
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
  /** The columns without which a row is no record. */
  readonly needed: readonly { readonly column: number; readonly looksLike: (text: string) => boolean }[];
  readonly hasRecords: boolean;
  /** Why the row before was left out, blank ones aside. */
  readonly last: SkippedRow['why'] | undefined;
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

/** Sums at the end, or between groups: the row begins with the word, and counts stand where a record has its own texts. */
function isTotal({ cells, understood, needed }: RowContext): boolean {
  const first = cells.find((cell) => cell.kind !== 'empty');
  if (!first || !totalWords.test(first.text.trim())) return false;
  const isCount = (cell: Cell | undefined) =>
    !cell || cell.text === first.text || cell.kind !== 'text' || countWords.test(cell.text.trim());
  if (understood.every(({ column }) => isCount(cells[column]))) return true;
  // Other words beside the total: only where the place of a number is empty can it be no record.
  return !couldBeRecord(cells, needed) && needed.some(({ column }) => cells[column]?.kind === 'empty');
}

/** Something that looks like the number of a record stands in its column. */
function couldBeRecord(cells: readonly Cell[], needed: RowContext['needed']): boolean {
  return needed.some(({ column, looksLike }) => looksLike(cells[column]?.text ?? ''));
}

const totalWords =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|grand total|sub-?total|total|sum)\s*(?:$|[:：（(\d]|共|数|项)/i;
/** 2 项, 共14个标准, 3 standards. */
const countWords = /^(?:共|约)?\s*[\d,]+(?:\.\d+)?\s*[\p{L}%]{0,12}$/u;

/** One text over the whole width, or alone in its row and begun as notes are, or signatures beside one another. */
function isNote(context: RowContext): boolean {
  const { cells, header } = context;
  if (areSignatures(cells)) return true;
  if (distinctTexts(cells) !== 1) return false;
  const used = cells.filter((cell) => cell.kind !== 'empty');
  const [first] = used;
  if (!first) return false;
  const isSpread = used.length >= 3 && used.length >= cells.length * 0.6 && used.some((cell) => cell.mergedFrom);
  return (isSpread && header !== undefined) || noteWords.test(first.text) || goesOn(first.text, context);
}

/** `2. …` under a note whose first item was `1. …`, unless it stands where the number of a record does and is one. */
function goesOn(text: string, { cells, header, needed, last }: RowContext): boolean {
  if (last !== 'note' || header === undefined || needed.length === 0) return false;
  return !couldBeRecord(cells, needed) && /^[（(]?\d{1,2}\s*[.、．)）]\s*\D/.test(text.trim());
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
