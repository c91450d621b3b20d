import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOfPeriod, isWorkingDay, type Jurisdiction, ruleOn } from '@guiju/procedure-language';
import { describe, expect, test } from 'vitest';
import { rulebookSchemas } from '../../tests/support/rulebook-schemas.ts';
import { readDefinitions } from '../foundation/definitions.ts';
import { jurisdictionsAt, readAsked } from './asked.ts';
import { yearView } from './calendar-view.ts';
import { placeName, valueSentence } from './sentences.ts';

const root = join(import.meta.dirname, '../..');
const definitions = readDefinitions(join(root, 'definitions'));
const { rulebook, calendar } = definitions;
const at = (id: string, day: string, place: Jurisdiction = 'nation') =>
  ruleOn(rulebook, id, { day, jurisdictions: jurisdictionsAt(place) });
const said = (id: string, lang: 'en' | 'zh-Hans', place: Jurisdiction = 'nation') => {
  const value = at(id, '2026-06-30', place);
  return value && valueSentence(lang, value, definitions);
};

describe('the rulebook', () => {
  test('has a national value for every rule, or says why there is none', () => {
    const without = [...rulebook.values()].filter(
      ({ values }) => !values.some(({ jurisdiction }) => jurisdiction === 'nation'),
    );
    expect(without.length).toBeGreaterThan(0);
    expect(without.filter(({ noNationalValue }) => noNationalValue === undefined)).toEqual([]);
    expect(rulebook.size).toBeGreaterThan(350);
  });

  test('names every rule once, under one subject', () => {
    const named = definitions.ruleSubjects.flatMap(({ rules }) => rules);
    expect(named.toSorted()).toEqual([...rulebook.keys()].toSorted());
  });

  test('reviews local standards after 5 years, in Shanghai after 3', () => {
    expect(at('review-cycle-local', '2026-06-30')?.content).toEqual({
      kind: 'period',
      period: { amount: 5, unit: 'years' },
    });
    const shanghai = at('review-cycle-local', '2026-06-30', 'region:31');
    expect(shanghai?.content).toEqual({ kind: 'period', period: { amount: 3, unit: 'years' } });
    expect(shanghai?.jurisdiction).toBe('region:31');
    expect(shanghai?.basis).toEqual([{ source: 'SHR', article: '23' }]);
    expect(at('review-cycle-local', '2019-09-30', 'region:31')?.jurisdiction).toBe('nation');
    expect(at('review-cycle-local', '2019-10-01', 'region:31')?.jurisdiction).toBe('region:31');
  });

  test('gives a city the rule of its province', () => {
    const { jurisdiction } = readAsked({ place: '370200' }, '2026-06-30');
    expect(at('floor-voluntary-local', '2026-06-30', jurisdiction)).toMatchObject({
      jurisdiction: 'region:37',
      content: { kind: 'switch', on: true },
    });
    expect(at('floor-voluntary-local', '2026-06-30')?.content).toEqual({ kind: 'switch', on: false });
  });

  test('says values in both languages', () => {
    expect(said('comment-period-voluntary', 'en')).toBe('not less than 60 days');
    expect(said('comment-period-voluntary', 'zh-Hans')).toBe('不少于60日');
    expect(said('complaint-acceptance', 'en')).toBe('not more than 7 working days');
    expect(said('complaint-acceptance', 'zh-Hans')).toBe('不超过7个工作日');
    expect(said('majority-tc-standard', 'en')).toBe(
      'At least 3/4 of those entitled must vote. At least 2/3 of the votes cast must be in favour. At most 1/4 of the votes cast may be against. A formal abstention is a vote cast.',
    );
    expect(said('majority-tc-other', 'zh-Hans')).toBe(
      '参加表决的不少于有表决权者的四分之三。赞成票超过所投票数的二分之一。正式弃权计入所投票数。',
    );
    expect(said('deadline-reminders', 'en')).toBe('recalled 60, 30 and 7 days before');
    expect(said('submission-set-patents', 'zh-Hans')).toBe('专利材料');
    expect(said('expert-group-minimum', 'zh-Hans')).toBe('不少于15人');
    expect(said('fast-procedure-c', 'en')).toBe('no');
    expect(placeName('en', 'region:31', { definitions, day: '2026-06-30' })).toContain('Shanghai');
    expect(placeName('zh-Hans', 'region:37', { definitions, day: '2026-06-30' })).toBe('山东省');
  });

  test('is described by the JSON Schemas of docs/schemas as they are', () => {
    // node --import tsx scripts/rulebook-schemas.mjs writes them.
    const folder = join(root, 'docs/schemas');
    for (const [name, text] of rulebookSchemas()) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([...rulebookSchemas().keys()]));
  });
});

describe('the calendar of China', () => {
  test.each([
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2020-02-03', true],
    ['2022-12-31', false],
    ['2024-02-09', true],
    ['2025-01-26', true],
    ['2025-10-08', false],
    ['2026-02-23', false],
    ['2026-02-28', true],
    ['2026-09-20', true],
    ['2026-10-07', false],
  ])('%s is worked: %s', (day, worked) => {
    expect(isWorkingDay(day, calendar)).toBe(worked);
  });

  test.each([
    [2019, 250],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    expect(yearView(calendar, year).working).toBe(days);
  });

  test('a comment period that ends in the National Day week ends after it', () => {
    expect(endOfPeriod('2026-08-03', { amount: 60, unit: 'days' }, calendar)).toEqual({
      day: '2026-10-08',
      countedTo: '2026-10-02',
      holidaysKnown: true,
    });
    expect(endOfPeriod('2026-12-01', { amount: 60, unit: 'days' }, calendar).holidaysKnown).toBe(false);
  });

  test('of a year without notice only the week is known', () => {
    const view = yearView(calendar, 2027);
    expect(view.notice).toBeUndefined();
    expect(view.free + view.worked).toBe(0);
  });
});

describe('a question about rules', () => {
  test.each([
    ['31', 'region:31'],
    ['310000', 'region:31'],
    ['region:3702', 'region:3702'],
    ['department:339', 'department:339'],
    ['', 'nation'],
  ])('%s asks for %s', (place, expected) => {
    expect(readAsked({ place }, '2026-06-30').jurisdiction).toBe(expected);
  });

  test.each([{ place: 'moon' }, { place: 'region:3' }, { place: 'department:31' }, { asOf: '2026-02-30' }])(
    '%j is refused',
    (words) => {
      expect(() => readAsked(words, '2026-06-30')).toThrow('http.parameter-invalid');
    },
  );

  test('a city is answered by itself first, then by its province', () => {
    const expected = ['region:3702', 'region:370200', 'region:37', 'region:370000'];
    expect(jurisdictionsAt('region:370200')).toEqual(expected);
    expect(jurisdictionsAt('region:3702')).toEqual(expected);
    expect(jurisdictionsAt('nation')).toEqual([]);
  });
});
