import { beforeEach, describe, expect, test } from 'vitest';
import { emptyImportDesk, type ImportDesk, sampleFile } from '../../../tests/support/import-desk.ts';
import { isoRow, jsonLines, workbookOf } from '../../../tests/support/office-sheets.ts';
import { previewFile } from './import-file.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await emptyImportDesk();
});

const brokenRows = [
  [17, 'number', 'standards.field-missing'],
  [26, 'titleZh', 'standards.field-missing'],
  [27, 'publishedOn', 'standards.date-impossible'],
  [41, 'implementedOn', 'standards.date-not-understood'],
  [49, 'number', 'standards.number-not-understood'],
];

describe('the untidy file of an office', () => {
  test('a preview tells the doubts that the import tells', async () => {
    const path = desk.file(
      'list.xlsx',
      workbookOf({
        name: '目录',
        headings: ['标准编号', '标准名称', '内部编号', '发布日'],
        rows: [
          ['GB/T 1-2020', '虚构', 'A1', '45047'],
          ['合计', '1项', '', ''],
        ],
      }),
    );
    const preview = await previewFile(desk.deps, { format: 'standards', path });
    const report = await desk.take({ format: 'standards', path });
    expect(preview.doubts.map(({ code }) => code)).toEqual([
      'standards.columns-not-read',
      'standards.lines-not-read',
      'standards.date-doubtful',
    ]);
    expect(report.doubts).toEqual(preview.doubts);
  });

  test.each(['association-standards.xlsx', 'association-standards.gb18030.csv'])(
    '%s: 40 standards are entered, five rows rejected',
    async (name) => {
      const report = await desk.take({ format: 'standards', path: sampleFile(name) });
      expect(report).toMatchObject({ rows: 45, written: 40, unchanged: 0, rejected: 5, isRecordedAnswer: false });
      expect(
        report.rejects.flatMap(({ problems }) => problems.map(({ row, field, code }) => [row, field, code])),
      ).toEqual(brokenRows);
      expect(await desk.count('standard')).toBe(40);
      expect(report.rejects[2]?.original).toMatchObject({ publishedOn: expect.stringContaining('30') });
    },
  );

  test('the CSV of the same office changes nothing that its workbook had stated', async () => {
    await desk.take({ format: 'standards', path: sampleFile('association-standards.xlsx') });
    const again = await desk.take({ format: 'standards', path: sampleFile('association-standards.gb18030.csv') });
    expect(again).toMatchObject({ written: 0, unchanged: 40, rejected: 5, events: 0 });
  });

  test('as JSON Lines with a broken line, which is rejected by its number', async () => {
    const path = desk.file(
      'list.jsonl',
      '{"number":"GB/T 1-2020","titleZh":"虚构一"}\n{"number":"GB/T 2-2020",\n{"number":"GB/T 3-2020","titleZh":"虚构三"}\n',
    );
    const report = await desk.take({ format: 'standards', path });
    expect(report).toMatchObject({ written: 2, rejected: 1 });
    expect(report.rejects[0]).toMatchObject({ row: 2, problems: [{ code: 'standards.line-not-json' }] });
  });

  test.each(['standards', 'iso-open-data'] as const)(
    'a line nested a hundred thousand levels deep is rejected by its number (%s)',
    async (format) => {
      const path = desk.file(
        'deep.jsonl',
        `{"number":"GB/T 1-2020","titleZh":"虚构一"}\n{"number":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`,
      );
      const report = await desk.take({ format, path });
      const problems = [expect.objectContaining({ code: 'standards.line-not-json' })];
      expect(report.rejects).toContainEqual(expect.objectContaining({ row: 2, problems }));
    },
  );

  test('the JSON Lines sample is entered whole', async () => {
    expect(await desk.take({ format: 'standards', path: sampleFile('association-standards.jsonl') })).toMatchObject({
      written: 20,
      rejected: 0,
    });
  });

  test('a cell with a formula is not read, and the sender is told which', async () => {
    const path = desk.file('formula.csv', '标准编号,标准名称,发布日期\nGB/T 1-2020,虚构一,=TODAY()\n');
    const report = await desk.take({ format: 'standards', path });
    expect(report.written).toBe(1);
    expect(report.doubts).toContainEqual(expect.objectContaining({ code: 'standards.file-remark', row: 2 }));
    expect((await desk.held('GB/T 1-2020'))?.['publishedAs']).toBeNull();
  });

  test('adopted documents stand under 采标情况, and columns without a field are named', async () => {
    const path = desk.file(
      'columns.csv',
      '序号,标准编号,企业标准名称,采标情况,密级\n1,Q/ABC 4-2023,虚构一,ISO 9001:2015 (IDT),公开\n',
    );
    const report = await desk.take({ format: 'standards', path });
    expect(report.doubts).toMatchObject([{ code: 'standards.columns-not-read', details: { columns: '密级 (E)' } }]);
    expect(await desk.held('Q/ABC 4-2023')).toMatchObject({
      relations: [{ kind: 'adopts', target: 'ISO 9001:2015' }],
    });
  });

  test('lines taken for notes and totals are named', async () => {
    const lines = [
      '标准编号,标准名称',
      'GB/T 7-2020,虚构一',
      'GB/T 8-2020,虚构二',
      '合计,2',
      '注：数据截至2023年底',
      '制表：张三',
    ];
    const report = await desk.take({ format: 'standards', path: desk.file('notes.csv', lines.join('\n')) });
    expect(report.written).toBe(2);
    expect(report.doubts).toMatchObject([{ code: 'standards.lines-not-read', details: { lines: '4, 5, 6' } }]);
  });

  test('a problem names heading and letter of its column, in JSON Lines the member', async () => {
    const told = async (name: string, content: string) => {
      const { rejects } = await desk.take({ format: 'standards', path: desk.file(name, content) });
      return rejects.flatMap(({ problems }) => problems).map(({ column, details }) => [column, details?.['field']]);
    };
    const name = '企业标准名称 (B)';
    expect(await told('list.csv', `标准编号,企业标准名称\nGB/T 1-2020,\nGB/T 2-2020,${'长'.repeat(2_001)}\n`)).toEqual([
      [name, name],
      [name, name],
    ]);
    const missing = '标准名称 titleZh';
    expect(await told('bare.csv', '标准编号,发布日期\nGB/T 3-2020,2020\n')).toEqual([[missing, missing]]);
    expect(await told('list.jsonl', '{"number":"GB/T 4-2020","titleZh":""}\n')).toEqual([['titleZh', 'titleZh']]);
  });

  test('with several sheets every problem names its sheet, and a sheet without numbers is told to be unread', async () => {
    const headings = ['标准编号', '标准名称'];
    const path = desk.file(
      'two.xlsx',
      workbookOf(
        {
          name: '国家标准',
          headings,
          rows: [
            ['GB/T 1-2020', '虚构一'],
            ['见附件', '虚构'],
          ],
        },
        {
          name: '行业标准',
          headings,
          rows: [
            ['YY/T 1-2020', '虚构二'],
            ['YY/T 2-2020', ''],
          ],
        },
        { name: '说明', headings: ['事项'], rows: [['本文件为虚构示例']] },
      ),
    );
    const report = await desk.take({ format: 'standards', path });
    expect(
      report.rejects.map(({ sheet, row, problems }) => [sheet, row, problems[0]?.sheet, problems[0]?.field]),
    ).toEqual([
      ['国家标准', 3, '国家标准', 'number'],
      ['行业标准', 3, '行业标准', 'titleZh'],
    ]);
    expect(report.doubts).toContainEqual(expect.objectContaining({ code: 'standards.sheet-not-read', sheet: '说明' }));
  });
});

test('a Relaton file enters both its records', async () => {
  const report = await desk.take({ format: 'relaton', path: sampleFile('relaton.yaml') });
  expect(report).toMatchObject({ rows: 2, written: 2, rejected: 0 });
});

test('genuine rows of ISO Open Data are entered with their relations', async () => {
  const report = await desk.take({
    format: 'iso-open-data',
    path: new URL('../sources/fixtures/iso-open-data.jsonl', import.meta.url).pathname,
  });
  expect(report.rejected).toBe(0);
  expect(report.written).toBe(await desk.count('standard'));
});

describe('a file in the wrong form', () => {
  test.each([
    ['standards', 'no-such-file.xlsx', undefined, 'standards.file-not-readable'],
    ['iso-open-data', 'no-such-file.jsonl', undefined, 'standards.file-not-readable'],
    ['iso-open-data', 'no-such-file.jsonl.gz', undefined, 'standards.file-not-readable'],
    ['iso-open-data', 'not-packed.jsonl.gz', 'plain text', 'standards.file-not-readable'],
    ['iso-open-data', 'latin.jsonl', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), 'standards.file-not-utf8'],
    ['standards', 'words.csv', '甲,乙\n一,二\n', 'standards.no-number-column'],
    ['standards', 'empty.csv', '', 'standards.file-refused'],
  ] as const)('%s %s is refused and says why', async (format, name, content, code) => {
    const path = content === undefined ? `${desk.folder}/${name}` : desk.file(name, content);
    await expect(desk.take({ format, path })).rejects.toMatchObject({ code });
    expect(await desk.count('act')).toBe(0);
  });

  test('a source that the definitions do not describe is refused', async () => {
    const path = desk.file('rows.jsonl', jsonLines([isoRow(1)]));
    await expect(desk.take({ format: 'iso-open-data', path, source: 'hearsay' })).rejects.toMatchObject({
      code: 'standards.source-not-described',
    });
  });
});

describe('all or nothing', () => {
  test('writes nothing and tells everything, whether the reader or the register found it', async () => {
    await desk.take({ format: 'iso-open-data', path: desk.file('before.jsonl', jsonLines([isoRow(1), isoRow(2)])) });
    const events = await desk.count('event');
    const rows = [isoRow(3), isoRow(4, { currentStage: 1234 }), isoRow(2, { reference: 'ISO 1:2020' }), { id: 5 }];
    const report = await desk.take({
      format: 'iso-open-data',
      path: desk.file('all.jsonl', jsonLines(rows)),
      mode: 'all-or-nothing',
    });
    expect(report.act).toBeUndefined();
    expect(report).toMatchObject({ rows: 4, written: 0, rejected: 3 });
    expect(report.rejects.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([
      [2, 'standards.stage-unknown'],
      [3, 'standards.number-registered-otherwise'],
      [4, 'standards.field-missing'],
    ]);
    expect([await desk.count('event'), await desk.count('act')]).toEqual([events, 1]);
  });

  test('writes everything when every row is right', async () => {
    const path = desk.file('all.jsonl', jsonLines([isoRow(1), isoRow(2)]));
    expect(await desk.take({ format: 'iso-open-data', path, mode: 'all-or-nothing' })).toMatchObject({
      written: 2,
      rejected: 0,
    });
  });

  test('good rows are entered while the others are told', async () => {
    const path = desk.file('good.jsonl', `${jsonLines([isoRow(1)])}not json\n${jsonLines([isoRow(2)])}`);
    expect(await desk.take({ format: 'iso-open-data', path })).toMatchObject({ written: 2, rejected: 1, rows: 3 });
  });
});

test('progress is told with the number of rows known before', async () => {
  const told: (readonly [number, number])[] = [];
  const progress = (rows: number) => ({
    at: (done: number) => void told.push([done, rows]),
    end: () => void told.push([-1, rows]),
  });
  await desk.take({
    format: 'iso-open-data',
    path: desk.file('rows.jsonl', jsonLines([isoRow(1), isoRow(2)])),
    progress,
  });
  expect(told).toEqual([
    [2, 2],
    [-1, 2],
  ]);
});
