import { expect, test } from 'vitest';
import { holdsKey, keyFilter } from './key-filter.ts';

const keys = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => String(from + n));
const filterOf = (held: readonly string[]) => Buffer.from(keyFilter(held), 'base64');

test('every key of a file is found again, from one to many', () => {
  for (const count of [1, 8, 15_000]) {
    const filter = filterOf(keys(0, count));
    expect(keys(0, count).filter((key) => !holdsKey(filter, key))).toEqual([]);
  }
});

test('of the keys that the file did not hold, fewer than one in a hundred seem to be there', () => {
  const filter = filterOf(keys(0, 15_000));
  expect(filter.length).toBeLessThan(23_000);
  expect(keys(1_000_000, 20_000).filter((key) => holdsKey(filter, key)).length).toBeLessThan(200);
});
