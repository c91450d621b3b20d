import { beforeEach, expect, test, vi } from 'vitest';
import { remembered } from './house.ts';

let counted = 0;
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
beforeEach(() => {
  counted = 0;
});

test('an answer is counted once for all who ask meanwhile, and again when it is old', async () => {
  const ask = remembered(0.05, async () => ++counted);
  expect(await Promise.all([ask(''), ask(''), ask('')])).toEqual([1, 1, 1]);
  await later(150);
  expect(await ask('')).toBe(2);
});

test('whoever comes while it is counted anew still gets the answer before, and nobody counts twice', async () => {
  let release = (): void => {};
  const ask = remembered(0.2, async () => {
    const n = ++counted;
    if (n === 2) await new Promise<void>((resolve) => (release = resolve));
    return n;
  });
  expect(await ask('')).toBe(1);
  await later(250);
  expect([await ask(''), await ask(''), counted]).toEqual([1, 1, 2]);
  release();
  await vi.waitFor(async () => expect(await ask('')).toBe(2));
});

test('a failure is told and not kept', async () => {
  const ask = remembered(60, async () => {
    counted++;
    if (counted === 1) throw new Error('no answer');
    return counted;
  });
  await expect(ask('')).rejects.toThrow('no answer');
  expect(await ask('')).toBe(2);
});
