import { beforeEach, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';
import { on } from '../../../tests/support/standards-register.ts';

let house: StandardsApp;
beforeEach(async () => {
  house = await emptyStandardsApp();
  await house.state('T/XQW 1-2020', {
    kind: 'standard',
    titles: [{ lang: 'zh-Hans', text: '新甲', standing: 'official' }],
    nature: 'voluntary',
    reported: { state: 'inForce', words: '现行' },
    implementations: [
      { date: on('2020-07-01'), scope: '新产品', words: '2020-07-01（新产品）' },
      { date: on('2022-07-01'), scope: '在产产品', words: '2022-07-01（在产产品）' },
    ],
    relations: [{ kind: 'replaces', target: 'T/XQW 1-2010', whole: false }],
    stage: 'iso 60.60',
  });
});

/** The history as its page says it. */
async function history(lang: string): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': lang };
  const page = await (await house.get('/standards/T-XQW-1-2020', headers)).text();
  const text = page.slice(page.indexOf('id="history"'), page.indexOf('id="proof"'));
  return text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

test('a history says values in words of the language, languages by name and each day once', async () => {
  const chinese = await history('zh-CN');
  for (const words of [
    '团体标准',
    '推荐性',
    '现行',
    '中文：新甲',
    '2020-07-01（新产品）；2022-07-01（在产产品）',
    'T/XQW 1-2010 （部分）',
  ])
    expect(chinese).toContain(words);
  for (const code of ['association', 'voluntary', 'inForce', 'zh-Hans', 'iso 60']) expect(chinese).not.toContain(code);
  const english = await history('en');
  for (const words of [
    'Association standard',
    'Voluntary',
    'In force',
    'Chinese: 新甲',
    '2020-07-01 (新产品); 2022-07-01 (在产产品)',
    'T/XQW 1-2010 in part',
  ])
    expect(english).toContain(words);
});
