import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parcelRegisters } from '../../tests/support/parcel-register.ts';
import { openParcel, parcelEvents, parcelRows, stateParcel } from '../../tests/support/parcels.ts';
import { operator, type TestRegister } from '../../tests/support/test-database.ts';
import type { Command } from './command.ts';
import type { InputRow, RejectedRow } from './deciding.ts';
import { eventTypes } from './events.ts';
import { checkProjections } from './projection-check.ts';
import { sql } from './sql.ts';

/** More codes than the largest slice has rows and fewer than two have: what a row depends on stands in a slice before its own. */
const codes = 600;
const rows: readonly InputRow[] = Array.from({ length: 3 * codes }, (_, at) => ({
  row: at + 1,
  input: { code: `C${at % codes}`, label: `label ${at}` },
}));

const emptyRegister = parcelRegisters();

async function entered(command: Command, mode: 'all-or-nothing' | 'good-rows') {
  const register = await emptyRegister();
  const rejected: RejectedRow[] = [];
  const answer = await register.executor.executeMany(command, () => rows, {
    actor: operator,
    key: 'batch',
    inputHash: createHash('sha256').update(command.name).digest(),
    mode,
    onReject: (row) => rejected.push(row),
  });
  return { register, rejected, answer };
}

async function labelsOf({ database }: TestRegister): Promise<readonly (readonly string[])[]> {
  const streams = await database.all<{ readonly labels: readonly string[] }>(
    sql`select array_agg(data ->> 'label' order by version) as labels from event group by stream_id`,
  );
  return streams.map(({ labels }) => labels).sort();
}

describe('a batch of several slices', () => {
  it('decides each row on what the slice before did, although its facts were asked before that was written', async () => {
    const { register, answer, rejected } = await entered(stateParcel, 'all-or-nothing');
    expect(rejected).toEqual([]);
    expect(answer).toMatchObject({ rows: rows.length, written: rows.length, events: rows.length });
    const expected = Array.from({ length: codes }, (_, at) =>
      [at, at + codes, at + 2 * codes].map((row) => `label ${row}`),
    );
    expect(await labelsOf(register)).toEqual(expected.sort());
    const work = { types: eventTypes(parcelEvents), projections: [parcelRows], timeZone: 'Asia/Shanghai' };
    expect((await checkProjections(register.database, work)).differences).toEqual([]);
  });
  it('refuses the rows that a row of an earlier slice makes impossible, and enters the others', async () => {
    const { answer, rejected } = await entered(openParcel, 'good-rows');
    expect(answer).toMatchObject({ written: codes, rejected: 2 * codes });
    expect(rejected.map(({ row }) => row)).toEqual(rows.slice(codes).map(({ row }) => row));
    expect(new Set(rejected.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
      new Set(['parcels.code-taken']),
    );
  });
});
