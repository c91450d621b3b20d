import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, completeCreditCode, explainCreditCode, organizationCheck } from '../src/index.ts';

describe('unified social credit code, GB 32100', () => {
  it.each([
    ['91350100M000100Y4', '91350100M000100Y43'],
    ['9144030071526726X', '9144030071526726XG'],
    ['91110000MA0000024', '91110000MA00000240'],
  ])('%s is completed to %s', (body, code) => {
    expect(completeCreditCode(body)).toEqual({ outcome: 'completed', code });
    expect(checkCreditCode(code).outcome).toBe('valid');
  });

  it('a remainder of zero gives the check character 0', () => {
    expect(checkCreditCode('91110000MA00000240').outcome).toBe('valid');
  });

  it('the inner check of GB 11714 is only a warning', () => {
    expect(checkCreditCode('91110000MA00000240')).toMatchObject({ warnings: ['inner-check'] });
    expect(checkCreditCode('91350100M000100Y43')).toMatchObject({ warnings: [] });
    expect(organizationCheck('M000100Y')).toBe('4');
    expect(organizationCheck('71526726')).toBe('X');
    expect(organizationCheck('MA000002')).toBe('3');
  });

  it('lower case, full-width characters and grouping spaces are read', () => {
    expect(checkCreditCode(' ９１350100 m000100y 43 ')).toMatchObject({
      outcome: 'valid',
      value: { code: '91350100M000100Y43' },
    });
  });

  it('the letter O is not repaired to 0, and its place in the given text is told', () => {
    expect(checkCreditCode('9135 O100M000100Y43')).toEqual({ outcome: 'malformed', position: 5, why: 'character' });
  });

  it.each([
    ['', 0, 'empty'],
    ['91350100M000100Y4', 17, 'length'],
    ['91350100M000100Y434', 18, 'length'],
    ['91A50100M000100Y43', 2, 'digits'],
  ] as const)('%j is malformed at %i: %s', (text, position, why) => {
    expect(checkCreditCode(text)).toEqual({ outcome: 'malformed', position, why });
  });

  it('an unknown class or region is a warning', () => {
    const body = completeCreditCode('96990000M000100Y4');
    expect(body.outcome === 'completed' && checkCreditCode(body.code)).toMatchObject({
      warnings: ['unknown-class', 'unknown-region'],
    });
  });

  it('each position is explained in both languages', () => {
    const sentences = explainCreditCode(
      checkCreditCode('51100000500000000W'.replace(/.$/, checkOf('51100000500000000'))),
    );
    expect(sentences.slice(0, 3)).toEqual([
      { zh: '第1位 5：由民政部门登记。', en: 'Position 1, 5: registered by the civil affairs authority.' },
      { zh: '第2位 1：社会团体。', en: 'Position 2, 1: social organization.' },
      {
        zh: '第3至8位 100000：登记管理部门所在地，国家级登记管理部门。',
        en: 'Positions 3 to 8, 100000: division of the authority, national level.',
      },
    ]);
  });

  it('the name of the division is taken from the caller when he knows it', () => {
    const sentences = explainCreditCode(checkCreditCode('91350100M000100Y43'), (code) =>
      code === '350100' ? { zh: '福州市', en: 'Fuzhou' } : undefined,
    );
    expect(sentences[2]?.en).toContain('Fuzhou');
  });

  it('a wrong check character is told with the right one', () => {
    const answer = checkCreditCode('91350100M000100Y44');
    expect(answer).toEqual({ outcome: 'wrong-check', position: 17, found: '4', expected: '3' });
    expect(explainCreditCode(answer)[0]?.en).toBe('Character 18 is the check character: it should be 3 but is 4.');
  });
});

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const anyBody = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''));

describe('errors of typing are found', () => {
  it('every completed code is valid', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(checkCreditCode(body + checkOf(body)).outcome).toBe('valid');
      }),
      { numRuns: 2000 },
    );
  });

  it('every single wrong character makes the code invalid', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(17), fc.constantFrom(...alphabet), (body, at, wrong) => {
        const code = body + checkOf(body);
        fc.pre(code[at] !== wrong);
        expect(checkCreditCode(code.slice(0, at) + wrong + code.slice(at + 1)).outcome).not.toBe('valid');
      }),
      { numRuns: 5000 },
    );
  });

  it('every exchange of two neighbours makes the code invalid', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(16), (body, at) => {
        const code = body + checkOf(body);
        const exchanged = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        fc.pre(exchanged !== code);
        expect(checkCreditCode(exchanged).outcome).not.toBe('valid');
      }),
      { numRuns: 5000 },
    );
  });

  it('no text makes an exception, and each answer is explained', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const sentence of explainCreditCode(checkCreditCode(text)))
          expect(sentence.zh + sentence.en).not.toMatch(/undefined/);
        completeCreditCode(text);
      }),
      { numRuns: 2000 },
    );
  });
});

function checkOf(body: string): string {
  const completion = completeCreditCode(body);
  return completion.outcome === 'completed' ? completion.code.slice(-1) : '?';
}
