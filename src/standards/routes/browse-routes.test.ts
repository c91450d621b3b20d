import { beforeAll, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';

let house: StandardsApp;

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB 9706.1-2020', {
    organizations: [
      { name: '上海市医疗器械检验研究院', role: 'leading' },
      { name: '某医疗器械公司', role: 'takingPart' },
    ],
    committee: 'SAC/TC 10',
    department: '国家药品监督管理局',
  });
  await house.state('GB/T 1.1-2020', {});
});

async function page(path: string): Promise<string> {
  return (await house.get(path, { accept: 'text/html', 'accept-language': 'en' })).text();
}

describe('a list of bodies', () => {
  test.each([
    ['organization', '1 standard of this register.'],
    ['department', '1 standard of this register.'],
    ['committee', '1 standard of this register.'],
  ])('by %s says how many standards it is a list of', async (by, total) => {
    expect(await page(`/browse/${by}`)).toContain(total);
  });

  test('leads from a department to its standards', async () => {
    const text = await page('/browse/department');
    const [, href = ''] = /href="(\/browse\/[^"]+)">(?:<[^>]+>)?国家药品监督管理局/.exec(text) ?? [];
    expect(await page(href)).toContain('GB 9706.1-2020');
  });
});
