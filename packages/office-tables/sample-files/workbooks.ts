import { anArchive } from './archives.ts';

export interface SampleSheet {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Values by row; a string beginning with `<c` is taken as it is, `<` alone never. */
  readonly rows?: readonly (readonly SampleValue[])[];
  readonly merges?: readonly string[];
  /** The whole `sheetData` element instead of `rows`. */
  readonly sheetData?: string;
  /** The whole part instead of everything else. */
  readonly part?: string;
  readonly before?: string;
}

export type SampleValue = string | number | boolean | null | SampleCell;

export interface SampleCell {
  readonly formula?: string;
  readonly value?: string | number;
  readonly style?: number;
  readonly type?: string;
}

export interface SampleWorkbook {
  readonly sheets: readonly SampleSheet[];
  readonly date1904?: true;
  /** Number format codes; cell style n uses the n-th, from 1. */
  readonly formats?: readonly (string | number)[];
  readonly strings?: string;
  /** Further or replaced parts. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook as an office might have saved it, part by part. */
export function aWorkbook(workbook: SampleWorkbook): Uint8Array {
  return anArchive(workbookParts(workbook));
}

export function aSheet(rows: readonly (readonly SampleValue[])[], more: Omit<SampleSheet, 'rows'> = {}): Uint8Array {
  return aWorkbook({ sheets: [{ rows, ...more }] });
}

export function workbookParts({ sheets, date1904, formats = [], strings, parts }: SampleWorkbook) {
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${links.join('')}<Relationship Id="s" Type="${relations}/styles" Target="styles.xml"/>${strings === undefined ? '' : `<Relationship Id="t" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>`}</Relationships>`,
    'xl/styles.xml': styles(formats),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet)])),
    ...parts,
  };
}

function styles(formats: readonly (string | number)[]): string {
  const codes = formats.map((format, index) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`,
  );
  const cells = formats.map((format, index) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + index}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

export function sheetPart({ rows = [], merges = [], sheetData, part, before = '' }: SampleSheet): string {
  if (part !== undefined) return part;
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column + 1)}${row + 1}`)).join('')}</row>`,
  );
  const ranges = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${before}${sheetData ?? `<sheetData>${lines.join('')}</sheetData>`}${ranges === '' ? '' : `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
}

function cellXml(value: SampleValue, place: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const formula = value.formula === undefined ? '' : `<f>${escaped(value.formula)}</f>`;
  const type = value.type ?? (typeof value.value === 'string' ? 'str' : 'n');
  const content = value.value === undefined ? '' : `<v>${escaped(String(value.value))}</v>`;
  return `<c r="${place}" t="${type}" s="${value.style ?? 0}">${formula}${content}</c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
