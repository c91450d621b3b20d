import { beforeEach, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp, testDay } from '../../../tests/support/standards-app.ts';
import type { Command } from '../../foundation/command.ts';
import { sql } from '../../foundation/sql.ts';
import { annulStandard } from '../annul-standard.ts';
import { correctStandard } from '../correct-standard.ts';
import { recordOrRefusal } from './record-or-refusal.ts';

let house: StandardsApp;
beforeEach(async () => {
  house = await emptyStandardsApp();
});

const today = { day: testDay };
const get = (path: string) => house.get(path, { 'accept-language': 'en' });
const act = (command: Command, input: unknown) =>
  house.deps.executor.execute(command, input, { actor: house.deps.operator, key: house.deps.random.uuid() });
const numberAt = async (text: string) => (await recordOrRefusal(house.deps, text, today)).number;

/** Corrects the number of a record by its only statement. */
async function renumber(standard: string, number: string): Promise<void> {
  const row = await house.database.first<{ readonly statement: object }>(
    sql`select e.data->'statement' as statement from event e join claim c on c.stream_id = e.stream_id
      where c.value = ${standard} and e.data ? 'statement' order by e.version desc limit 1`,
  );
  await act(correctStandard, { standard, reason: '编号误录', statement: { ...row?.statement, number } });
}

describe('an address held by history only', () => {
  beforeEach(async () => {
    await house.state('DB11/T 9123-2018', { titles: [{ lang: 'zh-Hans', text: '己规范', standing: 'official' }] });
    await renumber('DB11/T 9123-2018', 'DB11/T 9124-2018');
    await renumber('DB11/T 9124-2018', 'DB11/T 9123-2018');
  });

  test('leads to the record that had it, and the number says whose it was', async () => {
    expect(await numberAt('DB11-T-9124-2018')).toBe('DB11/T 9123-2018');
    await expect(recordOrRefusal(house.deps, 'DB11/T 9124-2018', today)).rejects.toMatchObject({
      code: 'standards.number-given-up',
      details: { number: 'DB11/T 9124-2018', present: 'DB11/T 9123-2018', address: 'DB11-T-9123-2018' },
    });
    expect((await get('/standards/DB11%2FT%209124-2018')).status).toBe(404);
  });

  test('leads to the standard of that very number once there is one, which names the record before', async () => {
    await house.state('DB11/T 9124-2018');
    expect(await numberAt('DB11-T-9124-2018')).toBe('DB11/T 9124-2018');
    expect(await numberAt('DB11/T 9124-2018')).toBe('DB11/T 9124-2018');
    expect(await numberAt('DB11-T-9123-2018')).toBe('DB11/T 9123-2018');
    const moved = await get('/standards/DB11-T-9124-2018');
    expect(moved.status).toBe(302);
    const page = await (await get(moved.headers.get('location') ?? '')).text();
    expect(page).toContain('this register had this number on the record');
    expect(page).toContain('href="/standards/DB11-T-9123-2018"');
  });
});

describe('the number of an annulled record that is registered again', () => {
  beforeEach(async () => {
    await house.state('Q/ACC 7-2022');
    await act(annulStandard, { standard: 'Q-ACC-7-2022', reason: '重复录入', instead: [] });
  });

  test('leads nowhere before, and its page says so', async () => {
    const page = await get('/standards/Q-ACC-7-2022');
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('There is no record under this number any more.');
  });

  test('leads by its address to the living record, which says what was annulled', async () => {
    await house.state('Q/ACC 7-2022', {}, { key: 'again' });
    expect(await numberAt('Q-ACC-7-2022')).toBe('Q/ACC 7-2022');
    const moved = await get('/standards/Q-ACC-7-2022');
    expect(moved.status).toBe(302);
    const page = await (await get(moved.headers.get('location') ?? '')).text();
    expect(page).toContain('An earlier record under this number was entered in error and annulled on');
    expect(page).toContain('href="/standards/Q-ACC-7-2022?annulled=1"');
    const gone = await get('/standards/Q-ACC-7-2022?annulled=1');
    expect(gone.status).toBe(410);
    const why = await gone.text();
    expect(why).toContain('Another record bears this number now');
    expect(why).toContain(`href="${moved.headers.get('location')}"`);
    expect(why).not.toContain('There is no record under this number');
  });
});
