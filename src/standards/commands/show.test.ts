import { beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { on } from '../../../tests/support/standards-register.ts';
import type { CommandCall, CommandLineCommand } from '../../foundation/part.ts';
import { drainIndexing } from '../../search/index.ts';
import { standardSearchSource } from '../search-source.ts';
import { suspendStandard } from '../suspend-standard.ts';
import { searchCommand } from './search.ts';
import { showCommand } from './show.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  house.turnTo('2026-06-01');
  await house.state('GB/T 100-2020', {
    titles: [{ lang: 'zh-Hans', text: '虚构', standing: 'official' }],
    implementations: [{ date: on('2020-07-01') }],
    relations: [
      { kind: 'replaces', target: 'GB/T 100-2010' },
      { kind: 'replaces', target: 'GB/T 99-2010', whole: false },
      { kind: 'adopts', target: 'ISO 100:2019', degree: 'MOD' },
    ],
  });
  await house.state('GB/T 200-2020', {
    implementations: [{ date: on('2020-07-01') }],
    withdrawnOn: on('2027-01-01'),
  });
  await house.state('GB/T 300-2020', {
    implementations: [{ date: { written: '2020-07', first: '2020-07-01', last: '2020-07-31' } }],
    withdrawnOn: { written: '2026', first: '2026-01-01', last: '2026-12-31' },
  });
  const suspension = { from: '2026-05-01', until: '2026-07-01', by: '虚构机关', reason: '虚构' };
  await house.act(suspendStandard, { standard: 'GB/T 100-2020', ...suspension });
  await drainIndexing({ ...house, sources: [standardSearchSource] });
});

async function printed(
  command: CommandLineCommand,
  args: readonly string[],
  lang: 'zh-Hans' | 'en',
  options: CommandCall['options'] = {},
): Promise<readonly string[]> {
  if (command.needs !== 'register') throw new Error('It needs a register.');
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const progress = () => ({ at: () => {}, end: () => {} });
  await command.run({ args, options }, { print, error: print, progress, lang, folder: '.' }, house);
  return lines;
}

it('a standard is shown in words of the language, with what limits its status and its relations', async () => {
  expect(await printed(showCommand, ['GB/T100'], 'en')).toEqual([
    'GB/T 100-2020',
    '  虚构',
    '  2026-06-01: In force since 2020-07-01 (Suspended)',
    '  replaces GB/T 100-2010',
    '  replaces in part GB/T 99-2010',
    '  adopts ISO 100:2019 MOD',
  ]);
  expect((await printed(showCommand, ['gb/t 100—2020'], 'zh-Hans', { 'as-of': '2026-08-01' })).slice(2)).toEqual([
    '  2026-08-01：现行，自 2020-07-01 起',
    '  代替 GB/T 100-2010',
    '  部分代替 GB/T 99-2010',
    '  采用 ISO 100:2019 MOD',
  ]);
});

it('what is found is listed with its status in words', async () => {
  expect(await printed(searchCommand, ['虚构'], 'zh-Hans')).toEqual([
    expect.stringMatching(/^GB\/T 100-2020 +现行 +虚构$/),
    '1 项标准。',
  ]);
  expect((await printed(searchCommand, ['虚构'], 'en'))[0]).toMatch(/^GB\/T 100-2020 +In force +虚构$/);
});

it('a standard that will end says from when until when', async () => {
  expect((await printed(showCommand, ['GB/T 200-2020'], 'en'))[1]).toBe(
    '  2026-06-01: In force since 2020-07-01, until 2027-01-01',
  );
  expect((await printed(showCommand, ['GB/T 200-2020'], 'zh-Hans'))[1]).toBe(
    '  2026-06-01：现行，自 2020-07-01 起，至 2027-01-01',
  );
});

it('a day of which only the month or year is known is shown as written', async () => {
  const line = async (asOf: string) => (await printed(showCommand, ['GB/T 300-2020'], 'en', { 'as-of': asOf }))[1];
  expect(await line('2025-01-01')).toBe('  2025-01-01: In force since 2020-07, until 2026');
  expect(await line('2026-06-01')).toBe(
    '  2026-06-01: cannot be told; Withdrawn from a day within 2026 that is not known',
  );
});

it('a number that is not there is followed by the nearest ones, in words of the language', async () => {
  const inEnglish = await printed(searchCommand, ['GB/T 101-2020'], 'en');
  expect(inEnglish.slice(0, 2)).toEqual(['0 standards.', 'Nearest numbers']);
  expect(await printed(searchCommand, ['GB/T 101-2020'], 'zh-Hans')).toEqual([
    '0 项标准。',
    '相近的标准号',
    expect.stringMatching(/^GB\/T 100-2020 +现行 +虚构$/),
  ]);
});

it('a status or tier that there is not is refused, and not sought', async () => {
  await expect(printed(searchCommand, ['100'], 'en', { tier: 'nonsense' })).rejects.toMatchObject({
    code: 'http.parameter-invalid',
    details: { name: 'tier', value: 'nonsense', expectedEn: expect.stringContaining('national, sectoral') },
  });
  await expect(printed(searchCommand, ['100'], 'en', { status: 'inForce,old' })).rejects.toMatchObject({
    details: { name: 'status', value: 'old' },
  });
});
