import { isDay, serialOfDay } from './calendar.ts';
import { columnLetter } from './cell-grid.ts';
import type { OutColumn, OutValue } from './out-table.ts';
import { cellStyle } from './xlsx-parts-xml.ts';
import { escapeXml } from './xml-escape.ts';

/** Each text once, however many cells show it. */
export interface SharedStrings {
  index(text: string): number;
  total(): number;
  items(): readonly string[];
}

export function startSharedStrings(): SharedStrings {
  const places = new Map<string, number>();
  const items: string[] = [];
  let total = 0;
  return {
    index(text) {
      total++;
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, items.length);
      return items.push(`<si><t xml:space="preserve">${escapeXml(text)}</t></si>`) - 1;
    },
    total: () => total,
    items: () => items,
  };
}

interface SheetContent {
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutValue[])[];
}

/** One sheet: header in row 1, frozen, bold, with filters (ISO/IEC 29500-1, 18.3). */
export function sheetXml({ columns, rows }: SheetContent, strings: SharedStrings): string {
  const letters = columns.map((_, index) => columnLetter(index + 1));
  const header = columns.map(({ title }, index) =>
    textCell(`${letters[index]}1`, title, { style: cellStyle.header, strings }),
  );
  const lines = rows.map((row, index) => rowXml(row, index + 2, { columns, letters, strings }));
  const widths = columns.map((column, index) => {
    const style =
      column.kind === 'date' ? cellStyle.date : column.kind === 'number' ? cellStyle.number : cellStyle.text;
    return `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" style="${style}" customWidth="1"/>`;
  });
  const range = `A1:${letters.at(-1) ?? 'A'}${rows.length + 1}`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<dimension ref="${range}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${header.join('')}</row>${lines.join('')}</sheetData>`,
    columns.length === 0 ? '' : `<autoFilter ref="${range}"/>`,
    '</worksheet>',
  ].join('');
}

interface RowContext {
  readonly columns: readonly OutColumn[];
  readonly letters: readonly string[];
  readonly strings: SharedStrings;
}

function rowXml(row: readonly OutValue[], number: number, { columns, letters, strings }: RowContext): string {
  const cells = columns.map((column, index) =>
    valueCell(`${letters[index]}${number}`, row[index], { column, strings }),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

function valueCell(
  place: string,
  value: OutValue,
  { column, strings }: { column: OutColumn; strings: SharedStrings },
): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value))
    return `<c r="${place}" s="${cellStyle.number}"><v>${value}</v></c>`;
  const text = String(value);
  const serial = column.kind === 'date' ? serialOfIso(text) : undefined;
  if (serial !== undefined) return `<c r="${place}" s="${cellStyle.date}"><v>${serial}</v></c>`;
  return textCell(place, text, { style: /^[=+\-@]/.test(text) ? cellStyle.quoted : cellStyle.text, strings });
}

/** A whole day becomes a real date; `2023-05` and `2023` stay texts, because a spreadsheet date would invent the day. */
function serialOfIso(text: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const day = { year: Number(year), month: Number(month), day: Number(date) };
  // Before March 1900 spreadsheet programs disagree on the day count.
  if (!isDay(day) || text < '1900-03-01') return undefined;
  return serialOfDay(day);
}

function textCell(place: string, text: string, { style, strings }: { style: number; strings: SharedStrings }): string {
  return `<c r="${place}" s="${style}" t="s"><v>${strings.index(fit(text))}</v></c>`;
}

/** A cell holds 32,767 characters; beyond that programs report the whole file as damaged. */
function fit(text: string): string {
  return text.length <= 32_767 ? text : `${text.slice(0, 32_766).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Chinese characters are two columns wide. */
function widthOf({ width, title, kind }: OutColumn): number {
  if (width !== undefined) return Math.min(255, Math.max(1, width));
  const titleWidth = [...title].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0) + 4;
  return Math.min(80, Math.max(kind === 'date' ? 12 : 10, titleWidth));
}
