import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkListResult } from '../../../tests/support/gallery/service-samples.ts';
import { fullStandard, richStandard } from '../../../tests/support/gallery/standard-samples.ts';
import { sampleFrame } from '../../../tests/support/gallery/words.ts';
import { gallery } from '../../../tests/support/gallery-samples.tsx';
import { languages } from '../../portal/languages.ts';
import { pageText } from '../../portal/layout.tsx';
import { stylesheet } from '../../portal/stylesheet.ts';
import { CheckListResultPage } from './check-list-result-page.tsx';
import { StandardPage } from './standard-page.tsx';

const pages = languages.flatMap((lang) =>
  Object.entries(gallery(lang)).map(([name, page]) => ({ lang, name, html: pageText(page) })),
);

test.each(pages)('$name ($lang) has no inline style, script or handler', ({ html }) => {
  expect(html).not.toMatch(/<[^>]*\sstyle=/i);
  expect(html).not.toMatch(/<style|<script(?! type="application\/ld\+json")/i);
  expect(html).not.toMatch(/<[^>]*\son\w+=/i);
});

test.each(pages)('$name ($lang) is a whole page in its language', ({ html, lang }) => {
  expect(html).toMatch(new RegExp(`^<!DOCTYPE html>\\n<html lang="${lang}">`));
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toMatch(/<title>[^<]+ \| (?:Guiju|规矩)<\/title>/);
  expect(html).not.toMatch(/undefined|\[object|NaN|>null</);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)) {
    for (const part of (id ?? '').split(' ')) expect(ids).toContain(part);
  }
});

test.each(pages.filter(({ lang }) => lang === 'en'))(
  '$name in English marks every Chinese text as Chinese',
  ({ html }) => {
    expect(unmarkedChinese(html)).toEqual([]);
  },
);

test('a hostile record changes nothing of the page but its words', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const standard = {
    ...richStandard('en'),
    number: hostile,
    titles: [{ text: hostile, lang: 'zh-Hans', standing: 'official' as const }],
    scope: { text: hostile, lang: 'en' },
    drafters: [hostile],
    editionNote: hostile,
    sources: [{ name: { text: hostile, lang: 'en' }, href: 'javascript:alert(1)', licence: hostile }],
    jsonLd: { name: hostile },
  };
  const html = pageText(<StandardPage frame={sampleFrame('en')} standard={standard} />);
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<img');
  expect(html).not.toContain('javascript:');
});

test('a short number of a checked list stays whole as it was pasted, a long line may break', () => {
  const result = checkListResult('en');
  const [row] = result.rows;
  const pasted = (asPasted: string) =>
    pageText(
      <CheckListResultPage frame={sampleFrame('en')} result={{ ...result, rows: row ? [{ ...row, asPasted }] : [] }} />,
    );
  expect(pasted('GB/T 77701-2027')).toMatch(/<span class="num">(?:<[^>]+>)*GB\/T 77701-2027/);
  for (const line of ['GB/T 77701-2027 and whatever stands behind it', '一二三四五六七八九十 2027'])
    expect(pasted(line)).toContain('<span class="wrap">');
});

test('a standard page with its stylesheet stays under 50 KB', () => {
  for (const lang of languages) {
    for (const standard of [fullStandard(lang), richStandard(lang)]) {
      const html = pageText(<StandardPage frame={sampleFrame(lang)} standard={standard} />);
      expect(gzipSync(html).length + gzipSync(stylesheet().text).length).toBeLessThan(25_000);
    }
  }
});

/** Chinese text nodes that no ancestor marks with `lang`. */
function unmarkedChinese(html: string): readonly string[] {
  const stack: { readonly tag: string; readonly isChinese: boolean }[] = [];
  const unmarked: string[] = [];
  const body = html.slice(html.indexOf('<body'));
  for (const [, close, tag = '', attributes = '', text = ''] of body.matchAll(
    /<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi,
  )) {
    if (text !== '') {
      if (/[\u4e00-\u9fff]/.test(text) && !stack.at(-1)?.isChinese) unmarked.push(text);
    } else if (close === '/') stack.pop();
    else if (!attributes.endsWith('/')) {
      const lang = / lang="([^"]*)"/.exec(attributes)?.[1];
      stack.push({ tag, isChinese: lang === undefined ? (stack.at(-1)?.isChinese ?? false) : lang.startsWith('zh') });
    }
  }
  return unmarked;
}
