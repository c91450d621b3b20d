import { beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { rebuildCommand, verifyCommand } from '../../foundation/commands/verify.ts';
import type { CommandLineCommand } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';

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
  const { status, printed } = await run(verifyCommand);
  expect(status).toBe(1);
  expect(printed.match(/✗ Event .* is not what was sealed/g)).toHaveLength(2);
  expect(printed).toContain('not understood event');
  expect(printed).toMatch(/findings: the register does not hold/);
});

test('a history that cannot even be read is told by its seals', async () => {
  await change(`update event set type = 'never-heard-of' ${ofStandard('GB 2-2020')}`);
  const { status, printed } = await run(verifyCommand);
  expect(status).toBe(1);
  expect(printed).toContain('could not be compared with its history');
});

test('a rebuild refuses such a history, names the thing and changes nothing', async () => {
  await change(`update event set data = data - 'statement' ${ofStandard('GB 1-2020')}`);
  await expect(run(rebuildCommand)).rejects.toMatchObject({ code: 'foundation.history-unreadable' });
  expect(await house.database.all(sql`select 1 from standard`)).toHaveLength(3);
});
