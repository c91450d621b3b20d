import { readTables } from '@guiju/office-tables';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emptyStandardsApp, type StandardsApp } from '../../tests/support/standards-app.ts';
import { createApp } from '../app.tsx';
import type { Console } from '../foundation/part.ts';
import { part as rulebook } from './index.ts';

let app: ReturnType<typeof createApp>;
let house: StandardsApp;
beforeAll(async () => {
  house = await emptyStandardsApp();
  app = createApp(house.deps, [rulebook]);
});
const get = (path: string) => app.request(`http://localhost${path}`);
const textOf = async (path: string): Promise<string> => (await get(path)).text();

describe('the pages of the rulebook', () => {
  test('list every rule with what applies at the place, and tag what is unconfirmed', async () => {
    const page = await textOf('/rulebook?lang=en');
    expect(page).toContain('comment-period-voluntary');
    expect(page).toContain('not less than 60 days');
    expect(page).toContain('<span class="tag">unconfirmed</span>');
    expect(await textOf('/rulebook?lang=zh-Hans')).toContain('<span class="tag">待核实</span>');
  });

  test('show only unconfirmed values when asked', async () => {
    const page = await textOf('/rulebook?lang=en&show=unconfirmed');
    expect(page).toContain('id="comment-period-voluntary"');
    expect(page).not.toContain('id="complaint-acceptance"');
  });

  test('show a rule with every value, and which holds for whom', async () => {
    const page = await textOf('/rulebook/review-cycle-local?lang=en');
    expect(page).toContain('not more than 5 years');
    expect(page).toContain('not more than 3 years');
    expect(page).toContain('Shanghai Standardization Regulation (revised 2019), art. 23');
    const before = await textOf('/rulebook/review-cycle-local?lang=en&as-of=2019-09-30');
    expect(before).toContain('that of nation');
  });

  test('say that no holidays of a year are held', async () => {
    expect(await textOf('/calendar?year=2027&lang=en')).toContain('The holidays of 2027 are not announced');
    expect(await textOf('/calendar?year=2027&lang=zh-Hans')).toContain('没有2027年的放假通知');
    expect(await textOf('/calendar?year=2026&lang=en')).toContain('2026 has 248 working days');
  });

  test.each([
    ['/rulebook/no-such-rule', 404],
    ['/calendar?year=twenty', 404],
    ['/rulebook?as-of=2026-02-30', 400],
    ['/rulebook.csv?for=moon', 400],
  ])('%s is refused with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

const jsonAnswer = z.looseObject({
  rules: z.array(z.looseObject({ id: z.string(), values: z.array(z.unknown()), applies: z.unknown() })),
});

describe('the files of the rulebook', () => {
  test('JSON names what applies, with its jurisdiction', async () => {
    const answer = jsonAnswer.parse(await (await get('/rulebook.json?for=310000&lang=en')).json());
    expect(answer).toMatchObject({ asOf: '2026-06-30', jurisdiction: 'region:31' });
    const cycle = answer.rules.find(({ id }) => id === 'review-cycle-local');
    expect(cycle?.applies).toMatchObject({ jurisdiction: 'region:31', sentence: 'not more than 3 years' });
    expect(cycle?.values).toHaveLength(3);
  });

  test.each(['csv', 'xlsx'])('%s holds every value of every rule', async (kind) => {
    const answer = await get(`/rulebook.${kind}?lang=en`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const read = readTables(bytes, { name: `rulebook.${kind}` });
    const values = [...house.deps.definitions.rulebook.values()].flatMap((rule) => rule.values);
    expect('tables' in read && read.tables[0]?.rows).toHaveLength(values.length + 1);
  });
});

describe('guiju rulebook', () => {
  const run = async (
    args: readonly string[],
    options: Record<string, string | boolean>,
    lang: Console['lang'] = 'en',
  ) => {
    const lines: string[] = [];
    const console: Console = {
      print: (text) => lines.push(text),
      error: (text) => lines.push(text),
      progress: () => ({ at: () => undefined, end: () => undefined }),
      lang,
      folder: '/',
    };
    const [command] = rulebook.commands ?? [];
    if (command?.needs !== 'register') throw new Error('no command');
    expect(await command.run({ args, options }, console, house.deps)).toBe(0);
    return lines.join('\n');
  };

  test('tells the value of a region, its basis and whether it is confirmed', async () => {
    const told = await run(['review-cycle-local'], { region: '31' });
    expect(told).toContain('not more than 3 years');
    expect(told).toContain('Shanghai Standardization Regulation');
    expect(await run(['comment-period-voluntary'], {})).toContain('not less than 60 days (unconfirmed)');
    expect(await run(['comment-period-voluntary'], { 'as-of': '2020-01-01' })).toContain('no value on this day');
  });

  test('prints JSON', async () => {
    const told = JSON.parse(await run(['review-cycle-local'], { region: '31', 'as-of': '2019-09-30', json: true }));
    expect(told).toMatchObject({ asOf: '2019-09-30', rule: { applies: { jurisdiction: 'nation' } } });
  });

  test('refuses a rule that is not there', async () => {
    await expect(run(['no-such-rule'], {})).rejects.toThrow('rulebook.rule-unknown');
  });
});
