import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remembered } from './house.ts';

let counted = 0;
beforeEach(() => {
  counted = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

test('an answer is counted once for all who ask meanwhile, and again when it is old', async () => {
  const ask = remembered(5, async () => ++counted);
  expect(await Promise.all([ask(''), ask(''), ask('')])).toEqual([1, 1, 1]);
  await pass(4);
  expect(await ask('')).toBe(1);
  await pass(2);
  expect(await ask('')).toBe(2);
});

test('what takes long is held longer; while it is counted anew readers get the answer before, and nobody counts twice', async () => {
  const ask = remembered(5, async () => {
    const n = ++counted;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return n;
  });
  const first = ask('');
  await pass(2);
  expect(await first).toBe(1);
  await pass(90);
  expect([await ask(''), counted]).toEqual([1, 1]);
  await pass(20);
  expect([await ask(''), await ask(''), counted]).toEqual([1, 1, 2]);
  await pass(2);
  expect(await ask('')).toBe(2);
  await pass(500);
  const tooOld = ask('');
  await pass(2);
  expect(await tooOld).toBe(3);
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
