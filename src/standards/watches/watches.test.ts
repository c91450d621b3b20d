import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { on } from '../../../tests/support/standards-register.ts';
import { postOf } from '../../notices/index.ts';
import { sendMessages } from '../../notices/send-messages.ts';
import { tellWatchers } from '../../notices/tell-watchers.ts';
import { drainIndexing } from '../../search/index.ts';
import { annulStandard } from '../annul-standard.ts';
import { houseOf } from '../routes/house.ts';
import { standardSearchSource } from '../search-source.ts';
import { withdrawStandard } from '../withdraw-standard.ts';
import { searchSubject } from './subjects.ts';
import { watchSources } from './watch-sources.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.state('GB 9706.1-2007', {
    publishedOn: on('2007-07-02'),
    implementations: [{ date: on('2008-07-01') }],
    titles: [{ lang: 'zh-Hans', text: '医用电气设备', standing: 'official' }],
  });
});

const page = { accept: 'text/html', 'accept-language': 'en' };
const browser = { ...page, 'sec-fetch-site': 'same-origin' };

const post = (
  path: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = browser,
) =>
  house.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
const get = async (path: string) => house.app.request(path, { headers: page });

/** Letters on file, each decoded, in the order in which they were made. */
function letters(): readonly string[] {
  const folder = join(house.settings.data, 'messages');
  return readdirSync(folder)
    .toSorted()
    .map((name) => decoded(readFileSync(join(folder, name), 'utf8')));
}

/** Quoted-printable and base64 (RFC 2045, 6.7 and 6.8). */
function decoded(letter: string): string {
  const end = letter.indexOf('\n\n');
  const [head, body] = [letter.slice(0, end), letter.slice(end + 2)];
  if (/^Content-Transfer-Encoding: base64/im.test(head))
    return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
}

const pathIn = (letter: string | undefined, kind: string): string =>
  new RegExp(`https://register\\.example(/watches/[^/]+/${kind}/[\\w-]+)`).exec(letter ?? '')?.[1] ?? '';

async function followed(path: string): Promise<string> {
  expect((await post(path, { email: 'reader@example.org' })).status).toBe(200);
  await house.afterAnswer.ended();
  const confirm = pathIn(letters()[0], 'confirm');
  expect((await post(confirm)).status).toBe(303);
  house.turnTo('2031-01-01');
  return pathIn(letters()[0], 'stop');
}

async function round(): Promise<string | undefined> {
  await house.sealer.sealNow();
  const { cursorKey } = houseOf(house, []);
  await tellWatchers(house, watchSources({ ...house, cursorKey }));
  const before = letters();
  await sendMessages(house, postOf(house));
  return letters().find((letter) => !before.includes(letter));
}

describe('following a standard', () => {
  const form = '/watches/new?standard=GB9706.1-2007';

  test('is asked on a form, confirmed by a button, and opening the links changes nothing', async () => {
    expect(await (await get(form)).text()).toContain('/standards/GB-9706.1-2007.atom');
    const asked = await post(form, { email: 'reader@example.org' });
    expect(await asked.text()).toContain('One step to go');
    await house.afterAnswer.ended();
    const [letter] = letters();
    const confirm = pathIn(letter, 'confirm');
    const shown = await (await get(confirm)).text();
    expect(shown).toContain(`action="${confirm}"`);
    expect(await (await get(confirm)).text()).toContain(`action="${confirm}"`);
    expect((await post(confirm)).headers.get('location')).toBe(confirm);
    expect(await (await get(confirm)).text()).toContain('Confirmed');
    const stop = pathIn(letter, 'stop');
    expect(await (await get(stop)).text()).toContain('Stop the messages?');
    // As mail programs do it on behalf of the reader (RFC 8058): no origin, no page.
    expect((await post(stop, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(303);
    expect(await (await get(stop)).text()).toContain('Stopped');
    expect((await get(confirm)).status).toBe(410);
  });

  test('says on its form that a second change of a day is told on the next', async () => {
    const form = async (lang: string) =>
      (
        await house.app.request(`/watches/new?standard=GB9706.1-2007&lang=${lang}`, {
          headers: { accept: 'text/html' },
        })
      ).text();
    expect(await form('en')).toContain('At most one message a day');
    expect(await form('zh-Hans')).toContain('当天已经发过的，次日一并告知');
  });

  test('is refused for what is no address, with the form as it was sent', async () => {
    const again = await post(form, { email: '"><script>' });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('answers alike whether or not the address is known', async () => {
    await followed(form);
    const [known, unknown] = [
      await post(form, { email: 'reader@example.org' }),
      await post(form, { email: 'nobody@example.org' }),
    ];
    expect((await known.text()).replaceAll('reader@', 'x@')).toBe((await unknown.text()).replaceAll('nobody@', 'x@'));
  });

  test('tells of a successor when it becomes known, and again on the day it takes over', async () => {
    await followed(form);
    expect(await round()).toBeUndefined();
    house.turnTo('2031-01-02');
    await house.state('GB 9706.1-2030', {
      publishedOn: on('2031-01-02'),
      implementations: [{ date: on('2031-06-01') }],
      relations: [{ kind: 'replaces', target: 'GB 9706.1-2007' }],
    });
    expect(await round()).toContain('Replaced by GB 9706.1-2030 from 2031-06-01 on.');
    house.turnTo('2031-05-31');
    expect(await round()).toBeUndefined();
    house.turnTo('2031-06-01');
    expect(await round()).toContain('since 2031-06-01');
    house.turnTo('2031-06-02');
    expect(await round()).toBeUndefined();
  });

  test('tells of a withdrawal and of an annulment', async () => {
    await followed(form);
    await round();
    house.turnTo('2031-01-02');
    await house.act(withdrawStandard, {
      standard: 'GB 9706.1-2007',
      withdrawnOn: '2031-01-01',
      by: '国家标准委',
      reason: '复审',
      instead: [],
    });
    expect(await round()).toContain('Withdrawn: 2031-01-01');
    house.turnTo('2031-01-03');
    await house.act(annulStandard, { standard: 'GB 9706.1-2007', reason: '误录', instead: [] });
    expect(await round()).toContain('annulled as entered in error');
  });

  test('is not possible for what is not registered', async () => {
    expect((await get('/watches/new?standard=GB+1-1901')).status).toBe(404);
    expect((await get('/watches/new')).status).toBe(400);
    expect((await get('/watches/none/confirm/none')).status).toBe(410);
  });
});

test('following a list tells what becomes registered, also new editions of a number without year', async () => {
  const list = await post('/check-list', { numbers: 'GB 9706.1\nYY/T 0740-2022' });
  await followed(`${list.headers.get('location') ?? ''}/watch`);
  await round();
  house.turnTo('2031-01-02');
  await house.stateAll([
    { number: 'YY/T 0740-2022', publishedOn: on('2022-05-18'), implementations: [{ date: on('2023-06-01') }] },
    { number: 'GB 9706.1-2030' },
    { number: 'GB 1-2030' },
  ]);
  const letter = (await round()) ?? '';
  expect(letter).toContain('2 standards changed');
  expect(letter).toContain('YY/T 0740-2022');
  expect(letter).toContain('GB 9706.1-2030');
  expect(letter).not.toContain('GB 1-2030');
});

test('following a search tells new results, in the language in which it was asked', async () => {
  const index = () => drainIndexing({ database: house.database, clock: house.clock, sources: [standardSearchSource] });
  await index();
  const asked = await post(
    `/watches/new?search=${encodeURIComponent('q=电气&tier=national&page=3')}`,
    { email: 'reader@example.org' },
    { ...browser, 'accept-language': 'zh-CN' },
  );
  expect(await asked.text()).toContain('检索');
  await house.afterAnswer.ended();
  expect((await post(pathIn(letters()[0], 'confirm'))).status).toBe(303);
  house.turnTo('2031-01-01');
  await round();
  house.turnTo('2031-01-02');
  await house.state('GB 9706.2-2030', {
    titles: [{ lang: 'zh-Hans', text: '电气设备 第2部分', standing: 'official' }],
  });
  await house.state('GB 1-2030', { titles: [{ lang: 'zh-Hans', text: '别的', standing: 'official' }] });
  await index();
  const letter = (await round()) ?? '';
  expect(letter).toContain('登记簿新收录');
  expect(letter).toContain('GB 9706.2-2030');
  expect(letter).not.toContain('GB 1-2030');
});

test('a search is the same whatever the order of its question and the page it was seen on', () => {
  expect(searchSubject('tier=national&q=除颤器&page=2&lang=en')?.key).toBe(
    searchSubject('q=除颤器&tier=national')?.key,
  );
  expect(searchSubject('page=2')).toBeUndefined();
  expect(searchSubject(`q=${'x'.repeat(2_000)}`)).toBeUndefined();
});
