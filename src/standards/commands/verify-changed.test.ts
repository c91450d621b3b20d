import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { searchIndexOf } from '../../commands.ts';
import { rebuildCommand, verifyCommand } from '../../foundation/commands/verify.ts';
import type { CommandLineCommand } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { standardSearchSource } from '../search-source.ts';

const index = searchIndexOf([{ name: 'standards', profiles: 'all', searchSources: [standardSearchSource] }]);
let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.stateAll([{ number: 'GB 1-2020' }, { number: 'GB 2-2020' }, { number: 'GB 3-2020' }]);
  await house.sealer.sealNow();
});

async function run(command: CommandLineCommand): Promise<{ readonly status: number; readonly printed: string }> {
  if (command.needs !== 'register') throw new Error('It needs a register.');
  const lines: string[] = [];
  const print = (text: string): void => {
    lines.push(text);
  };
  const console = {
    print,
    error: print,
    progress: () => ({ at: () => {}, end: () => {} }),
    lang: 'en',
    folder: '/',
  } as const;
  const status = await command.run({ args: [], options: {} }, console, house);
  return { status, printed: lines.join('\n') };
}

const change = (statement: string): Promise<void> => house.database.asOwner((tx) => tx.script(statement));
const ofStandard = (number: string): string => `where type = 'standard-stated' and data->>'number' = '${number}'`;

test('an event of which nothing can be made any more is named, and what else was changed beside it', async () => {
  await change(`update event set data = data - 'statement' ${ofStandard('GB 1-2020')}`);
  await change(`update event set data = jsonb_set(data, '{statement,pages}', '7') ${ofStandard('GB 3-2020')}`);
  const { status, printed } = await run(verifyCommand(index));
  expect(status).toBe(1);
  expect(printed.match(/✗ Event .* is not what was sealed/g)).toHaveLength(2);
  expect(printed).toContain('not understood event');
  expect(printed).toMatch(/findings: the register does not hold/);
});

test('a history that cannot even be read is told by its seals', async () => {
  await change(`update event set type = 'never-heard-of' ${ofStandard('GB 2-2020')}`);
  const { status, printed } = await run(verifyCommand(index));
  expect(status).toBe(1);
  expect(printed).toContain('could not be compared with its history');
});

test('a rebuild refuses such a history, names the thing and changes nothing', async () => {
  await change(`update event set data = data - 'statement' ${ofStandard('GB 1-2020')}`);
  await expect(run(rebuildCommand(index))).rejects.toMatchObject({ code: 'foundation.history-unreadable' });
  expect(await house.database.all(sql`select 1 from standard`)).toHaveLength(3);
});

describe('the search index', () => {
  test('follows from a register that nobody touched; what is not sealed is said', async () => {
    const { status, printed } = await run(verifyCommand(index));
    expect(printed).toContain('and the search index from the register');
    expect(printed).toContain('Not sealed, and so not checked');
    expect(status).toBe(0);
  });

  test.each([
    ['prominence', 'prominence = prominence + 1'],
    ['year', 'year = 1999'],
    ['department', "department = '某司'"],
    ['words', "words = to_tsvector('simple', 'forged')"],
    ['next_turn_on', "next_turn_on = '2020-01-01'"],
    ['next_turn_on', "next_turn_on = '2099-01-01'"],
    ['content_hash', "content_hash = ''"],
    ['kind', "kind = 'other'"],
  ])('with another %s is named by record and column, and a rebuild mends it', async (column, assignment) => {
    await run(verifyCommand(index));
    const key = "number_key = 'GB 2-2020'";
    await change(`update search_entry set ${assignment} where ${key}`);
    const { status, printed } = await run(verifyCommand(index));
    // A day of change that has passed is taken up by the indexer itself.
    if (assignment.includes('2020')) return expect(status).toBe(0);
    expect(status).toBe(1);
    expect(printed).toMatch(new RegExp(`✗ different search_entry .* GB 2-2020 ${column}: `));
    expect(printed).toContain('guiju rebuild');
    expect((await run(rebuildCommand(index))).printed).toContain('1 entries of the search index');
    expect((await run(verifyCommand(index))).status).toBe(0);
  });

  test('follows from the register after each of many acts, also of those that concern other records', async () => {
    const say = (number: string, replaces: readonly string[], from: string) =>
      house.state(number, {
        publishedOn: { written: from, first: from, last: from },
        implementations: [{ date: { written: from, first: from, last: from } }],
        relations: replaces.map((target) => ({ kind: 'replaces' as const, target })),
        titles: [{ lang: 'en', text: 'Ventilators', standing: 'official' }],
      });
    await say('GB 1-2021', ['GB 1-2020'], '2021-01-01');
    expect((await run(verifyCommand(index))).status).toBe(0);
    await say('GB/T 2-2022', ['GB 2-2020', 'GB 1-2021'], '2027-01-01');
    expect((await run(verifyCommand(index))).status).toBe(0);
    await say('GB 3-2023', [], '2023-01-01');
    house.turnTo('2027-06-30');
    expect((await run(verifyCommand(index))).status).toBe(0);
    await change('delete from search_word');
    expect((await run(verifyCommand(index))).printed).toMatch(/✗ missing search_word .*ventilator/);
    await run(rebuildCommand(index));
    expect((await run(verifyCommand(index))).status).toBe(0);
  });

  test.each([
    ['a missing entry', "delete from search_entry where number_key = 'GB 1-2020'", 'missing search_entry'],
    [
      'an entry of no record',
      "update search_entry set stream_id = gen_random_uuid() where number_key = 'GB 1-2020'",
      'unexpected search_entry',
    ],
  ])('with %s is named and mended', async (_, statement, named) => {
    await run(verifyCommand(index));
    await change(statement);
    expect((await run(verifyCommand(index))).printed).toContain(`✗ ${named}`);
    await run(rebuildCommand(index));
    expect((await run(verifyCommand(index))).status).toBe(0);
  });
});
