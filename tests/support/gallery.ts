import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumArguments } from './chromium.ts';
import { writtenPages } from './gallery/written-pages.ts';

/** Renders every sample page, photographs it wide, narrow, light and dark, and reports what axe finds. */
const [folder = 'gallery', only = ''] = process.argv.slice(2);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = writtenPages(folder, only === '' ? [] : only.split(',')).map(({ state, lang, address }) => ({
  name: `${state}.${lang}`,
  address,
}));

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [...chromiumArguments],
});
let violations = 0;
for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) violations += await photograph(browser, width, colorScheme);
}
await browser.close();
console.log(`${pages.length} pages, ${violations} violations`);
process.exitCode = violations === 0 ? 0 : 1;

async function photograph(chrome: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<number> {
  const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const tab = await context.newPage();
  let count = 0;
  for (const { name, address } of pages) {
    await tab.goto(address);
    await tab.screenshot({ path: join(folder, `${name}.${width}.${colorScheme}.png`), fullPage: true });
    const overflow = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (Number(overflow) > 0) {
      console.log(`${name} ${width}: ${overflow} px too wide`);
      count += 1;
    }
    await tab.evaluate(axeSource);
    const found = await tab.evaluate<string[]>(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary.replace(/\\s+/g, ' '))))`,
    );
    for (const violation of found) console.log(`${name} ${width} ${colorScheme}: ${violation}`);
    count += found.length;
  }
  await context.close();
  return count;
}
