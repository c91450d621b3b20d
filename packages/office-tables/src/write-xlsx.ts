import { strToU8, zipSync } from 'fflate/browser';
import { columnLetter } from './cell-grid.ts';
import type { OutColumn, OutValue } from './out-table.ts';
import {
  contentTypes,
  coreProperties,
  packageRelations,
  stylesXml,
  workbookRelations,
  workbookXml,
} from './xlsx-parts-xml.ts';
import { type SharedStrings, sheetXml, startSharedStrings } from './xlsx-sheet-xml.ts';

export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutValue[])[];
}

/** A last sheet that says where the figures come from: pairs of heading and text. */
export interface OutNotes {
  readonly name: string;
  readonly lines: readonly (readonly [heading: string, text: string])[];
}

export interface OutWorkbook {
  readonly sheets: readonly OutSheet[];
  readonly notes?: OutNotes;
  readonly title?: string;
  readonly creator?: string;
  /** Instant of writing, as `2026-01-31T08:00:00Z`; the package knows no clock. */
  readonly writtenAt?: string;
}

/**
 * A workbook (ISO/IEC 29500-1). Text is typed as text and never calculated, dates and numbers are real ones, the header
 * is bold and stays in view, columns can be filtered. The same input gives the same bytes. A sheet of more rows than a
 * sheet can hold goes on in a further one.
 *
 * @example writeXlsx({ sheets: [{ name: '标准', columns: [{ title: '标准编号' }], rows: [['GB 1-2020']] }] })
 */
export function writeXlsx(workbook: OutWorkbook): Uint8Array {
  const sheets = namedSheets([...workbook.sheets.flatMap(inSheetSizes), ...notesSheet(workbook.notes)]);
  const strings = startSharedStrings();
  const parts: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetXml(sheet, strings));
  });
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(packageRelations),
    'docProps/core.xml': strToU8(coreProperties(workbook)),
    'xl/workbook.xml': strToU8(
      workbookXml(
        sheets.map(({ name, columns, rows }) => ({ name, filter: filterRange(name, columns.length, rows.length) })),
      ),
    ),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRelations(sheets.length)),
    'xl/styles.xml': strToU8(stylesXml),
    'xl/sharedStrings.xml': strToU8(sharedStringsXml(strings)),
    ...parts,
  };
  // Without an offset the time is local in every zone, so that the archive is the same everywhere.
  return zipSync(files, { level: 6, mtime: '1980-01-01T12:00:00' });
}

const rowsOfSheet = 1_048_575;

function inSheetSizes(sheet: OutSheet): readonly OutSheet[] {
  const count = Math.max(1, Math.ceil(sheet.rows.length / rowsOfSheet));
  return Array.from({ length: count }, (_, index) => ({
    ...sheet,
    rows: sheet.rows.slice(index * rowsOfSheet, (index + 1) * rowsOfSheet),
  }));
}

function notesSheet(notes: OutNotes | undefined): readonly OutSheet[] {
  if (!notes) return [];
  return [
    {
      name: notes.name,
      columns: [
        { title: notes.name, width: 24 },
        { title: '', width: 100 },
      ],
      rows: notes.lines,
    },
  ];
}

/** Names as spreadsheet programs allow them: 31 characters, no []:*?/\, no apostrophe at the ends, each one once. */
function namedSheets(sheets: readonly OutSheet[]): readonly OutSheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const plain =
      sheet.name
        .toWellFormed()
        .replace(/[[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff]/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, '') || '1';
    let name = cut(plain, 31);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const suffix = ` (${copy})`;
      name = cut(plain, 31 - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** At most so many UTF-16 units, without halving a character. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

function filterRange(name: string, columns: number, rows: number): string {
  return `'${name.replaceAll("'", "''")}'!$A$1:$${columnLetter(Math.max(1, columns))}$${rows + 1}`;
}

function sharedStringsXml({ total, items }: SharedStrings): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${total()}" uniqueCount="${items().length}">${items().join('')}</sst>`;
}
