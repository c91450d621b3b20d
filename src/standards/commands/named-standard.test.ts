import { beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { namedStandard } from './named-standard.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const maker = (creditCode: string) => ({
    organizations: [{ name: `虚构企业 ${creditCode}`, role: 'leading' as const, creditCode }],
  });
  await house.state('Q/ABC 004-2023', maker('91350100M000100Y43'));
  await house.state('Q/ABC 005-2023', maker('91350100M000100Y43'));
  await house.state('Q/ABC 005-2023', maker('92361100MA35TJNN0T'));
  await house.state('GB/T 42061-2022');
  await house.state('GB 9706.1-2007');
  await house.state('GB 9706.1-2020');
});

const named = (text: string) => namedStandard(house.database, text, { day: '2026-06-30' });

describe('a registrar names a standard', () => {
  test.each([
    ['Q/ABC 004-2023', 'Q-ABC-004-2023'],
    ['q/abc 004—2023', 'Q-ABC-004-2023'],
    ['Q-ABC-004-2023', 'Q-ABC-004-2023'],
    ['gbt42061-2022', 'GB-T-42061-2022'],
    ['GB 9706.1-2020', 'GB-9706.1-2020'],
  ])('%s by its number in any spelling, of any tier, or by its address', async (text, address) => {
    expect(await named(text)).toBe(address);
  });

  test('with its edition, even where there is one', async () => {
    await expect(named('gb/t 42061')).rejects.toMatchObject({ code: 'standards.edition-not-named' });
    await expect(named('GB 9706.1')).rejects.toMatchObject({ code: 'standards.several-bear-number' });
  });

  test('and among several enterprises that bear one number, by address', async () => {
    await expect(named('Q/ABC 005-2023')).rejects.toMatchObject({ code: 'standards.several-bear-number' });
  });

  test('what is not held stays as it was written, for the act to refuse', async () => {
    expect(await named('GB 1-1999')).toBe('GB 1-1999');
  });
});
