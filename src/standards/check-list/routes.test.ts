import { createHash } from 'node:crypto';
import { readTables } from '@guiju/office-tables';
import { beforeEach, describe, expect, test } from 'vitest';
import { hostileArchives } from '../../../packages/office-tables/sample-files/hostile-archives.ts';
import { aSheet } from '../../../packages/office-tables/sample-files/workbooks.ts';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { on } from '../../../tests/support/standards-register.ts';
import { canonicalJson } from '../../foundation/canonical-json.ts';
import { addDays } from '../../foundation/clock.ts';
import { claimedCheckpoint } from '../../foundation/seals/checkpoint.ts';
import { treeWalk } from '../../foundation/seals/multiproof.ts';
import { sql } from '../../foundation/sql.ts';
import { takeAllowance } from '../../notices/index.ts';
import { annulStandard } from '../annul-standard.ts';
import { withdrawStandard } from '../withdraw-standard.ts';
import type { AnswerProof } from './answer-proof.ts';
import { forgetLists } from './kept-lists.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  house.turnTo('2026-06-30');
  await house.state('GB 9706.1-2007', {
    publishedOn: on('2007-07-02'),
    implementations: [{ date: on('2008-07-01') }],
    titles: [{ lang: 'zh-Hans', text: '=HYPERLINK("https://x.example")', standing: 'official' }],
  });
  await house.state('GB 9706.1-2020', {
    publishedOn: on('2020-04-09'),
    implementations: [{ date: on('2023-05-01') }],
    relations: [{ kind: 'replaces', target: 'GB 9706.1-2007' }],
  });
});

const page = { accept: 'text/html', 'accept-language': 'en' };

async function send(
  fields: Readonly<Record<string, string | File>>,
  headers: Readonly<Record<string, string>> = page,
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return house.app.request('/check-list', { method: 'POST', body, headers });
}

async function kept(
  numbers = 'GB9706.1—2007\nGB 9706.1-2020\nYY/T 0740-2022\nGBB 1-2020',
  asOf = '2022-01-01',
): Promise<string> {
  const answer = await send({ numbers, 'as-of': asOf });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

/** What a reader sees of a page. */
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

const text = async (path: string, headers = page) => (await house.app.request(path, { headers })).text();

describe('a pasted list', () => {
  test('says of words that they are no number, and not that they look like one', async () => {
    const shown = await text(await kept('GB 9706.1-2020\n没有编号\nGB 9706.1-2007'));
    expect(shown).toContain('There is no standard number here.');
    expect(shown).not.toContain('It looks like a standard number');
  });

  test('is answered on a page of its own that cannot be guessed and is not indexed', async () => {
    const path = await kept();
    expect(path).toMatch(/^\/check-list\/[\w-]{24}$/);
    const answer = await house.app.request(path, { headers: page });
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const shown = await answer.text();
    expect(shown).toContain('replaced by');
    expect(shown).toContain('YY/T 0740-2022');
    expect(shown).toContain('so it cannot know this one');
    expect(shown).toContain('GBB');
    expect(await text(path, { ...page, 'accept-language': 'zh-CN' })).toContain('代替');
  });

  test('shows only the rows of one standing when asked, and all on one page for printing', async () => {
    const path = await kept();
    expect(await text(`${path}?only=superseded`)).not.toContain('YY/T 0740-2022');
    expect(await text(`${path}/print`)).toContain('YY/T 0740-2022');
  });

  test('tells how many lines hold no number, and offers the number that a letter stands in', async () => {
    const path = await kept('第一条 质量\n按 GB 9706.1-2020 供货，见 GB 9706.1-2OO7。\n交货期一个月。\n共三台。');
    expect(await text(path)).toContain('3 further lines, paragraphs or rows of the list hold no number');
    expect(JSON.parse(await text(`${path}.json`))).toMatchObject({ withoutNumber: 3 });
    const misspelt = await kept('GB 97O6.1-2020');
    expect(await text(misspelt)).toContain('Registered and near: <span class="num">GB 9706.1-2020</span>');
    expect(await text(misspelt, { ...page, 'accept-language': 'zh-CN' })).toContain('已登记的相近编号：<span');
  });

  test('says of an edition replaced in part that it is, with the part, on the page and in print', async () => {
    await house.state('GB/T 741-2001', { implementations: [{ date: on('2001-07-01') }] });
    await house.state('GB/T 742-2001', { implementations: [{ date: on('2001-07-01') }] });
    await house.state('GB/T 740-2021', {
      implementations: [{ date: on('2021-07-01') }],
      relations: [
        { kind: 'replaces', target: 'GB/T 741-2001', whole: false },
        { kind: 'replaces', target: 'GB/T 742-2001', whole: false, locality: '第 5 章' },
      ],
    });
    const path = await kept('GB/T 741-2001\nGB/T 742-2001');
    for (const address of [path, `${path}/print`]) {
      const english = plain(await text(address));
      expect(english).toContain('replaced in part by GB/T 740-2021 from 1 July 2021');
      expect(english).toContain('from 1 July 2021 (第 5 章)');
      const chinese = plain(await text(address, { ...page, 'accept-language': 'zh-CN' }));
      expect(chinese).toContain('由 GB/T 740-2021 部分代替');
      expect(chinese).toContain('（第 5 章）');
    }
  });

  test('says of what was withdrawn or annulled since when, by whom and what to use instead', async () => {
    const act = { reason: '已无必要', instead: ['GB 9706.1-2020'] };
    await house.state('GB/T 5-2012', { publishedOn: on('2012-01-02') });
    await house.act(withdrawStandard, { standard: 'GB/T 5-2012', withdrawnOn: '2026-03-01', by: '国家标准委', ...act });
    await house.state('GB/T 6-2012');
    await house.act(annulStandard, { standard: 'GB/T 6-2012', ...act });
    const path = await kept('GB/T 5-2012\nGB/T 6-2012');
    const shown = plain(await text(path));
    expect(shown).toContain('Withdrawn with effect from 1 March 2026. Done by 国家标准委. Reason: 已无必要.');
    expect(shown).toContain('Entered by mistake; annulled on');
    expect(shown.match(/Use GB 9706\.1-2020 instead\./g)).toHaveLength(2);
    const answer = await house.app.request(`${path}.xlsx`, { headers: page });
    const read = readTables(new Uint8Array(await answer.arrayBuffer()));
    if (!read.ok) throw new Error(read.code);
    const [heads, ...rows] = (read.tables[0]?.rows ?? []).map((cells) => cells.map((cell) => cell.text));
    const under = (row: number, head: string) => rows[row]?.[heads?.indexOf(head) ?? -1];
    expect([under(0, 'Use instead'), under(1, 'Use instead')]).toEqual(['GB 9706.1-2020', 'GB 9706.1-2020']);
    expect(under(0, 'Since')).toBe('2026-03-01');
    expect(under(0, 'Remark')).toBe('Done by 国家标准委. Reason: 已无必要.');
    const proof: AnswerProof = JSON.parse(await text(`${path}/proof.json`));
    expect(proof.leaves.map(({ number }) => number).toSorted()).toEqual(['GB/T 5-2012', 'GB/T 6-2012']);
  });

  test('gives a workbook in which no text is calculated', async () => {
    const answer = await house.app.request(`${await kept()}.xlsx`, { headers: page });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const read = readTables(new Uint8Array(await answer.arrayBuffer()));
    if (!read.ok) throw new Error(read.code);
    const [answers, basis] = read.tables;
    const [heads, first] = answers?.rows ?? [];
    expect(heads?.map((cell) => cell.text)).toContain('Replaced by');
    expect(first?.map((cell) => cell.text)).toEqual(
      expect.arrayContaining(['GB 9706.1-2007', 'GB 9706.1-2020', '2023-05-01', '=HYPERLINK("https://x.example")']),
    );
    expect(answers?.rows.flat().some((cell) => cell.kind === 'formula')).toBe(false);
    expect(basis?.rows.flat().map((cell) => cell.text)).toContain('SHA-256 of the answer');
  });

  test('is proven: its hash is taken over what it says, and its records were in the log', async () => {
    const path = await kept();
    const json: { readonly hashed: unknown; readonly resultHash: string } = JSON.parse(await text(`${path}.json`));
    expect(createHash('sha256').update(canonicalJson(json.hashed)).digest('hex')).toBe(json.resultHash);
    // The log grows on; the proof stays that of the answer.
    await house.state('GB 9999-2020');
    await house.sealer.sealNow();
    const proof: AnswerProof = JSON.parse(await text(`${path}/proof.json`));
    expect(proof.leaves.map(({ number }) => number).toSorted()).toEqual(['GB 9706.1-2007', 'GB 9706.1-2020']);
    const walk = treeWalk();
    proof.leaves.forEach((leaf, index) => {
      expect(
        walk.gap(
          leaf.leafIndex,
          (proof.gaps[index] ?? []).map((hash) => Buffer.from(hash, 'hex')),
        ),
      ).toBe(true);
      walk.leaf(Buffer.from(leaf.leafHash, 'hex'));
    });
    expect(
      walk.gap(
        proof.treeSize,
        (proof.gaps.at(-1) ?? []).map((hash) => Buffer.from(hash, 'hex')),
      ),
    ).toBe(true);
    expect(Buffer.from(walk.root()).toString('hex')).toBe(proof.root);
    expect(claimedCheckpoint(proof.checkpoint)?.root.toString()).toBe(Buffer.from(proof.root, 'hex').toString());
  });

  test('is gone after thirty days, unless somebody watches it', async () => {
    const path = await kept();
    const id = path.split('/').at(-1) ?? '';
    house.turnTo(addDays('2026-06-30', 31));
    expect(await forgetLists(house, [id])).toBe(0);
    expect(await forgetLists(house, [])).toBe(1);
    expect((await house.app.request(path, { headers: page })).status).toBe(410);
    expect((await house.app.request('/check-list/AAAAAAAAAAAAAAAAAAAAAAAA.xlsx', { headers: page })).status).toBe(410);
  });

  test('keeps nothing of what was sent but the numbers and the name of the file', async () => {
    const file = new File(
      [
        new Uint8Array(
          aSheet([
            ['机密采购', '标准'],
            ['供应商甲', 'GB 9706.1-2020'],
          ]),
        ),
      ],
      '../../清单.xlsx',
    );
    const path = (await send({ file })).headers.get('location') ?? '';
    const stored = JSON.stringify(
      await house.database.all(sql`select * from checked_list l join checked_list_row r using (list_id)`),
    );
    expect(stored).not.toMatch(/机密|供应商/);
    expect(stored).toContain('"清单.xlsx"');
    expect(await text(path)).toContain('清单.xlsx');
  });
});

describe('what cannot be checked comes back as the form with the reason', () => {
  const elevenThousand = Array.from({ length: 11_000 }, (_, index) => `GB ${index + 1}-2020`).join('\n');
  const bomb =
    hostileArchives().find(({ what }) => what === 'a part that unpacks a thousandfold')?.bytes ?? new Uint8Array();

  test.each([
    ['nothing at all', { numbers: ' ' }, 400, 'No list arrived'],
    ['no number in it', { numbers: '<script>alert(1)</script>' }, 400, 'No standard number was found'],
    ['11,000 numbers', { numbers: elevenThousand }, 413, 'more than 10000 numbers'],
    ['a text of 10 MB in one line', { numbers: 'x'.repeat(10_000_000) }, 413, 'at most 2000000 are read'],
    ['an archive that bursts', { file: new File([new Uint8Array(bomb)], 'list.xlsx') }, 400, 'zip bomb'],
    ['a day that is none', { numbers: 'GB 1-2020', 'as-of': '2026-13-01' }, 400, 'a day such as 2026-01-31'],
  ] as const)('%s', async (_, fields, status, words) => {
    const answer = await send(fields);
    expect(answer.status).toBe(status);
    const shown = await answer.text();
    expect(shown).toContain(words);
    expect(shown).toContain('name="numbers"');
    expect(shown).not.toContain('<script>alert');
  });

  test('markup in a number is text on the page', async () => {
    const shown = await text(
      await kept('GB 9706.1-2020\nGBX<img src=x onerror=alert(1)> 1-2020\n"><b>GB 9706.1-20201'),
    );
    expect(shown).not.toMatch(/<img src=x|"><b>/);
  });
});

describe('a program', () => {
  const post = (body: string, type = 'application/json') =>
    house.app.request('/api/v1/check-list', { method: 'POST', body, headers: { 'content-type': type } });

  test('sends numbers and gets every row answered', async () => {
    const answer = await post(JSON.stringify({ numbers: ['gb9706.1-2007', 'nothing'], asOf: '2010-01-01' }));
    expect(answer.status).toBe(200);
    const body: {
      readonly total: number;
      readonly href: string;
      readonly hashed: { readonly rows: readonly { readonly outcome: string }[] };
    } = JSON.parse(await answer.text());
    expect(body).toMatchObject({
      total: 2,
      hashed: {
        rows: [{ outcome: 'found', standards: [{ onDay: { status: 'inForce' } }] }, { outcome: 'unknown-prefix' }],
      },
    });
    expect(body.href).toMatch(/^\/check-list\//);
  });

  test('sends a file', async () => {
    const body = new FormData();
    body.set('file', new File([new Uint8Array(aSheet([['GB 9706.1-2020']]))], 'list.xlsx'));
    const answer = await house.app.request('/api/v1/check-list', { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ total: 1, fileName: 'list.xlsx' });
  });

  test.each([
    ['{"numbers":["GB 1-2020"],"asOf":"2026-02-30"}', 400, 'http.parameter-invalid'],
    ['{}', 400, 'standards.list-empty'],
    [JSON.stringify({ numbers: Array.from({ length: 10_001 }, () => 'GB 1-2020') }), 400, 'http.parameter-invalid'],
  ])('is told what is wrong with %.40s', async (body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code });
  });

  test('is told how many numbers it sent, and which field there is none of', async () => {
    const isTold = async (body: unknown, title: string) =>
      expect(await (await post(JSON.stringify(body))).json()).toMatchObject({ title: expect.stringContaining(title) });
    await isTold(
      { numbers: Array.from({ length: 10_001 }, () => 'GB 1-2020') },
      'at most 10000 entries are read and 10001 were sent',
    );
    await isTold(
      { number: 'GB 1-2020' },
      'The parameter number has the value “GB 1-2020”, which cannot be used: there is no such field',
    );
    await isTold({ numbers: 7 }, '“7”, which cannot be used: an array is expected');
  });
});

test('the tool has an allowance of its own', async () => {
  house = await openHouse({ settings: { limits: { requestsPerMinute: 1_000, toolsPerMinute: 2 } } });
  await send({ numbers: 'GB 1-2020' });
  await send({ numbers: 'GB 1-2020' });
  expect((await send({ numbers: 'GB 1-2020' })).status).toBe(429);
  expect((await house.app.request('/check-list', { headers: page })).status).toBe(200);
});

describe('a sender whose lists have had nearly 50,000 rows in an hour', () => {
  beforeEach(async () => {
    const most = 50_000;
    await takeAllowance(house, { kind: 'checked rows', of: 'unknown', most, amount: most - 2, per: 'hour' });
  });
  const three = 'GB 1-2020\nGB 2-2020\nGB 3-2020';

  test('is refused by the form in both languages, with the time to come again, and may send what is left', async () => {
    const answer = await send({ numbers: three });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
    const shown = await answer.text();
    expect(shown).toContain('this list has 3, 2 are left of this hour');
    expect(shown).toContain('Try again in 60 min');
    expect(shown).toContain('GB 3-2020</textarea>');
    expect(await (await send({ numbers: three }, { ...page, 'accept-language': 'zh-CN' })).text()).toContain(
      '60 分钟后再试',
    );
    expect((await send({ numbers: 'GB 1-2020\nGB 2-2020' })).status).toBe(303);
    expect((await send({ numbers: 'GB 1-2020' })).status).toBe(429);
  });

  test('is refused by the API, and answered in the next hour', async () => {
    const post = () =>
      house.app.request('/api/v1/check-list', {
        method: 'POST',
        body: JSON.stringify({ numbers: three.split('\n') }),
        headers: { 'content-type': 'application/json' },
      });
    const answer = await post();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(await answer.json()).toMatchObject({ code: 'standards.list-rows-too-many' });
    house.turnTo('2026-07-01');
    expect((await post()).status).toBe(200);
  });
});
