import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandWords, spreadOf, wordsFrom } from './bands.ts';

describe('words of bands', () => {
  it('are met from a prominence on, and nowhere below it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 127 }), fc.integer({ min: -10, max: 2_000 }), (eighth, prominence) => {
        const asked = new Set(wordsFrom(8 * eighth));
        const met = bandWords(prominence).filter((word) => asked.has(word));
        expect(met).toHaveLength(prominence >= 8 * eighth || eighth === 0 ? 1 : 0);
      }),
    );
  });

  it('are few for any beginning', () => {
    for (let from = 0; from < 1_024; from += 8) expect(wordsFrom(from).length).toBeLessThanOrEqual(14);
  });
});

describe('the spread of entries', () => {
  const spread = spreadOf(
    new Map([
      [900, 10],
      [700, 90],
      [310, 400],
      [300, 500],
    ]),
  );

  it.each([
    [0.005, 896],
    [0.01, 896],
    [0.011, 696],
    [0.1, 696],
  ])('the most prominent share of %d begins at %d', (share, threshold) => {
    expect(spread.thresholdFor(share)).toBe(threshold);
  });

  it('has no band where it would hold most entries', () => {
    expect(spread.thresholdFor(0.2)).toBeUndefined();
    expect(spreadOf(new Map()).thresholdFor(0.1)).toBeUndefined();
  });
});
