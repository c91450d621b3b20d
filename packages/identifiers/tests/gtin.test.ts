import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGtin, completeGtin, explainGtin } from '../src/index.ts';

describe('trade item numbers, GB 12904', () => {
  it.each([
    ['690123456789', '6901234567892', 'GTIN-13'],
    ['697123456789', '6971234567895', 'GTIN-13'],
    ['01234567890', '012345678905', 'GTIN-12'],
    ['0614141', '06141417', 'GTIN-8'],
    ['1690123456789', '16901234567899', 'GTIN-14'],
  ])('%s is completed to %s, a %s', (body, code, kind) => {
    expect(completeGtin(body)).toEqual({ outcome: 'completed', code });
    expect(checkGtin(code)).toMatchObject({ outcome: 'valid', value: { kind } });
  });

  it('the same article compares equal whatever the length', () => {
    expect(keyOf('012345678905')).toBe(keyOf('0012345678905'));
  });

  it('spaces, hyphens and full-width digits of a package are read', () => {
    expect(checkGtin('６901234-567892')).toMatchObject({ outcome: 'valid', value: { code: '6901234567892' } });
  });

  it('a number for use inside a shop is warned of', () => {
    const code = completeGtin('210000000001');
    expect(code.outcome === 'completed' && checkGtin(code.code)).toMatchObject({ warnings: ['restricted-range'] });
  });

  it.each([
    ['', 0, 'empty'],
    ['69012345678', 11, 'length'],
    ['69012345678O2', 11, 'character'],
  ] as const)('%j is malformed at %i: %s', (text, position, why) => {
    expect(checkGtin(text)).toEqual({ outcome: 'malformed', position, why });
  });

  it('the prefix tells who numbers and the first digit of fourteen the package', () => {
    const sentences = explainGtin(checkGtin('16901234567899')).map((sentence) => sentence.en);
    expect(sentences[1]).toBe('First digit 1: a packaging level.');
    expect(sentences[2]).toContain('GS1 China');
    expect(explainGtin(checkGtin('6901234567893'))[0]?.zh).toBe('第13个字符是校验码，应为 2，写成了 3。');
  });

  it('every single wrong digit is found', () => {
    const digits = fc.constantFrom(...'0123456789');
    const body = fc
      .constantFrom(7, 11, 12, 13)
      .chain((length) => fc.string({ unit: digits, minLength: length, maxLength: length }));
    fc.assert(
      fc.property(body, fc.nat(13), digits, (given, place, wrong) => {
        const completion = completeGtin(given);
        if (completion.outcome !== 'completed') throw new Error('digits are always completed');
        const { code } = completion;
        expect(checkGtin(code).outcome).toBe('valid');
        const at = place % code.length;
        fc.pre(code[at] !== wrong);
        expect(checkGtin(code.slice(0, at) + wrong + code.slice(at + 1)).outcome).toBe('wrong-check');
      }),
      { numRuns: 5000 },
    );
  });

  it('an exchange of neighbours is found unless they differ by five, which modulo ten cannot tell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 }),
        fc.nat(11),
        (given, at) => {
          const completion = completeGtin(given);
          if (completion.outcome !== 'completed') throw new Error('digits are always completed');
          const { code } = completion;
          const difference = Math.abs(Number(code[at]) - Number(code[at + 1]));
          const exchanged = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
          expect(checkGtin(exchanged).outcome).toBe(difference === 0 || difference === 5 ? 'valid' : 'wrong-check');
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('no text makes an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        explainGtin(checkGtin(text));
        completeGtin(text);
      }),
      { numRuns: 2000 },
    );
  });
});

function keyOf(text: string): string | undefined {
  const answer = checkGtin(text);
  return answer.outcome === 'valid' ? answer.value.key : undefined;
}
