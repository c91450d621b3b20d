import { readTables, understandTable } from '@guiju/office-tables';
import { expect, test } from 'vitest';
import { readTemplateRow } from './standards-template.ts';
import { templateFields } from './template-fields.ts';

const checks = { isKnown: () => true, isCreditCode: (code: string) => code === '91350100M000100Y43' };

/** One line of JSON Lines, read as an import reads it. */
function reading(members: object) {
  const line = JSON.stringify({ number: 'GB/T 90001-2024', titleZh: '虚构', ...members });
  const file = readTables(new TextEncoder().encode(`${line}\n`), { name: 'list.jsonl' });
  const table = file.ok ? file.tables[0] : undefined;
  const row = table && understandTable(table, templateFields).rows[0];
  if (row === undefined) throw new Error('no row');
  return readTemplateRow(row, { dateBase: 1900, sourceName: 'office-file', checks });
}

function statement(members: object) {
  const read = reading(members);
  if (read.outcome === 'refused') throw new Error(JSON.stringify(read.problems));
  return { ...read.records[0]?.statement, doubts: read.doubts.map(({ code, field }) => `${code} ${field}`) };
}

test('organizations in the form in which the register gives them out', () => {
  const organizations = [
    { name: '甲研究院', role: 'leading', place: 1, creditCode: '91350100m000100y43', kind: null, region: '350100' },
    '乙厂（牵头）',
    { name: '丙、丁联合公司' },
  ];
  expect(statement({ organizations })).toMatchObject({
    organizations: [
      { name: '甲研究院', role: 'leading', creditCode: '91350100M000100Y43', region: '350100' },
      { name: '乙厂', role: 'leading' },
      { name: '丙、丁联合公司', role: 'takingPart' },
    ],
    doubts: [],
  });
});

test('relations with degree, part and locality', () => {
  const read = statement({
    replaces: [
      'GB/T 1-2009（第3章）',
      { kind: 'replaces', number: 'GB/T 2-2009', address: null, whole: false, locality: null, degree: null },
      { number: 'GB/T 3-2009', locality: '第5章' },
      { number: 'GB/T 4-2009', whole: true },
    ],
    adopts: [
      { number: 'ISO 1:2000', degree: 'IDT' },
      { number: 'ISO 2:2000', degree: '修改采用' },
    ],
    normativeReferences: [{ number: 'GB/T 191-2008' }],
  });
  expect(read).toMatchObject({
    relations: [
      { kind: 'replaces', target: 'GB/T 1-2009', whole: false, locality: '第3章' },
      { kind: 'replaces', target: 'GB/T 2-2009', whole: false },
      { kind: 'replaces', target: 'GB/T 3-2009', whole: false, locality: '第5章' },
      { kind: 'replaces', target: 'GB/T 4-2009' },
      { kind: 'adopts', target: 'ISO 1:2000', degree: 'IDT' },
      { kind: 'adopts', target: 'ISO 2:2000', degree: 'MOD' },
      { kind: 'normativeReference', target: 'GB/T 191-2008' },
    ],
    doubts: [],
  });
});

test('days with their scopes', () => {
  const implementedOn = [
    { date: { written: '2024-01-01', first: '2024-01-01', last: '2024-01-01' }, scope: '新产品' },
    { togetherWith: 'GB/T 5-2024' },
    '2025-01-01（已批准产品）',
  ];
  expect(statement({ implementedOn }).implementations).toMatchObject([
    { date: { written: '2024-01-01' }, scope: '新产品' },
    { togetherWith: 'GB/T 5-2024' },
    { date: { written: '2025-01-01' }, scope: '已批准产品' },
  ]);
});

test.each([
  [{ organizations: [{ title: '甲' }] }, 'organizations'],
  [{ organizations: [['甲']] }, 'organizations'],
  [{ organizations: [{ name: '甲', role: 'boss' }] }, 'organizations'],
  [{ replaces: [{ number: 'GB/T 2-2009', degre: 'IDT' }] }, 'replaces'],
  [{ replaces: [{ kind: 'adopts', number: 'GB/T 2-2009' }] }, 'replaces'],
  [{ adopts: [{ number: 'ISO 1:2000', degree: 'same' }] }, 'adopts'],
  [{ implementedOn: [{ on: '2024-01-01' }] }, 'implementedOn'],
  [{ drafters: [{ name: '张三' }] }, 'drafters'],
  [{ ics: [{ code: '01.120' }] }, 'ics'],
  [{ remarks: [null, { text: 'x' }] }, 'remarks'],
])('%j is told and not kept', (members, field) => {
  const read = statement(members);
  expect(read.doubts).toEqual([`standards.nested-value ${field}`]);
  expect(JSON.stringify({ ...read, doubts: [] })).not.toContain('{\\"');
});

test.each(['number', 'titleZh'])('objects in the place of %s cost the row', (field) => {
  expect(reading({ [field]: [{ value: 'x' }] })).toMatchObject({
    outcome: 'refused',
    problems: expect.arrayContaining([expect.objectContaining({ code: 'standards.nested-value', field })]),
  });
});
