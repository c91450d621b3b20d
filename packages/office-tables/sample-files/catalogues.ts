import { type FieldSpec, readTables, type Table, type Understanding } from '../src/index.ts';
import { aSheet, type SampleValue } from './workbooks.ts';

/** Fields of a catalogue of standards, and views of how one was understood. */
export const fields: readonly FieldSpec[] = [
  {
    field: 'number',
    names: ['标准编号', '标准号', '编号', '标准代号', 'standard number', 'standard no', 'reference'],
    required: true,
    looksLike: (text) => /^(?:GB|DB|T\/|Q\/|ISO|[A-Z]{2}\/T).*\d/.test(text),
  },
  { field: 'title', names: ['标准名称', '名称', '中文名称', 'title', 'standard title'], required: true },
  { field: 'titleEn', names: ['英文名称', '英文译名', 'english title'] },
  {
    field: 'publishedOn',
    names: ['发布日期', '发布时间', '批准日期', 'publication date', 'published'],
    looksLike: (text) => /^\d{4}[-.]\d/.test(text),
  },
  { field: 'implementedOn', names: ['实施日期', '实施时间', 'implementation date', 'effective date'] },
  { field: 'replaces', names: ['代替标准', '代替标准号', '被代替标准', 'replaces'] },
  { field: 'department', names: ['主管部门', '归口部门', 'department'] },
];

export function sheet(rows: readonly (readonly SampleValue[])[], merges: readonly string[] = []): Table {
  return firstTable(aSheet(rows, { merges }));
}

export function firstTable(bytes: Uint8Array): Table {
  const result = readTables(bytes);
  const table = result.ok ? result.tables[0] : undefined;
  if (!table) throw new Error(JSON.stringify(result));
  return table;
}

export function assigned({ columns }: Understanding): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.flatMap(({ letter, field }) => (field === undefined ? [] : [[letter, field]])));
}

export function numbers({ rows }: Understanding): readonly (string | undefined)[] {
  return rows.map(({ fields: found }) => found.get('number')?.text);
}

export function reasons({ skipped }: Understanding): readonly (readonly [number, string])[] {
  return skipped.map(({ row, why }) => [row, why]);
}
