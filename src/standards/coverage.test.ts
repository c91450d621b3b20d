import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../tests/support/public-desk.ts';
import { type Coverage, completenessWith, coverageNow } from './coverage.ts';
import { heldSentence } from './views/coverage.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});

async function held(tier: string, family: string): Promise<Coverage> {
  const found = (await coverageNow(house.database, house.definitions)).of({ tier, family });
  if (!found) throw new Error(`No part of the coverage holds ${tier} ${family}.`);
  return found;
}

const stateMany = (prefix: string, count: number) =>
  house.stateAll(Array.from({ length: count }, (_, index) => ({ number: `${prefix} ${index + 1}-2020` })));

describe('what the register says of its own completeness', () => {
  test('is that it holds nothing, while it holds nothing', async () => {
    const national = await held('national', 'GB');
    expect(national).toMatchObject({ records: 0, completeness: 'empty', sources: [], upTo: undefined });
    expect(heldSentence(national, 'en')).toBe('Holds none.');
    expect(heldSentence(national, 'zh-Hans')).toBe('没有收录。');
  });

  test('is what the definitions say of the founding data, as long as it holds as many', async () => {
    expect(heldSentence(await held('enterprise', 'Q/ABC'), 'en')).toMatch(/^Empty: enterprise standards/);
    await stateMany('T/ABC', 2);
    const associations = await held('association', 'T/ABC');
    expect(associations).toMatchObject({ records: 2, completeness: 'nearly-empty', isAsFounded: true });
    expect(heldSentence(associations, 'en')).toMatch(/^Nearly empty, two records/);
  });

  test('follows what is entered: how many, of how many, by whom and up to when', async () => {
    await stateMany('T/ABC', 3);
    const few = await held('association', 'T/ABC');
    expect(few).toMatchObject({ records: 3, completeness: 'nearly-empty', isAsFounded: false });
    expect(heldSentence(few, 'en')).toMatch(
      /^Holds 3; in all there were about 74,240 on 2023-12-31 \(.*\)\. The founding data: Nearly empty, two records/,
    );
    expect(few.sources).toEqual([{ name: expect.any(String), upTo: few.upTo }]);
    expect(few.upTo).toMatch(/^\d{4}-\d\d-\d\d$/);
    await stateMany('T/XYZ', 800);
    expect(await held('association', 'T/ABC')).toMatchObject({ records: 803, completeness: 'partial' });
  });

  test('stays what it was when a few are added to a sample or a part', async () => {
    const of = (completeness: string, records: number) => {
      const part = house.definitions.coverage.find((one) => one.completeness === completeness && one.records > 0);
      if (!part) throw new Error(`No part of the founding data is ${completeness}.`);
      return completenessWith(part, part.records + records);
    };
    expect(of('sample', 7)).toBe('sample');
    expect(of('sample', 39_000)).toBe('partial');
    expect(of('partial', 14)).toBe('partial');
    const empty = house.definitions.coverage.find((one) => one.tier === 'enterprise');
    expect(empty && completenessWith(empty, 50)).toBe('nearly-empty');
    expect(empty && completenessWith(empty, 0)).toBe('empty');
    expect(empty && completenessWith(empty, 500_000)).toBe('partial');
  });

  test('counts a standard once, however often it is stated', async () => {
    await house.state('YY/T 1-2020');
    await house.state('YY/T 1-2020', { titles: [{ lang: 'zh-Hans', text: '另一个题名', standing: 'official' }] });
    expect((await held('sectoral', 'YY')).records).toBe(1);
  });

  test('stands in a checked list, with what the register would know of a number that it does not hold', async () => {
    await stateMany('Q/ABC', 3);
    const body = JSON.stringify({ numbers: ['Q/ABC 9-2020'] });
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const answer = await house.app.request('/api/v1/check-list', { method: 'POST', body, headers });
    expect(await answer.text()).toContain('Enterprise standards: Holds 3; in all there were about 3,165,625');
  });
});
