import { readTables, understandTable } from '@guiju/office-tables';
import { describe, expect, test } from 'vitest';
import { refusalMessage } from '../../foundation/refusal.ts';
import type { RecordReading } from './reading.ts';
import { sourceReadingTexts } from './refusals.ts';
import { readTemplateRow } from './standards-template.ts';
import { templateFields } from './template-fields.ts';

const context = {
  dateBase: 1900,
  sourceName: 'office-file',
  checks: {
    isKnown: (_list: string, code: string) => code !== '99.999',
    isCreditCode: (code: string) => code === '91350100M000100Y43',
  },
} as const;

const read = (cells: Readonly<Record<string, string>>): RecordReading =>
  readTemplateRow(
    { row: 5, fields: new Map(Object.entries(cells).map(([field, text]) => [field, { text, kind: 'text' }])) },
    context,
  );
const statement = (cells: Readonly<Record<string, string>>) => {
  const reading = read({ number: 'GB/T 42061-2022', titleZh: '名称', ...cells });
  return reading.outcome === 'read' ? reading.records[0]?.statement : undefined;
};
const doubts = (cells: Readonly<Record<string, string>>) => {
  const reading = read({ number: 'GB/T 42061-2022', titleZh: '名称', ...cells });
  return reading.outcome === 'read' ? reading.doubts.map(({ code }) => code) : [];
};

describe('the template', () => {
  test('its own example row is read without a problem', () => {
    const reading = read(Object.fromEntries(templateFields.map(({ field, example }) => [field, example])));
    expect(reading).toMatchObject({ outcome: 'read' });
  });

  test('no heading means two fields', () => {
    const names = templateFields.flatMap(({ names }) => names.map((name) => name.toLowerCase().replace(/\s/g, '')));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each([
    ['发布日', 'publishedOn'],
    ['实施日', 'implementedOn'],
    ['废止日', 'withdrawnOn'],
    ['ICS分类', 'ics'],
    ['CCS分类', 'ccs'],
  ])('%s heads the field %s', (heading, field) => {
    const csv = `标准编号,标准名称,${heading}\nGB/T 42061—2022,试验名称,-\n`;
    const file = readTables(new TextEncoder().encode(csv));
    const table = file.ok ? file.tables[0] : undefined;
    const column = table && understandTable(table, templateFields).columns[2];
    expect([column?.field, column?.confidence]).toEqual([field, 'certain']);
  });

  test('Chinese headings in any order are understood through the office tables', async () => {
    const csv = 'ICS分类号,标准名称,实施日期,标准编号\n11.040.01,试验名称,2023.5.1,GB/T 42061—2022\n';
    const file = await readTables(new TextEncoder().encode(csv));
    const table = file.ok ? file.tables[0] : undefined;
    const row = table && understandTable(table, templateFields).rows[0];
    const reading = row && readTemplateRow(row, context);
    expect(reading).toMatchObject({
      outcome: 'read',
      records: [
        {
          statement: {
            number: 'GB/T 42061—2022',
            ics: ['11.040.01'],
            implementations: [{ date: { written: '2023-05-01' } }],
          },
        },
      ],
    });
  });
});

describe('dates', () => {
  test('keep the precision they are written with', () => {
    expect(statement({ publishedOn: '2023年5月' })?.publishedOn).toEqual({
      written: '2023-05',
      first: '2023-05-01',
      last: '2023-05-31',
    });
    expect(statement({ publishedOn: '2023.5.1' })?.publishedOn?.written).toBe('2023-05-01');
  });

  test('a spreadsheet number is taken as a day, with a doubt', () => {
    expect(statement({ publishedOn: '45047' })?.publishedOn?.written).toBe('2023-05-01');
    expect(doubts({ publishedOn: '45047' })).toEqual(['standards.date-doubtful']);
  });

  test('several implementation dates keep their scopes', () => {
    const implementations = statement({
      implementedOn: '2024-01-01（新产品）；2025-01-01（已批准产品）',
    })?.implementations;
    expect(implementations?.map(({ date, scope }) => [date?.written, scope])).toEqual([
      ['2024-01-01', '新产品'],
      ['2025-01-01', '已批准产品'],
    ]);
  });

  test('a day inside a scope that is not understood is shown', () => {
    expect(doubts({ implementedOn: '2024年1月1日（第5章2025年1月1日）' })).toEqual([]);
    expect(doubts({ implementedOn: '2024年1月1日（第5章过渡期至2025年1月1日止）' })).toEqual([
      'standards.date-doubtful',
    ]);
  });

  test.each(['2024年三月', '二〇二四年三月', '二○二四年3月'])('%s keeps its month', (implementedOn) => {
    expect(statement({ publishedOn: implementedOn, implementedOn })).toMatchObject({
      publishedOn: { written: '2024-03' },
      implementations: [{ date: { written: '2024-03' } }],
    });
    expect(doubts({ implementedOn })).toEqual([]);
  });

  test('an implementation before the publication is kept and shown', () => {
    expect(doubts({ publishedOn: '2023-05-01', implementedOn: '2023-04-01' })).toEqual([
      'standards.implemented-before-published',
    ]);
  });

  test('a blank mark is no date', () => {
    expect(statement({ withdrawnOn: '—', publishedOn: '无' })).not.toHaveProperty('withdrawnOn');
  });
});

describe('relations', () => {
  test('several replaced numbers in a cell, whole and in part', () => {
    expect(
      statement({
        replaces:
          'GB 9706.1-2007、GB 9706.15-2008\n部分代替 YY/T 0708-2009；GB 50016-2014(2018年版)；GB/T 1-2000（第5章）',
      })?.relations,
    ).toEqual([
      { kind: 'replaces', target: 'GB 9706.1-2007' },
      { kind: 'replaces', target: 'GB 9706.15-2008' },
      { kind: 'replaces', target: 'YY/T 0708-2009', whole: false },
      { kind: 'replaces', target: 'GB 50016-2014(2018年版)' },
      { kind: 'replaces', target: 'GB/T 1-2000', whole: false, locality: '第5章' },
    ]);
  });

  test('a target that is no number is kept as written and shown', () => {
    expect(doubts({ replaces: '旧标准' })).toEqual(['standards.number-not-understood']);
  });
});

describe('organizations', () => {
  test('stand in printed order with role and credit code, names keep their own commas and brackets', () => {
    expect(
      statement({ organizations: '甲研究院（牵头）、乙（北京）有限公司[91350100M000100Y43]；C Co., Ltd.' })
        ?.organizations,
    ).toEqual([
      { name: '甲研究院', role: 'leading' },
      { name: '乙（北京）有限公司', role: 'takingPart', creditCode: '91350100M000100Y43' },
      { name: 'C Co., Ltd.', role: 'takingPart' },
    ]);
  });

  test('a leading one printed again in the list of all stands once', () => {
    const organizations = statement({ leadingOrganizations: '甲', organizations: '甲；乙' })?.organizations;
    expect(organizations?.map(({ name, role }) => `${name} ${role}`)).toEqual(['甲 leading', '乙 takingPart']);
  });

  test.each([
    '丁公司 91350100M000100Y43',
    '丁公司91350100m000100y43',
    '丁公司[91350100m000100y43]',
    '丁公司（统一社会信用代码：91350100M000100Y43）',
  ])('%s: the credit code is taken off the name', (organizations) => {
    expect(statement({ organizations })?.organizations).toEqual([
      { name: '丁公司', role: 'takingPart', creditCode: '91350100M000100Y43' },
    ]);
    expect(doubts({ organizations })).toEqual([]);
  });

  test('a word of eighteen letters is no credit code', () => {
    expect(statement({ organizations: 'A (TELECOMMUNICATIONS) Ltd.' })?.organizations).toEqual([
      { name: 'A (TELECOMMUNICATIONS) Ltd.', role: 'takingPart' },
    ]);
  });

  test('a credit code that fails its check is shown', () => {
    expect(doubts({ organizations: '甲[91350100M000100Y44]' })).toEqual(['standards.credit-code-wrong']);
    expect(doubts({ organizations: '甲 91350100m000100y44' })).toEqual(['standards.credit-code-wrong']);
  });
});

describe('rows that contradict themselves', () => {
  test('a relation of a standard to itself is left out and shown', () => {
    const cells = { number: 'Q/ABC 015-2023', replaces: 'Q／ABC 015—2023、Q/ABC 015-2018' };
    expect(doubts(cells)).toEqual(['standards.relation-to-itself']);
    expect(statement(cells)?.relations).toEqual([{ kind: 'replaces', target: 'Q/ABC 015-2018' }]);
  });

  test('a nature other than that of the number is kept and shown', () => {
    expect(doubts({ nature: '强制性' })).toEqual(['standards.field-against-number']);
    expect(statement({ nature: '强制性' })?.nature).toBe('mandatory');
    expect(doubts({ nature: '推荐性' })).toEqual([]);
    expect(doubts({ number: 'Q/ABC 1-2020', nature: '推荐性' })).toEqual([]);
  });

  test.each([
    ['DB11/T 77777-2024', '310000', ['standards.field-against-number']],
    ['DB4403/T 1-2019', '440100', ['standards.field-against-number']],
    ['DB11/T 77777-2024', '110000', []],
    ['DB11/T 77777-2024', '110105', []],
    ['DB4403/T 1-2019', '440000', []],
    ['DB4403/T 1-2019', '440300', []],
  ])('%s of the region %s: %j', (number, region, expected) => {
    expect(doubts({ number, region })).toEqual(expected);
  });

  test.each(['GB/T 1.1', 'Q/ABC 001', 'DB11/T 5', 'JB/T 7（所有部分）'])(
    '%s has no year and is no edition, unless it is being drafted',
    (number) => {
      expect(read({ number, titleZh: '名称' })).toMatchObject({
        outcome: 'refused',
        problems: [{ field: 'number', code: 'standards.number-without-year' }],
      });
      expect(read({ number, titleZh: '名称', status: '制定中' })).toMatchObject({ outcome: 'read' });
    },
  );

  test('documents of other countries and bodies may go without a year', () => {
    expect(read({ number: 'ISO/IEC Directives Part 1', titleZh: '名称' })).not.toMatchObject({
      problems: [{ code: 'standards.number-without-year' }],
    });
  });
});

describe('cells of numbers', () => {
  test.each(['Q/XYZ 1-2020\nQ/XYZ 2-2020', 'GB/T 1.1~1.3-2020', 'GB/T 1.1～GB/T 1.3-2020', 'GB/T 1.1、1.2-2020'])(
    '%j holds several',
    (number) => {
      expect(read({ number, titleZh: '名称' })).toMatchObject({
        outcome: 'refused',
        problems: [{ field: 'number', code: 'standards.number-several' }],
      });
    },
  );
});

describe('an implementation without a day of its own', () => {
  test.each(['即日起', '自发布之日起实施', '发布之日起施行'])('%s is the day of publication, and shown', (words) => {
    const cells = { publishedOn: '2020-01-02', implementedOn: words };
    expect(statement(cells)?.implementations).toMatchObject([{ date: { written: '2020-01-02' }, words }]);
    expect(doubts(cells)).toEqual(['standards.implemented-on-publication']);
    expect(read({ number: 'GB/T 1-2020', titleZh: '名称', implementedOn: words })).toMatchObject({
      problems: [{ code: 'standards.date-not-understood' }],
    });
  });
});

describe('broken rows', () => {
  test('everything wrong is told at once, in both languages, with what to do', () => {
    const titleEn = 'long '.repeat(4_000);
    const reading = read({ number: '见附件', titleEn, publishedOn: '2023-02-30', implementedOn: '明年' });
    const problems = reading.outcome === 'refused' ? reading.problems : [];
    expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual(
      expect.arrayContaining([
        [5, 'number', 'standards.number-not-understood'],
        [5, 'titleEn', 'standards.field-too-long'],
        [5, 'publishedOn', 'standards.date-impossible'],
        [5, 'implementedOn', 'standards.date-not-understood'],
      ]),
    );
    for (const problem of problems) {
      for (const lang of ['zh-Hans', 'en'] as const) {
        const { text, remedy } = refusalMessage(sourceReadingTexts, problem, lang);
        expect(text + remedy).not.toMatch(/[{}]/);
      }
    }
  });

  test('a number with words behind it is refused: the title has slipped into its column', () => {
    expect(read({ number: 'GB/T 42061-2022 医疗器械', titleZh: '名称' })).toMatchObject({ outcome: 'refused' });
  });

  test('an unknown classification or status word does not cost the row', () => {
    expect(doubts({ ics: '99.999', status: '待定' })).toEqual([
      'standards.status-not-understood',
      'standards.code-not-in-list',
    ]);
  });

  test('line breaks inside a Chinese title are the width of the column', () => {
    expect(statement({ titleZh: '医用电气\n设备 第1部分：\n安全' })?.titles[0]?.text).toBe(
      '医用电气设备 第1部分：安全',
    );
  });

  test('the key of an enterprise standard carries the enterprise', () => {
    const reading = read({ number: 'Q/ABC 001-2024', titleZh: '名称', organizations: '甲[91350100M000100Y43]' });
    expect(reading.outcome === 'read' && reading.records[0]?.source.key).toBe('91350100M000100Y43:Q/ABC 001-2024');
  });
});
