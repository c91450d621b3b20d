import { beforeEach, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../tests/support/standards-app.ts';
import { on } from '../../tests/support/standards-register.ts';
import { annulStandard } from './annul-standard.ts';
import { changeNature } from './change-nature.ts';
import { answerList } from './check-list/answer-list.ts';
import type { RelationKind } from './model.ts';

let house: StandardsApp;
beforeEach(async () => {
  house = await emptyStandardsApp();
});

/** An edition of 2000 and what its source says became of it. */
async function older(kind: RelationKind, ...targets: readonly string[]): Promise<void> {
  await house.state('GB/T 100-2000', {
    publishedOn: on('2000-01-01'),
    implementations: [{ date: on('2001-01-01') }],
    relations: targets.map((target) => ({ kind, target })),
  });
}

const newer = (number: string, from: string) =>
  house.state(number, { publishedOn: on('2019-01-01'), implementations: [{ date: on(from) }] });

/** The text of the page of the older edition on a day, as a reader sees it. */
async function page(asOf: string): Promise<string> {
  const answer = await house.get(`/standards/GB-T-100-2000?as-of=${asOf}`, {
    accept: 'text/html',
    'accept-language': 'en',
  });
  return (await answer.text()).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
}

async function listed() {
  const { rows } = await answerList(house.deps, [{ text: 'GB/T 100-2000', place: { line: 1 } }], '2019-06-30');
  return rows[0]?.standards[0];
}

describe('an edition', () => {
  test('merged into another ends when that other is in force, and every page says so', async () => {
    await older('mergedInto', 'GB/T 200-2019');
    await newer('GB/T 200-2019', '2019-07-01');
    const told = await page('2019-06-30');
    expect(told).toContain('In force since 1 January 2001. GB/T 200-2019 replaced it on 1 July 2019.');
    // The time axis says the same in words.
    expect(told).toContain('from 1 January 2001 until 1 July 2019');
    expect(await page('2026-06-30')).toContain('It no longer holds. GB/T 200-2019 replaced it on 1 July 2019');
    expect(await listed()).toMatchObject({
      onDay: { status: 'inForce', until: '2019-07-01' },
      today: { status: 'superseded', since: '2019-07-01' },
      replacedBy: [{ number: 'GB/T 200-2019', address: 'GB-T-200-2019', from: '2019-07-01' }],
    });
  });

  test('split into several ends when the last of them is in force', async () => {
    await older('splitInto', 'GB/T 200.1-2019', 'GB/T 200.2-2019');
    await newer('GB/T 200.1-2019', '2019-07-01');
    expect(await listed()).toMatchObject({ today: { status: 'inForce' } });
    await newer('GB/T 200.2-2019', '2020-07-01');
    expect(await listed()).toMatchObject({
      today: { status: 'superseded', since: '2020-07-01' },
      replacedBy: [{ from: '2019-07-01' }, { from: '2020-07-01' }],
    });
    expect(await page('2020-06-30')).toContain('on 1 July 2020');
  });

  test('goes on while a share of it is not in this register', async () => {
    await older('splitInto', 'GB/T 200.1-2019', 'GB/T 200.2-2019');
    await newer('GB/T 200.1-2019', '2019-07-01');
    expect(await listed()).toMatchObject({
      today: { status: 'inForce', until: null },
      replacedBy: [{ from: '2019-07-01' }, { address: null, from: null }],
    });
  });

  test('ends by a successor that it names by a number of before', async () => {
    await older('replacedBy', 'GB 200-2019');
    await newer('GB 200-2019', '2019-07-01');
    const change = {
      standard: 'GB 200-2019',
      nature: 'voluntary',
      from: '2023-01-01',
      by: 'SAC',
      reason: 'consolidated',
    };
    await house.executor.execute(changeNature, change, { actor: house.deps.operator, key: 'change' });
    expect(await listed()).toMatchObject({
      today: { status: 'superseded', since: '2019-07-01' },
      replacedBy: [{ number: 'GB/T 200-2019', address: 'GB-T-200-2019' }],
    });
  });

  test('of which one side says that a part is replaced goes on', async () => {
    await older('replacedBy', 'GB/T 200-2019');
    await house.state('GB/T 200-2019', {
      implementations: [{ date: on('2019-07-01') }],
      relations: [{ kind: 'replaces', target: 'GB/T 100-2000', whole: false, locality: 'clause 5' }],
    });
    expect(await listed()).toMatchObject({
      today: { status: 'inForce' },
      replacedBy: [{ whole: false, locality: 'clause 5' }],
    });
  });

  test('is not ended by one that was in force before it, although each is said to replace the other', async () => {
    await house.state('GB/T 100-2000', {
      implementations: [{ date: on('2001-01-01') }],
      relations: [{ kind: 'replaces', target: 'GB/T 100-1990' }],
    });
    await house.state('GB/T 100-1990', {
      implementations: [{ date: on('1991-01-01') }],
      relations: [{ kind: 'replaces', target: 'GB/T 100-2000' }],
    });
    expect(await listed()).toMatchObject({
      today: { status: 'inForce', since: '2001-01-01', until: null },
      replacedBy: [],
    });
    const lines = [{ text: 'GB/T 100-1990', place: { line: 1 } }];
    const { rows } = await answerList(house.deps, lines, '2019-06-30');
    expect(rows[0]?.standards[0]?.today).toMatchObject({ status: 'superseded', since: '2001-01-01' });
    expect(await page('2019-06-30')).not.toMatch(/replaced it|is to replace it/);
  });

  test('goes on until its successor holds for every use, and each page says for which use which one holds', async () => {
    await older('replacedBy', 'GB/T 200-2019');
    await house.state('GB/T 200-2019', {
      publishedOn: on('2019-01-01'),
      implementations: [
        { date: on('2022-07-01'), scope: '在产产品' },
        { date: on('2020-07-01'), scope: '新产品' },
      ],
    });
    expect(await listed()).toMatchObject({
      onDay: { status: 'inForce', until: '2022-07-01' },
      today: { status: 'superseded', since: '2022-07-01' },
      replacedBy: [{ from: '2020-07-01' }],
    });
    expect(await page('2020-06-30')).not.toContain('both may be used');
    const between = await page('2020-07-01');
    expect(between).toContain('It held on 1 July 2020.');
    expect(between).toContain('GB/T 200-2019 replaced it on 1 July 2022.');
    expect(between).toContain(
      'GB/T 200-2019 is in force since 1 July 2020 for 新产品; this one still serves 在产产品 until 1 July 2022, and both may be used.',
    );
    expect(await page('2022-07-01')).toContain('It no longer held on 1 July 2022.');
    const answer = await house.get('/standards/GB-T-200-2019?as-of=2021-06-01', { accept: 'text/html' });
    const text = (await answer.text()).replace(/<[^>]+>/g, '');
    expect(text).toContain('2022年7月1日前 GB/T 100-2000 仍适用于在产产品，两者可以并用。');
  });

  test('goes on as long as nobody knows the day on which its successor holds for every use', async () => {
    await older('replacedBy', 'GB/T 200-2019');
    await house.state('GB/T 200-2019', {
      implementations: [
        { date: on('2020-07-01'), scope: '新产品' },
        { togetherWith: 'GB/T 300-2019', scope: '在产产品' },
      ],
    });
    expect(await listed()).toMatchObject({ today: { status: 'inForce', until: null } });
    await newer('GB/T 300-2019', '2022-07-01');
    expect(await listed()).toMatchObject({ today: { status: 'superseded', since: '2022-07-01' } });
  });

  test('ends with the last day of a successor that takes effect together with another', async () => {
    await older('replacedBy', 'GB/T 200-2019');
    await house.state('GB/T 200-2019', { implementations: [{ togetherWith: 'GB/T 300-2019' }] });
    await house.state('GB/T 300-2019', {
      implementations: [
        { date: on('2020-07-01'), scope: '新产品' },
        { date: on('2022-07-01'), scope: '在产产品' },
      ],
    });
    expect(await listed()).toMatchObject({
      today: { status: 'superseded', since: '2022-07-01' },
      replacedBy: [{ from: '2020-07-01' }],
    });
  });

  test('that is split says which shares hold already, and that it may be used beside them', async () => {
    await older('splitInto', 'GB/T 200.1-2019', 'GB/T 200.2-2019');
    await newer('GB/T 200.1-2019', '2019-07-01');
    await newer('GB/T 200.2-2019', '2020-07-01');
    expect(await page('2020-06-30')).toContain(
      'GB/T 200.1-2019 is in force since 1 July 2019; until 1 July 2020 this one may be used beside it.',
    );
    expect(await page('2019-06-30')).not.toContain('may be used beside');
    expect(await page('2020-07-01')).not.toContain('may be used beside');
  });

  test.each([
    { why: 'a draft withdrawn', given: { reported: { state: 'withdrawn' as const }, stage: 'iso 30.98' } },
    { why: 'a draft abandoned', given: { reported: { state: 'inDevelopment' as const }, stage: 'iso 40.98' } },
    { why: 'withdrawn by the word of a source', given: { reported: { state: 'withdrawn' as const } } },
    {
      why: 'reported as withdrawn before its day',
      given: { reported: { state: 'withdrawn' as const }, implementations: [{ date: on('2027-01-01') }] },
    },
    {
      why: 'withdrawn before its day',
      given: { withdrawnOn: on('2026-01-01'), implementations: [{ date: on('2027-01-01') }] },
    },
    { why: 'withdrawn without a day of its own', given: { withdrawnOn: on('2020-01-01') } },
  ])('is not said to await what is given up: $why', async ({ given }) => {
    await older('replacedBy', 'GB/T 200-2019', 'GB/T 300-2020');
    await house.state('GB/T 200-2019', given);
    await house.state('GB/T 300-2020', { reported: { state: 'inDevelopment' }, stage: 'cn 30' });
    const told = await page('2026-06-29');
    expect(told).toContain('GB/T 300-2020 is to replace it; the register does not know from when.');
    const coming = await (await house.get('/coming', { accept: 'text/html' })).text();
    expect(coming).not.toContain('GB/T 200-2019');
  });

  test('is not said to await a record that was annulled', async () => {
    await older('replacedBy', 'GB/T 200-2019');
    await newer('GB/T 200-2019', '2030-07-01');
    expect(await page('2026-06-29')).toContain('GB/T 200-2019 replaces it on 1 July 2030');
    const annulment = { standard: 'GB/T 200-2019', reason: 'entered twice', instead: [] };
    await house.executor.execute(annulStandard, annulment, { actor: house.deps.operator, key: 'annul' });
    expect(await page('2026-06-29')).toContain('Nothing in the register replaces it.');
  });

  test('does not end by a standard that it is said to replace from the same day, and both say so', async () => {
    await older('replacedBy', 'GB/T 200-2000');
    await house.state('GB/T 200-2000', {
      implementations: [{ date: on('2001-01-01') }],
      relations: [{ kind: 'replacedBy', target: 'GB/T 100-2000' }],
    });
    expect(await listed()).toMatchObject({ today: { status: 'inForce', until: null }, replacedBy: [] });
    const told = 'Sources disagree: it and GB/T 200-2000 are said to replace each other from the same day';
    expect(await page('2019-06-30')).toContain(told);
    const other = await house.get('/api/v1/standards/GB-T-200-2000?as-of=2019-06-30');
    expect(await other.json()).toMatchObject({ status: { code: 'inForce' }, sourcesDisagree: true });
  });
});
