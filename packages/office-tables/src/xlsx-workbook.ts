import { builtInFormat, generalFormat, type NumberFormat, readFormatCode } from './number-formats.ts';
import { type OfficeParts, scanPart } from './office-parts.ts';
import { refuse } from './refused.ts';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly dateBase: 1900 | 1904;
}

/** The list of sheets and the day count of a workbook (ISO/IEC 29500-1, 18.2). */
export function readWorkbook(parts: OfficeParts): Workbook {
  const { limits } = parts.reading;
  const targets = new Map(parts.relations.map((relation) => [relation.id, relation]));
  const sheets: SheetEntry[] = [];
  let dateBase: 1900 | 1904 = 1900;
  scanPart(parts, parts.main, {
    open(name, attributes) {
      if (name === 'workbookPr') dateBase = isTrue(attributes().get('date1904')) ? 1904 : 1900;
      if (name !== 'sheet') return;
      const found = attributes();
      const relation = targets.get(found.get('id') ?? '');
      // Chart sheets and dialogs have no cells.
      if (relation?.type !== 'worksheet') return;
      const sheetName = parts.reading.clean(found.get('name') ?? '', { part: parts.main });
      sheets.push({ name: sheetName, part: relation.target, hidden: (found.get('state') ?? 'visible') !== 'visible' });
      if (sheets.length > limits.sheets) refuse('office-tables.too-many-sheets', {}, { limit: limits.sheets });
    },
    close() {},
    text() {},
  });
  return { sheets, dateBase };
}

/** Spreadsheet programs stop at 65,490 cell styles. */
const styleLimit = 100_000;

/** The number format of each cell style, by its index (ISO/IEC 29500-1, 18.8.10). */
export function readCellFormats(parts: OfficeParts): readonly NumberFormat[] {
  const part = parts.relations.find((relation) => relation.type === 'styles')?.target;
  if (part === undefined || !parts.archive.has(part)) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  scanPart(parts, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (codes.size + ids.length > styleLimit)
        refuse('office-tables.too-many-cells', { part }, { limit: styleLimit });
      else if (name === 'numFmt') codes.set(Number(attributes().get('numFmtId')), attributes().get('formatCode') ?? '');
      else if (name === 'xf' && inCellFormats) ids.push(Number(attributes().get('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  const read = new Map<number, NumberFormat>();
  for (const [id, code] of codes) read.set(id, readFormatCode(code));
  return ids.map((id) => read.get(id) ?? builtInFormat(id));
}

export function formatOf(formats: readonly NumberFormat[], style: string | undefined): NumberFormat {
  return (style === undefined ? undefined : formats[Number(style)]) ?? generalFormat;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
