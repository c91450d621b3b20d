import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyImportDesk, type ImportDesk } from '../../../tests/support/import-desk.ts';
import { isoRow, jsonLines } from '../../../tests/support/office-sheets.ts';
import { UsageError } from '../../foundation/command-line.ts';
import type { CommandCall } from '../../foundation/part.ts';
import { templateFields } from '../sources/template-fields.ts';
import { importCommand } from './import.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await emptyImportDesk();
});

interface Ran {
  readonly status: number;
  readonly text: string;
  readonly progress: readonly string[];
}

async function run(
  args: readonly string[],
  options: CommandCall['options'] = {},
  lang: 'zh-Hans' | 'en' = 'en',
): Promise<Ran> {
  const lines: string[] = [];
  const progress: string[] = [];
  const console = {
    lang,
    folder: desk.folder,
    print: (text: string) => void lines.push(text),
    error: (text: string) => void lines.push(text),
    progress: (label: string, total: number | undefined) => ({
      at: (done: number) => void progress.push(`${label} ${done}/${total}`),
      end: () => void progress.push('end'),
    }),
  };
  if (importCommand.needs !== 'register') throw new Error('An import needs a register.');
  const status = await importCommand.run({ args, options }, console, desk.deps);
  return { status, text: lines.join('\n'), progress };
}

describe('guiju import', () => {
  test('tells what it entered and rejected, with reason and remedy, shows how far it is, and ends with status 1', async () => {
    desk.copyOf('association-standards.xlsx');
    const { status, text, progress } = await run(['standards', 'association-standards.xlsx']);
    expect(status).toBe(1);
    expect(text).toMatch(/^40 written, 0 unchanged, 5 rejected, \d+ doubts\. Act [0-9a-f-]{36}\.$/m);
    expect(text).toContain(
      'row 49, 标准编号 (E): "见附件三" is not a standard number that is understood. Write it as on the cover',
    );
    expect(text).toContain(
      `Every rejected row, with reason and remedy: ${desk.folder}/association-standards.xlsx.rejects.jsonl`,
    );
    expect(progress).toEqual(['association-standards.xlsx 45/45', 'end']);
  });

  test('says the same in Chinese', async () => {
    desk.copyOf('association-standards.gb18030.csv');
    const { text } = await run(['standards', 'association-standards.gb18030.csv'], {}, 'zh-Hans');
    expect(text).toMatch(/^登入 40 行，未变 0 行，拒收 5 行，存疑 \d+ 处。行为编号 [0-9a-f-]{36}。$/m);
    expect(text).toContain('  第 49 行, 标准编号 (E)：“见附件三”不是可以识别的标准编号。按封面上的写法填写');
    expect(text).not.toMatch(/\{\w+\}/);
  });

  test('writes one line for each problem into the rejects file, in both languages and with the record', async () => {
    const path = desk.copyOf('association-standards.xlsx');
    await run(['standards', basename(path)]);
    const lines = readFileSync(`${path}.rejects.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(5);
    expect(lines[2]).toEqual({
      sheet: null,
      row: 27,
      field: 'publishedOn',
      column: expect.stringMatching(/^.*发布.* \([A-Z]\)$/),
      code: 'standards.date-impossible',
      understood: null,
      reason: {
        'zh-Hans': expect.stringMatching(/不是历法中存在的日期。$/),
        en: expect.stringMatching(/is not a day of the calendar\.$/),
      },
      remedy: { 'zh-Hans': '核对月份和日。', en: 'Check the month and the day.' },
      record: expect.objectContaining({ titleZh: expect.stringContaining('虚构') }),
    });
  });

  test('answers --json with the same members whatever happened', async () => {
    const path = desk.file('rows.jsonl', jsonLines([isoRow(1), isoRow(2, { currentStage: 1 })]));
    const first = await run(['iso-open-data', basename(path)], { json: true });
    const report = JSON.parse(first.text);
    expect(report).toMatchObject({
      rows: 2,
      written: 1,
      unchanged: 0,
      rejected: 1,
      events: 2,
      resolved: 0,
      isRecordedAnswer: false,
      doubts: [],
    });
    expect(report.rejects).toMatchObject([{ row: 2, field: 'currentStage', code: 'standards.stage-unknown' }]);
    const refused = JSON.parse(
      (await run(['iso-open-data', basename(path)], { json: true, 'all-or-nothing': true })).text,
    );
    expect(refused).toMatchObject({ actId: null, recordedAt: null, written: 0, rejected: 1 });
    expect(Object.keys(refused)).toEqual(Object.keys(report));
  });

  test('ends with status 0 and writes no rejects file when all rows are taken', async () => {
    const path = desk.file('rows.jsonl', jsonLines([isoRow(1)]));
    expect((await run(['iso-open-data', basename(path)])).status).toBe(0);
    expect(existsSync(`${path}.rejects.jsonl`)).toBe(false);
    expect((await run(['iso-open-data', basename(path)], {}, 'zh-Hans')).text).toMatch(
      /^登入 0 行，未变 1 行，拒收 0 行/,
    );
  });

  test('says that a repetition under the same key wrote nothing', async () => {
    const path = desk.file('rows.jsonl', jsonLines([isoRow(1)]));
    await run(['iso-open-data', basename(path)], { key: 'k', 'stated-on': '2026-01-01' });
    const { text } = await run(['iso-open-data', basename(path)], { key: 'k', 'stated-on': '2026-01-01' });
    expect(text).toMatch(
      /^This file was imported before under this key, at 2\d{3}-.*: 1 written, 0 unchanged, 0 rejected\. Nothing was written now\.$/,
    );
  });

  test.each([
    [['spreadsheet', 'x.xlsx'], {}],
    [['standards', 'x.xlsx'], { 'stated-on': '2026-02-30' }],
    [['relaton', 'x.yaml'], { template: true }],
  ])('%j %j is wrong usage', async (args, options) => {
    await expect(run(args, options)).rejects.toBeInstanceOf(UsageError);
  });
});

describe('guiju import --preview', () => {
  test('shows each column and what would be rejected, writes a review workbook and nothing else', async () => {
    const path = desk.copyOf('association-standards.xlsx');
    const { status, text } = await run(['standards', basename(path)], { preview: true });
    expect(status).toBe(1);
    expect(text).toMatch(/→ number +certain \(name\)/);
    expect(text).toMatch(/^45 rows, 5 would be rejected, \d+ doubts\. Nothing was written\.$/m);
    expect(existsSync(`${path}.review.xlsx`)).toBe(true);
    expect([await desk.count('act'), existsSync(`${path}.rejects.jsonl`)]).toEqual([0, false]);
  });

  test('has a stable JSON and is complete in Chinese', async () => {
    const path = desk.copyOf('association-standards.jsonl');
    const { text, status } = await run(['standards', basename(path)], { preview: true, json: true });
    expect(status).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      rows: 20,
      rejected: 0,
      sheets: [
        {
          isRead: true,
          rows: 20,
          columns: expect.arrayContaining([
            { letter: 'A', heading: 'number', field: 'number', confidence: 'certain', why: 'name' },
          ]),
        },
      ],
      reviewFile: `${path}.review.xlsx`,
    });
    expect((await run(['standards', basename(path)], { preview: true }, 'zh-Hans')).text).toContain('没有写入。');
  });

  test('of rows without columns makes no workbook', async () => {
    const path = desk.file('rows.jsonl', jsonLines([isoRow(1)]));
    const { text } = await run(['iso-open-data', basename(path)], { preview: true });
    expect([text, existsSync(`${path}.review.xlsx`)]).toEqual([
      '1 rows, 0 would be rejected, 0 doubts. Nothing was written.',
      false,
    ]);
  });
});

describe('guiju import --template', () => {
  test('the workbook filled in with its own examples is entered', async () => {
    expect((await run(['standards', 'template.xlsx'], { template: true })).status).toBe(0);
    expect((await run(['standards', 'template.xlsx'], { preview: true, json: true })).text).toContain(
      '"field": "filedOn"',
    );
    const example = Object.fromEntries(templateFields.map(({ field, example: value }) => [field, value]));
    const path = desk.file('example.jsonl', `${JSON.stringify(example)}\n`);
    const { sheets } = JSON.parse((await run(['standards', basename(path)], { preview: true, json: true })).text);
    const understood = sheets[0].columns.map((column: { heading: string; field: string }) => [
      column.heading,
      column.field,
    ]);
    expect(understood).toEqual(templateFields.map(({ field }) => [field, field]));
    expect((await run(['standards', basename(path)])).text).toMatch(/^1 written, 0 unchanged, 0 rejected/);
  });

  test('the page of the documentation is current', async () => {
    await run(['standards', 'template.md'], { template: true });
    const page = readFileSync(new URL('../../../docs/import-template.md', import.meta.url), 'utf8');
    expect(page).toBe(readFileSync(`${desk.folder}/template.md`, 'utf8'));
  });
});
