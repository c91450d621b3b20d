import { afterAll, expect, it } from 'vitest';
import { pageText } from '../../src/portal/layout.tsx';
import { stylesheet } from '../../src/portal/stylesheet.ts';
import { StandardPage } from '../../src/standards/pages/standard-page.tsx';
import { closeBrowser, visitor } from '../support/browser.ts';
import { fullStandard } from '../support/gallery/standard-samples.ts';
import { sampleFrame } from '../support/gallery/words.ts';

afterAll(closeBrowser);

it.each(['en', 'zh-Hans'] as const)(
  'a title of one word of 900 letters stays within a narrow screen, in %s',
  async (lang) => {
    const word = 'standards'.repeat(100);
    const full = fullStandard(lang);
    const titles = (['en', 'zh-Hans'] as const).map((of) => ({ lang: of, text: word, standing: 'official' as const }));
    const path = [...full.path, { label: { text: word, lang }, href: '/standards' }];
    const page = pageText(await StandardPage({ frame: sampleFrame(lang), standard: { ...full, titles, path } }));
    const reader = await visitor({ lang, width: 360, hasScript: true });
    await reader.page.setContent(page.replace('</head>', `<style>${stylesheet().text}</style></head>`));
    expect(await reader.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await reader.leave();
  },
);
