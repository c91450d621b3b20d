import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { on } from '../../../tests/support/standards-register.ts';
import { annulStandard } from '../annul-standard.ts';
import { cancelNumber } from '../cancel-number.ts';
import { changeNature } from '../change-nature.ts';
import { withdrawStandard } from '../withdraw-standard.ts';
import { answerHash, type RowAnswer } from './answer.ts';
import { answerList } from './answer-list.ts';
import { readListNumbers, readListText } from './read-list.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  house.turnTo('2026-06-30');
});

async function check(text: string, asOf = '2026-06-30'): Promise<readonly RowAnswer[]> {
  return (await answerList(house, readListText(text).entries, asOf)).rows;
}

const numbersOf = (row: RowAnswer | undefined) => row?.standards.map(({ number }) => number);

describe('a checked list', () => {
  beforeEach(async () => {
    await house.state('GB 9706.1-2007', {
      publishedOn: on('2007-07-02'),
      implementations: [{ date: on('2008-07-01') }],
      titles: [{ lang: 'zh-Hans', text: '医用电气设备', standing: 'official' }],
    });
    await house.state('GB 9706.1-2020', {
      publishedOn: on('2020-04-09'),
      implementations: [{ date: on('2023-05-01') }],
      relations: [{ kind: 'replaces', target: 'GB 9706.1-2007' }],
    });
    await house.state('GB 9706.1-2020/XG1-2025', { publishedOn: on('2025-01-02') });
  });

  test('tells status today and on the asked day, what replaces a standard and from when, and its amendments', async () => {
    const [old, current] = await check('GB9706.1—2007《医用电气设备》\ngb 9706.1-2020', '2022-01-01');
    expect(old).toMatchObject({
      row: 1,
      text: 'GB9706.1—2007',
      understoodAs: ['GB 9706.1-2007'],
      outcome: 'found',
      standards: [
        {
          today: { status: 'superseded', since: '2023-05-01' },
          onDay: { status: 'inForce', since: '2008-07-01', until: '2023-05-01' },
          replacedBy: [{ number: 'GB 9706.1-2020', address: 'GB-9706.1-2020', from: '2023-05-01', whole: true }],
          amendments: [],
        },
      ],
    });
    expect(current?.standards[0]).toMatchObject({
      today: { status: 'inForce' },
      onDay: { status: 'notYetInForce' },
      amendments: [{ number: 'GB 9706.1-2020/XG1-2025' }],
    });
  });

  test('tells a day as its source wrote it, and that no verdict can be given within it', async () => {
    const month = { written: '2014-10', first: '2014-10-01', last: '2014-10-31' };
    await house.state('GB 7-2003', { publishedOn: on('2003-01-01'), implementations: [{ date: on('2003-06-01') }] });
    await house.state('GB 7-2014', {
      implementations: [{ date: month }],
      relations: [{ kind: 'replaces', target: 'GB 7-2003' }],
    });
    const [old, current] = await check('GB 7-2003\nGB 7-2014', '2014-10-15');
    expect(old?.standards[0]).toMatchObject({
      today: { status: 'superseded', since: '2014-10' },
      onDay: { status: 'superseded', since: '2014-10', certain: false },
      replacedBy: [{ number: 'GB 7-2014', from: '2014-10' }],
    });
    expect(old?.standards[0]?.today).not.toHaveProperty('certain');
    expect(current?.standards[0]).toMatchObject({ onDay: { status: 'inForce', since: '2014-10', certain: false } });
  });

  test('answers a number without year by its editions, the one in force first', async () => {
    const [row] = await check('GB 9706.1');
    expect(row?.outcome).toBe('several');
    expect(numbersOf(row)).toEqual(['GB 9706.1-2020', 'GB 9706.1-2007']);
  });

  test('answers a citation of all parts by the parts registered', async () => {
    await house.state('GB/T 7714.1-2001');
    await house.state('GB/T 7714.2-2002');
    await house.state('GB/T 77142-2002');
    const [row] = await check('GB/T 7714（所有部分）');
    expect(numbersOf(row)?.toSorted()).toEqual(['GB/T 7714.1-2001', 'GB/T 7714.2-2002']);
  });

  test('says of what it does not hold where it would belong, never that it does not exist', async () => {
    const [row] = await check('YY/T 0740-2022');
    expect(row).toMatchObject({
      outcome: 'not-in-register',
      standards: [],
      wouldBe: { tier: 'sectoral', family: 'YY' },
    });
  });

  test('tells an unknown prefix with the nearest, and a number that breaks off with the place', async () => {
    const rows = await check('GB 9706.1-2020\nGBB 9706.1-2020\nGB 9706.1-20201\nISO 9001:20155');
    expect(rows[1]).toMatchObject({
      outcome: 'unknown-prefix',
      problem: { prefix: 'GBB', nearest: expect.arrayContaining(['GB']) },
    });
    expect(rows[2]).toMatchObject({ outcome: 'malformed', problem: { position: 10, expected: 'year' } });
    expect(rows[3]).toMatchObject({ text: 'ISO 9001:20155', outcome: 'malformed' });
  });

  test('offers the registered number where a letter was written for a digit', async () => {
    await house.state('GB/T 42061-2022');
    const rows = await check('GB/T 42O61-2022\nGB/T 42O62-2022');
    expect(rows).toMatchObject([
      { text: 'GB/T 42O61-2022', outcome: 'malformed', problem: { position: 7, nearest: ['GB/T 42061-2022'] } },
      { text: 'GB/T 42O62-2022', outcome: 'malformed', standards: [] },
    ]);
    expect(rows[1]?.problem).not.toHaveProperty('nearest');
  });

  test('makes no number of a row number, and reads a number entry as the same line of a text', async () => {
    await house.state('ISO 23:1993');
    const rows = await check('23 19001-2016\n13 DB99/T 1-2020\n20 2023-05-01');
    expect(rows.map(({ text, outcome, understoodAs }) => [text, outcome, understoodAs])).toEqual([
      ['19001-2016', 'not-in-register', ['GB 19001-2016', 'GB/T 19001-2016']],
      ['DB99/T 1-2020', 'malformed', []],
      ['2023-05-01', 'malformed', []],
    ]);
    const lines = ['国家标准GB/T42061-2022', '合同第3条 GB 9706.1', '23 19001-2016', 'GB 9706.1-2007《医用电气设备》'];
    const given = await answerList(house, readListNumbers(lines), '2026-06-30');
    const read = await check(lines.join('\n'));
    const reading = ({ outcome, understoodAs }: RowAnswer) => ({ outcome, understoodAs });
    expect(given.rows.map(reading)).toEqual(read.map(reading));
  });

  test('offers what a number without prefix may mean instead of guessing', async () => {
    const [, row] = await check('GB 9706.1-2007\n9706.1-2020');
    expect(row?.outcome).toBe('several');
    expect(row?.understoodAs.length).toBeGreaterThan(1);
    expect(numbersOf(row)).toEqual(['GB 9706.1-2020']);
  });

  test('lists every holder of an enterprise number', async () => {
    const maker = (name: string, creditCode: string) => ({
      organizations: [{ name, role: 'leading', creditCode } as const],
    });
    await house.state('Q/GDW 1-2020', maker('甲', '91110000100000000A'));
    await house.state('Q/GDW 1-2020', maker('乙', '91110000100000000B'));
    const [row] = await check('Q/GDW 1-2020');
    expect(row).toMatchObject({ outcome: 'several' });
    expect(row?.standards.map(({ holder }) => holder)).toEqual(
      expect.arrayContaining([
        { name: '甲', role: 'drafter', creditCode: '91110000100000000A' },
        { name: '乙', role: 'drafter', creditCode: '91110000100000000B' },
      ]),
    );
  });

  test('finds a standard by its old number after its nature changed, with the right number on each day', async () => {
    await house.state('GB 8599-2008', { publishedOn: on('2008-01-02'), implementations: [{ date: on('2008-06-01') }] });
    const change = {
      standard: 'GB 8599-2008',
      nature: 'voluntary',
      from: '2017-03-23',
      by: '国家标准委',
      reason: '公告 2017 年第 7 号',
    };
    await house.act(changeNature, change);
    const rows = await check('GB 8599-2008\nGB/T 8599-2008', '2010-01-01');
    expect(rows.map(numbersOf)).toEqual([['GB/T 8599-2008'], ['GB/T 8599-2008']]);
    expect(rows[0]?.standards[0]).toMatchObject({
      today: { status: 'inForce' },
      onDay: { status: 'inForce' },
      nature: 'voluntary',
    });
  });

  test('leads to the address of an annulled record, which says why it is gone', async () => {
    await house.state('GB 4-1999');
    await house.act(annulStandard, { standard: 'GB 4-1999', reason: '重复录入', instead: [] });
    const [row] = await check('GB 4-1999');
    expect(row).toMatchObject({
      outcome: 'found',
      standards: [{ address: 'GB-4-1999', today: { status: 'annulled' } }],
    });
  });

  test('says of what ended from which day, by whom, why and what to use instead', async () => {
    const told = { by: '国家标准委', reason: '已无必要' };
    const instead = ['GB 9706.1-2020', 'GB/T 2-2020'];
    await house.state('GB/T 5-2012', { publishedOn: on('2012-01-02') });
    await house.act(withdrawStandard, { standard: 'GB/T 5-2012', withdrawnOn: '2026-03-01', ...told, instead });
    await house.state('GB/T 6-2012');
    await house.act(annulStandard, { standard: 'GB/T 6-2012', reason: '重复录入', instead });
    await house.state('T/AB 7-2012', { publishedOn: on('2012-01-02') });
    await house.act(cancelNumber, { standard: 'T/AB 7-2012', cancelledOn: '2026-04-01', ...told });
    const [withdrawn, annulled, cancelled, held] = await check('GB/T 5-2012\nGB/T 6-2012\nT/AB 7-2012\nGB 9706.1-2007');
    const use = [
      { number: 'GB 9706.1-2020', address: 'GB-9706.1-2020' },
      { number: 'GB/T 2-2020', address: null },
    ];
    expect(withdrawn?.standards[0]).toMatchObject({
      today: { status: 'withdrawn', since: '2026-03-01' },
      ended: { on: '2026-03-01', by: [{ text: told.by, lang: 'zh-Hans' }], reason: told.reason, instead: use },
    });
    const day = house.clock.dayOf(new Date().toISOString());
    expect(annulled?.standards[0]).toMatchObject({
      standardId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'standard',
      today: { status: 'annulled', since: day },
      ended: { on: day, by: [{ text: expect.any(String) }, {}], reason: '重复录入', instead: use },
    });
    expect(cancelled?.standards[0]).toMatchObject({
      today: { status: 'numberCancelled', since: '2026-04-01' },
      ended: { on: '2026-04-01', reason: told.reason, instead: [] },
    });
    expect(held?.standards[0]).not.toHaveProperty('ended');
  });

  test('rests on one checkpoint, and its hash changes with any answer', async () => {
    const answer = await answerList(house, readListText('GB 9706.1-2020').entries, '2026-06-30');
    expect(answer.checkpoint?.treeSize).toBeGreaterThan(3);
    const again = await answerList(house, readListText('GB 9706.1-2020').entries, '2026-06-30');
    expect(answerHash(again)).toBe(answerHash(answer));
    await house.state('GB 9706.1-2020/XG2-2026', { publishedOn: on('2026-01-02') });
    expect(answerHash(await answerList(house, readListText('GB 9706.1-2020').entries, '2026-06-30'))).not.toBe(
      answerHash(answer),
    );
  });
});

test('ten thousand numbers are answered in a few statements', async () => {
  const count = 10_000;
  await house.stateAll(
    Array.from({ length: count }, (_, index) => ({
      number: `GB/T ${50_000 + index}-2020`,
      titles: [{ lang: 'zh-Hans', text: `标准 ${index}`, standing: 'official' }],
      publishedOn: on('2020-01-01'),
      implementations: [{ date: on('2020-07-01') }],
      relations: index % 3 === 0 ? [] : [{ kind: 'replaces', target: `GB/T ${50_000 + index - (index % 3)}-2020` }],
    })),
  );
  const text = Array.from({ length: count }, (_, index) => `GB/T${50_000 + index}—2020`).join('\n');
  const entries = readListText(text).entries;
  let statements = 0;
  const counting: typeof house.database.snapshot = (work) =>
    house.database.snapshot((read) =>
      work({
        all: (statement) => {
          statements++;
          return read.all(statement);
        },
        first: (statement) => {
          statements++;
          return read.first(statement);
        },
      }),
    );
  const { rows } = await answerList(
    { ...house, database: { ...house.database, snapshot: counting } },
    entries,
    '2022-01-01',
  );
  expect(rows).toHaveLength(count);
  expect(rows.every((row) => row.outcome === 'found')).toBe(true);
  expect(rows[0]?.standards[0]?.replacedBy).toHaveLength(2);
  expect(statements).toBeLessThan(10);
});
