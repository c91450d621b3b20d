import { expect, it } from 'vitest';
import { readListText } from './read-list.ts';

it('a misspelt number that stands beside right ones in a sentence is told, not passed over', () => {
  const { entries } = readListText(
    '同时执行 GB/T 45897.4-2025 和 GB/T 46660-2O25，并参照 SIO 5859:1991；见 ISO 9592-4:1992。',
  );
  expect(entries.map(({ text }) => text).sort()).toEqual([
    'GB/T 45897.4-2025',
    'GB/T 46660-2O25',
    'ISO 9592-4:1992',
    'SIO 5859:1991',
  ]);
});

it('a sentence of right numbers, quantities and dates gives only its numbers', () => {
  const { entries } = readListText(
    'GB/T 1.1-2020 自 2020-10-01 起实施，见 ISO 9001:2015 的 4.1 和 TC 10 的 2023-2025 计划。',
  );
  expect(entries.map(({ text }) => text)).toEqual(['GB/T 1.1-2020', 'ISO 9001:2015']);
});
