import { describe, expect, test } from 'vitest';
import { type Cell, explainDate, readUntidyDate } from './index.ts';

const cell = (text: string): Cell => ({ text, kind: text === '' ? 'empty' : 'text' });

describe('dates as offices write them', () => {
  test.each([
    ['2023-05-01', '2023-05-01'],
    ['2023-5-1', '2023-05-01'],
    ['2023.5.1', '2023-05-01'],
    ['2023.05.01。', '2023-05-01'],
    ['2023/5/1', '2023-05-01'],
    ['2023年5月1日', '2023-05-01'],
    ['2023 年 5 月 1 日', '2023-05-01'],
    ['2023年5月1号', '2023-05-01'],
    ['２０２３．５．１', '2023-05-01'],
    ['２０２３年５月１日', '2023-05-01'],
    ['2023—05—01', '2023-05-01'],
    ['2023－05－01', '2023-05-01'],
    ['2023。5。1', '2023-05-01'],
    ['20230501', '2023-05-01'],
    ['2023-05-01 00:00:00', '2023-05-01'],
    ['2023-05-01T08:30:00.000Z', '2023-05-01'],
    ['2023/5/1 8:30', '2023-05-01'],
    ['1 May 2023', '2023-05-01'],
    ['1st May, 2023', '2023-05-01'],
    ['May 1, 2023', '2023-05-01'],
    ['01-May-2023', '2023-05-01'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['5/5/2023', '2023-05-05'],
    ['二〇二三年五月一日', '2023-05-01'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['2023年五月一日', '2023-05-01'],
    ['二〇二三年5月1日', '2023-05-01'],
    ['一九九四年二十月', undefined],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, date) => {
    const read = readUntidyDate(cell(text));
    if (date === undefined) expect(read.ok).toBe(false);
    else expect(read).toEqual({ ok: true, date, precision: 'day' });
  });

  test.each([
    ['2023年5月', '2023-05', 'month'],
    ['2023.5', '2023-05', 'month'],
    ['2023/05', '2023-05', 'month'],
    ['2023-05', '2023-05', 'month'],
    ['202305', '2023-05', 'month'],
    ['05/2023', '2023-05', 'month'],
    ['May 2023', '2023-05', 'month'],
    ['二〇二三年五月', '2023-05', 'month'],
    ['2023', '2023', 'year'],
    ['2023年', '2023', 'year'],
  ])('%s stays as vague as it is', (text, date, precision) => {
    expect(readUntidyDate(cell(text))).toEqual({ ok: true, date, precision });
  });
});

describe('doubtful dates say why and give their readings', () => {
  test.each([
    ['01/02/2023', '2023-02-01', 'office-tables.date-order', ['2023-02-01', '2023-01-02']],
    ['3.4.2023', '2023-04-03', 'office-tables.date-order', ['2023-04-03', '2023-03-04']],
    ['23.5.1', '2023-05-01', 'office-tables.date-two-digit-year', ['2023-05-01', '1923-05-01']],
    ['94年5月', '1994-05', 'office-tables.date-two-digit-year', ['1994-05', '2094-05']],
    ['230501', '2023-05-01', 'office-tables.date-two-digit-year', undefined],
    ['201112', '2011-12', 'office-tables.date-order', ['2011-12', '2020-11-12']],
    ['45047', '2023-05-01', 'office-tables.date-spreadsheet-number', undefined],
    ['自2023年5月1日起实施', '2023-05-01', 'office-tables.date-among-words', undefined],
    ['2023-05-01实施', '2023-05-01', 'office-tables.date-among-words', undefined],
    ['1023-05-01', '1023-05-01', 'office-tables.date-improbable-year', undefined],
  ])('%s', (text, date, doubtful, readings) => {
    const read = readUntidyDate(cell(text));
    expect(read).toMatchObject({ ok: true, date, doubtful, ...(readings ? { readings } : {}) });
    const explained = explainDate(read);
    expect(explained?.zh.what).toContain(date);
    expect(explained?.en.remedy).toMatch(/\.$/);
  });
});

describe('what is no date is said to be none', () => {
  test.each([
    ['', 'office-tables.date-missing'],
    ['—', 'office-tables.date-missing'],
    ['/', 'office-tables.date-missing'],
    ['无', 'office-tables.date-missing'],
    ['N/A', 'office-tables.date-missing'],
    ['待定', 'office-tables.date-not-understood'],
    ['3.14', 'office-tables.date-not-understood'],
    ['GB 1-2020', 'office-tables.date-not-understood'],
    ['与GB 9706.1-2020同时实施', 'office-tables.date-not-understood'],
    ['见 GB/T 2023.5.1', 'office-tables.date-not-understood'],
    ['2023-02-30', 'office-tables.date-impossible'],
    ['2023.13.1', 'office-tables.date-impossible'],
    ['20231301', 'office-tables.date-impossible'],
    ['2023年5月1日、2024年6月1日', 'office-tables.date-several'],
    ['x'.repeat(5_000), 'office-tables.date-not-understood'],
  ])('%s', (text, code) => {
    const read = readUntidyDate(cell(text));
    expect(read).toMatchObject({ ok: false, code, text });
    expect(explainDate(read)?.zh.remedy).toMatch(/。$/);
  });
});

test('a number in a Macintosh workbook counts from 1904', () => {
  expect(readUntidyDate({ text: '43585', kind: 'number', number: 43585 }, 1904)).toMatchObject({ date: '2023-05-01' });
});

test('a date cell is taken as it is, and a formula is no date', () => {
  expect(readUntidyDate({ text: '2023-05', kind: 'date', number: 45047, iso: '2023-05' })).toEqual({
    ok: true,
    date: '2023-05',
    precision: 'month',
  });
  expect(readUntidyDate({ text: '', kind: 'formula' })).toMatchObject({ ok: false });
});
