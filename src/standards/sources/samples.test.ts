import { readFileSync } from 'node:fs';
import { readTables, understandTable } from '@guiju/office-tables';
import { parse } from '@guiju/standard-numbers';
import { describe, expect, test } from 'vitest';
import { readRelatonYaml } from './relaton-yaml.ts';
import { readTemplateRow } from './standards-template.ts';
import { templateFields } from './template-fields.ts';

const sample = (name: string) => readFileSync(new URL(`../../../founding/samples/${name}`, import.meta.url));
const checks = { isKnown: () => true, isCreditCode: () => true };

/** The readings of every row of a sample, as an import makes them. */
async function readingsOf(name: string) {
  const file = await readTables(sample(name));
  const table = file.ok ? file.tables[0] : undefined;
  if (!table) throw new Error(`${name} is no table`);
  return understandTable(table, templateFields).rows.map((row) =>
    readTemplateRow(row, { dateBase: table.dateBase, sourceName: 'office-file', checks }),
  );
}

describe('the untidy table', () => {
  test.each(['association-standards.xlsx', 'association-standards.gb18030.csv'])(
    '%s gives 40 standards and tells what is wrong with five rows',
    async (name) => {
      const readings = await readingsOf(name);
      expect(readings.filter(({ outcome }) => outcome === 'read')).toHaveLength(40);
      const problems = readings.flatMap((reading) => (reading.outcome === 'refused' ? reading.problems : []));
      expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
        [17, 'number', 'standards.field-missing'],
        [26, 'titleZh', 'standards.field-missing'],
        [27, 'publishedOn', 'standards.date-impossible'],
        [41, 'implementedOn', 'standards.date-not-understood'],
        [49, 'number', 'standards.number-not-understood'],
      ]);
    },
  );

  test('says the same as a workbook and as CSV in GB18030', async () => {
    const [workbook, csv] = await Promise.all(
      ['association-standards.xlsx', 'association-standards.gb18030.csv'].map(readingsOf),
    );
    const statements = (readings: Awaited<ReturnType<typeof readingsOf>> | undefined) =>
      readings?.map((reading) => (reading.outcome === 'read' ? reading.records[0]?.statement : undefined));
    expect(statements(workbook)).toEqual(statements(csv));
  });

  test('every standard in it is marked as fictitious', async () => {
    for (const reading of await readingsOf('association-standards.jsonl')) {
      expect(reading.outcome === 'read' && reading.records[0]?.statement.titles[0]?.text).toContain('虚构示例');
    }
  });
});

test('the Relaton sample holds two records', () => {
  expect(readRelatonYaml(sample('relaton.yaml').toString('utf8')).map(({ outcome }) => outcome)).toEqual([
    'read',
    'read',
  ]);
});

test('the document holds 300 numbers, every one written right is understood as what was meant', async () => {
  const listed = sample('standards-in-a-document.csv')
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  expect(listed).toHaveLength(300);
  const file = await readTables(sample('standards-in-a-document.docx'));
  const text = file.ok
    ? [...file.paragraphs, ...file.tables.flatMap((table) => table.rows.flat().map((cell) => cell.text))].join('\n')
    : '';
  expect(listed.filter(([printed = '']) => !text.includes(printed))).toEqual([]);
  const keyOf = (number: string) => {
    const reading = parse(number);
    return reading.outcome === 'recognized' ? reading.number.key : reading.outcome;
  };
  const right = listed.filter(([, , fault]) => fault === '');
  expect(right).toHaveLength(270);
  expect(right.filter(([printed = '', meant = '']) => keyOf(printed) !== keyOf(meant))).toEqual([]);
  expect(listed.filter(([printed, meant, fault]) => fault !== '' && printed === meant)).toEqual([]);
});
