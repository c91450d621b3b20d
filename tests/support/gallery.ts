import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { languages } from '../../src/portal/languages.ts';
import { pageText } from '../../src/portal/layout.tsx';
import { logoFile } from '../../src/portal/logo.tsx';
import { stylesheet } from '../../src/portal/stylesheet.ts';
import { gallery } from './gallery-samples.tsx';

/** Renders every sample page, photographs it wide, narrow, light and dark, and reports what axe finds. */
const [folder = 'gallery', only = ''] = process.argv.slice(2);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'style.css'), stylesheet().text);
writeFileSync(join(folder, 'logo.svg'), logoFile);

const pages = languages.flatMap((lang) =>
  Object.entries(gallery(lang))
    .filter(([name]) => only === '' || only.split(',').includes(name))
    .map(([name, page]) => {
      const file = join(folder, `${name}.${lang}.html`);
      writeFileSync(file, pageText(page));
      return { name: `${name}.${lang}`, address: pathToFileURL(file).href };
    }),
);

const browser = await chromium.launch({
  executablePath: process.env['GUIJU_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
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
