import { expect, it } from 'vitest';
import { arrivals } from './arrivals.ts';

it('what the start brings in is known while it comes in, and no more when it is in or has failed', async () => {
  const shown: string[] = [];
  const show = (label: string, total: number | undefined) => ({
    at: (done: number) => void shown.push(`${label} ${done}/${total}`),
    end: () => void shown.push(`${label} in`),
  });
  const coming = arrivals();
  expect(coming.now()).toBeUndefined();
  await coming.during(show, async (progress) => {
    // A start that finds everything in place opens no progress and tells nothing.
    expect(coming.now()).toBeUndefined();
    const bar = progress('standards', 40);
    expect(coming.now()).toEqual({ done: 0, total: 40 });
    bar.at(25);
    expect(coming.now()).toEqual({ done: 25, total: 40 });
    bar.end();
  });
  expect(coming.now()).toBeUndefined();
  expect(shown).toEqual(['standards 25/40', 'standards in']);
  const broken = coming.during(show, async (progress) => {
    progress('standards', 40);
    throw new Error('the file breaks off');
  });
  await expect(broken).rejects.toThrow('the file breaks off');
  expect(coming.now()).toBeUndefined();
});
