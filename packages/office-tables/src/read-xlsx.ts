import type { OfficeParts } from './office-parts.ts';
import type { Table } from './table.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readCellFormats, readWorkbook } from './xlsx-workbook.ts';

/** The sheets of a workbook that hold something, in the order of their tabs. */
export function readXlsx(parts: OfficeParts): readonly Table[] {
  const { reading } = parts;
  if (parts.archive.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')))
    reading.remark('office-tables.macros-ignored', {});
  const { sheets, dateBase } = readWorkbook(parts);
  const context = { reading, dateBase, formats: readCellFormats(parts), strings: readSharedStrings(parts) };
  return sheets.map((sheet) => readSheet(parts, sheet, context)).filter((table) => table.rows.length > 0);
}
