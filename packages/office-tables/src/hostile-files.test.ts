import { describe, expect, test } from 'vitest';
import { gb18030, utf8 } from '../sample-files/encodings.ts';
import { hostileArchives } from '../sample-files/hostile-archives.ts';
import { damagedUtf8, hostileContents } from '../sample-files/hostile-contents.ts';
import { aSheet } from '../sample-files/workbooks.ts';
import { explainTableProblem, readTables } from './index.ts';
import { problemTexts } from './problem-texts.ts';
import { refusalTexts } from './refusal-texts.ts';

const hostile = [...hostileArchives(), ...hostileContents()];

describe('hostile and broken files end in a refusal that says why', () => {
  test.each(hostile)('$what', ({ bytes, code, limits }) => {
    const result = readTables(bytes, limits ? { limits } : {});
    expect(result).toMatchObject({ ok: false, code });
    if (result.ok) return;
    const { zh, en } = explainTableProblem(result);
    for (const text of [zh.what, zh.remedy, en.what, en.remedy]) expect(text).not.toMatch(/[{}?]|undefined|^$/);
    expect(`${zh.what}${zh.remedy}`).toMatch(/[一-鿿]/);
  });

  test('every refusal is reached by one of these files', () => {
    expect(new Set(hostile.map(({ code }) => code))).toEqual(new Set(Object.keys(refusalTexts)));
  });

  test('a refusal names the place where it is known', () => {
    const result = readTables(utf8('a,b\nc,"d\ne,f\ng,h\n'));
    expect(result).toMatchObject({ place: { row: 2 } });
    if (!result.ok) expect(explainTableProblem(result).zh.what).toContain('第 2 行');
  });

  test('the place of a damaged byte is given', () => {
    expect(readTables(damagedUtf8())).toMatchObject({ place: { row: 2, offset: 30 } });
  });

  test('a GB 18030 list with a damaged byte in the middle, or cut off, is called damaged and its line named', () => {
    const list = gb18030('标准编号,标准名称\nGB 1-2020,虚构的标准名称\nGB 2-2020,另一个虚构的名称\n');
    const middle = list.with(list.indexOf(0x0a) + 12, 0xff);
    const place = { row: 2, offset: list.indexOf(0x0a) + 12 };
    expect(readTables(middle)).toMatchObject({ code: 'office-tables.encoding-broken', place });
    const cut = list.subarray(0, list.length - 2);
    expect(readTables(cut)).toMatchObject({ code: 'office-tables.encoding-broken', place: { row: 3 } });
  });

  test('a line of JSON nested a hundred thousand levels deep is left out and named', () => {
    const deep = utf8(`{"number":"GB 1-2020"}\n{"number":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`);
    const result = readTables(deep);
    expect(result.ok && result.problems).toMatchObject([{ code: 'office-tables.line-not-json', place: { row: 2 } }]);
  });
});

test('no more remarks are kept than allowed, and their number is told', () => {
  const result = readTables(aSheet(Array.from({ length: 50 }, () => [{ formula: 'A1' }])), {
    limits: { problems: 10 },
  });
  expect(result.ok && result.problems.length).toBe(11);
  expect(result.ok && result.problems.at(-1)).toEqual({
    code: 'office-tables.more-problems',
    place: {},
    details: { count: 40 },
  });
});

test('every remark has a text with remedy in both languages', () => {
  for (const [zhWhat, zhRemedy, enWhat, enRemedy] of Object.values(problemTexts)) {
    expect(zhWhat + zhRemedy).toMatch(/[一-鿿].*。/);
    expect(enWhat).toMatch(/^[A-Z{].*\.$/);
    expect(enRemedy).toMatch(/\.$/);
  }
});
