import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Database } from './database.ts';
import { refusal } from './refusal.ts';
import { sql } from './sql.ts';

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await database.asOwner((tx) =>
    tx.script(`create table parcel_note (n int primary key, t text not null);
      grant select, insert, update on parcel_note to guiju_server`),
  );
});
afterEach(() => database.asOwner((tx) => tx.script('drop table parcel_note')));

const note = (n: number, t: string | null) => sql`insert into parcel_note (n, t) values (${n}, ${t})`;
const held = () =>
  database.all<{ readonly n: number; readonly t: string }>(sql`select n, t from parcel_note order by n`);

describe('a transaction', () => {
  it('answers questions asked in one turn each with its own rows', async () => {
    const answers = await database.transaction((tx) =>
      Promise.all(
        [1, 2, 3].map((n) =>
          tx.first<{ readonly n: number }>(sql`select ${n}::int as n from generate_series(1, ${n})`),
        ),
      ),
    );
    expect(answers).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('is committed with what was sent and not waited for', async () => {
    await database.transaction(async (tx) => {
      tx.send(note(1, 'one'));
      tx.send(note(2, 'two'));
    });
    expect(await held()).toEqual([
      { n: 1, t: 'one' },
      { n: 2, t: 'two' },
    ]);
  });

  it('fails with what was sent, not waited for and refused by the database, and leaves nothing', async () => {
    const failing = database.transaction(async (tx) => {
      tx.send(note(1, 'one'));
      tx.send(note(1, 'again'));
      return 'done';
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'parcel_note_pkey' });
    expect(await held()).toEqual([]);
  });

  it('names the first failure, not that everything behind it failed too', async () => {
    const failing = database.transaction(async (tx) => {
      tx.send(note(1, null));
      return tx.all(sql`select 1`);
    });
    await expect(failing).rejects.toMatchObject({ code: '23502' });
  });

  it('fails even when whoever wrote passed over the failure', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.run(note(1, null)).catch(() => 0);
      return 'done';
    });
    await expect(failing).rejects.toMatchObject({ code: '23502' });
  });

  it('fails with a copy that did not even reach the database, and leaves nothing', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const failing = database.transaction(async (tx) => {
      tx.send(note(1, 'one'));
      tx.copy('parcel_note', ['n', 't'], [[2, { json: circular }]]).catch(() => {});
      tx.send(note(3, 'three'));
    });
    await expect(failing).rejects.toThrow('circular');
    expect(await held()).toEqual([]);
  });

  it('fails with a value that cannot be sent, and leaves nothing', async () => {
    const unsendable = {
      toPostgres: () => {
        throw new Error('cannot be sent');
      },
    };
    const failing = database.transaction(async (tx) => {
      tx.send(note(1, 'one'));
      tx.send(sql`insert into parcel_note (n, t) values (2, ${unsendable})`);
      tx.send(note(3, 'three'));
    });
    await expect(failing).rejects.toThrow('cannot be sent');
    expect(await held()).toEqual([]);
    await database.transaction(async (tx) => tx.send(note(7, 'seven')));
    expect(await held()).toEqual([{ n: 7, t: 'seven' }]);
  });

  it('that is refused by its own work says so, whatever was sent, and leaves nothing', async () => {
    const refused = database.transaction(async (tx) => {
      tx.send(note(1, 'one'));
      throw refusal('foundation.conflict', { command: 'test' });
    });
    await expect(refused).rejects.toMatchObject({ code: 'foundation.conflict' });
    expect(await held()).toEqual([]);
  });

  it('keeps the order of statements and copies', async () => {
    await database.transaction(async (tx) => {
      tx.send(note(1, 'sent'));
      const copied = tx.copy(
        'parcel_note',
        ['n', 't'],
        [
          [2, 'copied'],
          [3, 'copied'],
        ],
      );
      tx.send(sql`update parcel_note set t = t || ' and changed'`);
      const again = tx.copy('parcel_note', ['n', 't'], [[4, 'copied later']]);
      await Promise.all([copied, again]);
    });
    expect(await held()).toEqual([
      { n: 1, t: 'sent and changed' },
      { n: 2, t: 'copied and changed' },
      { n: 3, t: 'copied and changed' },
      { n: 4, t: 'copied later' },
    ]);
  });

  it('whose copy fails leaves a connection that can be used', async () => {
    const failing = database.transaction((tx) =>
      tx.copy(
        'parcel_note',
        ['n', 't'],
        [
          [1, 'one'],
          [1, 'again'],
        ],
      ),
    );
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    await database.transaction(async (tx) => tx.send(note(7, 'seven')));
    expect(await held()).toEqual([{ n: 7, t: 'seven' }]);
  });

  const many = Array.from({ length: 50_000 }, (_, at) => [at, 'a note of some length']);

  it.each([
    ['before it takes a row', 'no_such_note', '42P01'],
    ['in the middle of its rows', 'parcel_note', '23505'],
  ])(
    'whose long copy is refused %s fails with that, whatever travels behind, and its connection can be used',
    async (_, table, code) => {
      const failing = database.transaction(async (tx) => {
        tx.send(note(25_000, 'there already'));
        tx.copy(table, ['n', 't'], many).catch(() => {});
        tx.copy('parcel_note', ['n', 't'], [[60_000, 'behind']]).catch(() => {});
        return tx.all(sql`select 1`);
      });
      await expect(failing).rejects.toMatchObject({ code });
      await database.transaction((tx) => tx.copy('parcel_note', ['n', 't'], many));
      expect(await held()).toHaveLength(many.length);
    },
  );
});
