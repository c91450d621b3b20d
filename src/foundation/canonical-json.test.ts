import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalJsonToKeep, NotCanonical } from './canonical-json.ts';

describe('the canonical form of a statement', () => {
  it('sorts keys by UTF-16 code units (RFC 8785, section 3.2.3)', () => {
    const sample = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(sample)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('writes strings and literals as RFC 8785, section 3.2.4, does', () => {
    const sample = { string: '€$\u000F\nA\'B"\\\\"/', literals: [null, true, false] };
    expect(canonicalJson(sample)).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it('sorts keys that look like numbers as text', () => {
    expect(canonicalJson({ '10': 1, '9': 2, '1': 3, a: 4 })).toBe('{"1":3,"10":1,"9":2,"a":4}');
  });

  it('keeps a key named __proto__ or toJSON like any other', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1},"toJSON":2}'))).toBe(
      '{"__proto__":{"x":1},"b":1,"toJSON":2}',
    );
  });

  it('writes the integers of RFC 8785, appendix B, and zero without a sign', () => {
    expect(canonicalJson([-0, 0, 9007199254740991, -9007199254740991])).toBe(
      '[0,0,9007199254740991,-9007199254740991]',
    );
  });

  it.each([
    ['a fraction, which events write as a string', { a: [{ b: 4.5 }] }, '$.a[0].b'],
    ['a number beyond the safe integers', { a: 9007199254740992 }, '$.a'],
    ['not a number', [Number.NaN], '$[0]'],
    ['infinity', [Number.POSITIVE_INFINITY], '$[0]'],
    ['a missing value', { a: 1, b: undefined }, '$.b'],
    ['a hole in a list', new Array(1), '$[0]'],
    ['half of a surrogate pair', { a: '\uD83D' }, '$.a'],
    ['half of a surrogate pair in a key', { '\uDC00': 1 }, '$.\uDC00'],
    ['a date', { a: new Date(0) }, '$.a'],
    ['a map', new Map(), '$'],
    ['a function', { toJSON: () => 1 }, '$.toJSON'],
    ['a big integer', [1n], '$[0]'],
  ])('refuses %s and names its place', (_, value, path) => {
    expect(() => canonicalJson(value)).toThrow(new NotCanonical(path));
  });

  const statement = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger(),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value')),
      fc.dictionary(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '10', '9', '__proto__', 'toJSON', '\\ud')),
        tie('value'),
      ),
    ),
  })).value;

  it('says the same as the statement, and does not depend on the order in which it was written', () => {
    fc.assert(
      fc.property(statement, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('is the same where the text of a member was kept', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), statement), fc.nat(), (value, place) => {
        const text = canonicalJson(value);
        const members = Object.values(value).filter((member) => typeof member === 'object' && member !== null);
        const member = members[place % Math.max(members.length, 1)];
        if (member) canonicalJsonToKeep(member);
        expect(canonicalJson(value)).toBe(text);
      }),
    );
    const kept = { b: [1] };
    canonicalJsonToKeep(kept);
    expect(() => canonicalJson({ kept, a: 0.5 })).toThrow(new NotCanonical('$.a'));
  });

  it('agrees with a plain recursive writer', () => {
    fc.assert(
      fc.property(statement, (value) => {
        expect(canonicalJson(value)).toBe(plainly(value));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, content]) => [key, reversed(content)]),
  );
}

function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, content]) => `${JSON.stringify(key)}:${plainly(content)}`).join(',')}}`;
}
