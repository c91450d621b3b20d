import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';
import { chromiumArguments } from './chromium.ts';
import { contents, pictureFile } from './gallery/contents.ts';
import { type Look, looks, looksOf } from './gallery/looks.ts';
import { type WrittenPage, writtenPages } from './gallery/written-pages.ts';

/** Makes docs/gallery: a picture of every state whose page has changed since its last one, and the page that shows them. */
const folder = join(import.meta.dirname, '../../docs/gallery');
const quality = 36;
const made = join(folder, 'made-from.json');

mkdirSync(folder, { recursive: true });
const madeFrom = existsSync(made) ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(made, 'utf8'))) : {};
const workshop = mkdtempSync(join(tmpdir(), 'guiju-gallery-'));
const pages = writtenPages(workshop);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [...chromiumArguments],
});
let taken = 0;
for (const look of looks) taken += await photograph(browser, look);
await browser.close();
rmSync(workshop, { recursive: true });

const kept = Object.fromEntries(
  pages.flatMap((page) => looksOf(page.state).map((look) => [fileOf(page, look), page.hash])),
);
for (const file of readdirSync(folder)) if (file.endsWith('.webp') && !(file in kept)) rmSync(join(folder, file));
writeFileSync(made, `${JSON.stringify(kept, null, 2)}\n`);
writeFileSync(join(folder, 'README.md'), contents([...new Set(pages.map(({ state }) => state))]));
console.log(`${taken} pictures taken, ${Object.keys(kept).length} kept`);

/** Pictures in one look of the pages that were not photographed as they are now. */
async function photograph(chrome: Browser, look: Look): Promise<number> {
  const stale = pages.filter((page) => looksOf(page.state).includes(look) && !isCurrent(page, look));
  const context = await chrome.newContext({ viewport: { width: look.width, height: 900 } });
  const tab = await context.newPage();
  await tab.emulateMedia(look.media);
  for (const page of stale) {
    await tab.goto(page.address);
    // One session for each page: over a navigation it would lose the medium and photograph the screen.
    const session = await context.newCDPSession(tab);
    const whole = Number(await tab.evaluate('document.documentElement.scrollHeight'));
    const clip = { x: 0, y: 0, width: look.width, height: Math.min(whole, look.height), scale: look.scale };
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality,
      captureBeyondViewport: true,
      clip,
    });
    await session.detach();
    writeFileSync(join(folder, fileOf(page, look)), Buffer.from(data, 'base64'));
  }
  await context.close();
  return stale.length;
}

function isCurrent(page: WrittenPage, look: Look): boolean {
  const file = fileOf(page, look);
  return madeFrom[file] === page.hash && existsSync(join(folder, file));
}

function fileOf({ state, lang }: WrittenPage, look: Look): string {
  return pictureFile(state, lang, look.name);
}
