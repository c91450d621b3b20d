import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { runsOf, stemmed, tokensOf } from './tokens.ts';

const words = (text: string): readonly string[] => tokensOf(text).map((token) => token.text);

describe('words of a text', () => {
  it('a Chinese run gives its pairs of characters and its last character alone', () => {
    expect(words('除颤器')).toEqual(['除颤', '颤器', '器']);
    expect(words('器')).toEqual(['器']);
  });
  it('every character of a Chinese text begins a word, so that one character finds it as a prefix', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'除颤器医用电气设备的安全要求'), { minLength: 1, maxLength: 12 }),
        (characters) => {
          const found = words(characters.join(''));
          expect(characters.every((character) => found.some((word) => word.startsWith(character)))).toBe(true);
        },
      ),
    );
  });
  it('Chinese and Latin pieces keep their places, so that neighbours stay neighbours', () => {
    expect(tokensOf('医用ECG设备').map((token) => [token.text, token.at])).toEqual([
      ['医用', 0],
      ['用', 1],
      ['ecg', 2],
      ['设备', 3],
      ['备', 4],
    ]);
  });
  it('a space between Chinese characters does not part them, another sign does', () => {
    expect(words('设备 安全')).toEqual(['设备', '备', '备安', '安全', '全']);
    expect(words('设备，安全')).toEqual(['设备', '备', '安全', '全']);
    expect(words('设备A 安全')).toEqual(['设备', '备', 'a', '安全', '全']);
  });
  it('traditional characters, full width and case do not matter', () => {
    expect(words('醫用電氣設備')).toEqual(words('医用电气设备'));
    expect(words('ＥＣＧ')).toEqual(words('ecg'));
    expect(words('Procédure')).toEqual(words('procedure'));
  });
  it('a plural is found by its singular', () => {
    expect(words('Medical devices')).toEqual(words('medical DEVICE'));
    expect(['batteries', 'boxes', 'gases', 'glass', 'apparatus', 'processes', 'pass', 'bus'].map(stemmed)).toEqual([
      'battery',
      'box',
      'gase',
      'glass',
      'apparatus',
      'process',
      'pass',
      'bus',
    ]);
  });
  it('characters outside the basic plane are whole characters', () => {
    expect(words('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
  });
  it('signs, control characters and emoji are no words', () => {
    expect(words('%\u0000\u202e😀 \' & | ! :* <-> \\ "')).toEqual([]);
  });
  it('a word holds only letters and digits, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });
  it('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
  it('places never overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const runs = runsOf(text);
        for (const [index, run] of runs.entries()) {
          const before = runs[index - 1];
          expect(run.at).toBe(before === undefined ? 0 : before.at + before.places);
        }
      }),
    );
  });
});
