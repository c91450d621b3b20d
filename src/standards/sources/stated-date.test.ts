import { describe, expect, test } from 'vitest';
import { cleanLine } from './clean-text.ts';
import { htmlText } from './html-text.ts';
import { statedDate } from './stated-date.ts';
import { holdsDay, implementationsOf } from './stated-implementations.ts';

describe('dates as sources write them', () => {
  test.each([
    ['2023-05-01', '2023-05-01'],
    ['2019-5-1', '2019-05-01'],
    ['2023.5.1', '2023-05-01'],
    ['2023年5月1日', '2023-05-01'],
    ['20230501', '2023-05-01'],
    ['２０２３．５．１', '2023-05-01'],
    ['2024-02-29', '2024-02-29'],
    ['2023-05-01T00:00:00Z', '2023-05-01'],
    ['2023年5月', '2023-05'],
    ['2023', '2023'],
  ])('%s is %s', (text, written) => {
    expect(statedDate(text)?.written).toBe(written);
  });

  test.each(['2023-02-29', '2023-13-01', '2023-00-01', '1.5.2023', '45047', 'soon', '', '自公告发布之日起'])(
    '%s is no date',
    (text) => {
      expect(statedDate(text)).toBeUndefined();
    },
  );

  test('a month lies between its first and last day', () => {
    expect(statedDate('2024-02')).toEqual({ written: '2024-02', first: '2024-02-01', last: '2024-02-29' });
  });
});

describe('implementation', () => {
  test('a scope may stand before or behind the day', () => {
    const scopes = (text: string) => implementationsOf(text)?.map(({ date, scope }) => `${date?.written} ${scope}`);
    expect(scopes('新产品：2024-01-01\n已批准产品：2025.7.1')).toEqual(['2024-01-01 新产品', '2025-07-01 已批准产品']);
    expect(scopes('2024年1月1日起（新产品）；2025年7月（已批准产品）')).toEqual([
      '2024-01-01 新产品',
      '2025-07 已批准产品',
    ]);
  });

  test.each([
    ['2024年1月1日（第5章2025年1月1日）', ['2024-01-01 -', '2025-01-01 第5章']],
    ['2024-01-01（其中第5章自2025-01-01起实施）', ['2024-01-01 -', '2025-01-01 第5章']],
    [
      '2024.1.1（第5、6章：2025.1.1；附录A、附录B2026年1月）',
      ['2024-01-01 -', '2025-01-01 第5、6章', '2026-01 附录A、附录B'],
    ],
    ['2024年1月1日（GB 9706.1-2020 的产品）', ['2024-01-01 GB 9706.1-2020 的产品']],
  ])('%s: a day for all and another for a part', (text, expected) => {
    const read = implementationsOf(text) ?? [];
    expect(read.map(({ date, scope }) => `${date?.written} ${scope ?? '-'}`)).toEqual(expected);
    expect(read.some(holdsDay)).toBe(false);
  });

  test('a scope whose day is not understood is kept, and can be told', () => {
    const read = implementationsOf('2024年1月1日（第5章过渡期至2025年1月1日止）') ?? [];
    expect(read.map(({ scope }) => scope)).toEqual(['第5章过渡期至2025年1月1日止']);
    expect(read.some(holdsDay)).toBe(true);
  });

  test('one part that is not understood makes the whole cell not understood', () => {
    expect(implementationsOf('2024-01-01；另行通知')).toBeUndefined();
  });
});

describe('hostile texts', () => {
  test('are read in linear time', () => {
    const started = performance.now();
    for (const part of [
      '<',
      '<a ',
      '<!--',
      '<script>',
      '&',
      '（',
      '自1',
      '2023-',
      '标\n',
      '；',
      '2024.1.1（',
      '第5章2025',
    ] as const) {
      const long = part.repeat(100_000);
      htmlText(`${long}<p>`);
      implementationsOf(long);
      statedDate(long);
      cleanLine(long);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('a smaller-than sign is not a tag, scripts and comments leave no text', () => {
    expect(htmlText('<p>5 < 7 &amp; 3 &gt; 2<!-- x --><script>alert(1)</script> &#60;b&#62;</p>')).toBe(
      '5 < 7 & 3 > 2 <b>',
    );
    expect(htmlText('pH < 7\nand more')).toBe('pH < 7\nand more');
  });
});
