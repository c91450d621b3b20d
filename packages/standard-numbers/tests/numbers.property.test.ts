import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, naturalOrder, normalize, parse, render, type StandardNumber } from '../src/index.ts';
import { choicesFrom, generatedFields } from './generated-numbers.ts';

const perRun = 1000;

describe('reading and writing are inverse', () => {
  it('a million generated numbers are read back as they were written', () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const choices = choicesFrom(seed);
        for (let turn = 0; turn < perRun; turn++) {
          const number = identify(generatedFields(choices));
          const reading = parse(number.canonical);
          if (reading.outcome !== 'recognized' || reading.rest !== '')
            throw new Error(`${number.canonical} is read as ${reading.outcome}`);
          if (!isSame(reading.number, number)) expect(reading.number, number.canonical).toEqual(number);
          if (render(reading.number) !== number.canonical) expect(render(reading.number)).toBe(number.canonical);
          tried++;
        }
      }),
      { numRuns: 1000 },
    );
    expect(tried).toBe(1_000_000);
  }, 180_000);

  it('the printed form with its em dash is read as the same number', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const number = identify(generatedFields(choicesFrom(seed)));
        const reading = parse(number.typographic);
        expect(reading.outcome === 'recognized' && reading.number.key).toBe(number.key);
      }),
      { numRuns: 3000 },
    );
  });

  it('full-width characters, lower case and other dashes do not change the key', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(fullWidth, lowerCase, enDash, wideSpaces), (seed, spelling) => {
        const number = identify(generatedFields(choicesFrom(seed)));
        const reading = parse(spelling(number.canonical));
        expect(reading.outcome === 'recognized' ? reading.number.key : spelling(number.canonical)).toBe(number.key);
      }),
      { numRuns: 5000 },
    );
  });

  it('normalization is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
    );
  });

  it('the natural order is a total order', () => {
    const number = fc.integer().map((seed) => identify(generatedFields(choicesFrom(seed))));
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a))).toBe(0);
        if (naturalOrder(a, b) <= 0 && naturalOrder(b, c) <= 0) expect(naturalOrder(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Every field alike: the comparison of a million pairs by `toEqual` alone would take minutes. */
function isSame(a: StandardNumber, b: StandardNumber): boolean {
  for (const [name, value] of Object.entries(a)) {
    const other: unknown = Reflect.get(b, name);
    if (value !== other && JSON.stringify(value) !== JSON.stringify(other)) return false;
  }
  return true;
}

function fullWidth(text: string): string {
  return text
    .replace(/[!-}]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

function enDash(text: string): string {
  return text.replaceAll('-', '–');
}

function wideSpaces(text: string): string {
  return `  ${text.replaceAll(' ', '   ')} `;
}
