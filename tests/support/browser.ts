import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumArguments } from './chromium.ts';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a path of the running server. */
  readonly visit: (path: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

let launched: Promise<Browser> | undefined;

/** A reader's browser on the running server: without JavaScript unless asked, wide or narrow, in a language. */
export async function visitor(
  wish: {
    readonly lang?: 'zh-Hans' | 'en';
    readonly width?: number;
    readonly hasScript?: true;
    readonly isDark?: true;
  } = {},
): Promise<Visitor> {
  launched ??= chromium.launch({
    executablePath: inject('chromium'),
    args: [...chromiumArguments],
  });
  const browser = await launched;
  const context = await browser.newContext({
    locale: wish.lang === 'zh-Hans' ? 'zh-CN' : 'en-GB',
    viewport: { width: wish.width ?? 1280, height: 900 },
    javaScriptEnabled: wish.hasScript === true,
    colorScheme: wish.isDark === true ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  return {
    page,
    context,
    visit: async (path) => {
      await page.goto(new URL(path, inject('address')).href);
    },
    leave: () => context.close(),
  };
}

/** What axe finds wrong on a page, rule and place. Needs a visitor with script; the page's own policy forbids none of it. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((result) =>
    result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')))`);
}

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}
