import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/foundation/clock.ts';
import type { Database } from '../../src/foundation/database.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { executor } from '../../src/foundation/executor.ts';
import { migrate, readMigrations } from '../../src/foundation/migrations.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sql } from '../../src/foundation/sql.ts';
import { bandWords } from '../../src/search/bands.ts';
import { addEntries } from '../../src/search/entry-rows.ts';
import { nothingStated } from '../../src/standards/model.ts';
import { stateStandard } from '../../src/standards/state-standard.ts';
import { catalogue } from '../support/catalogue.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { schemaText } from '../support/schema-text.ts';
import { anEntry } from '../support/search-entries.ts';
import { repository } from '../support/source-files.ts';
import { standardsEventTypes, standardsProjections } from '../support/standards-register.ts';
import { readersOf, tablePage } from '../support/table-page.ts';
import { operator } from '../support/test-database.ts';

const migrations = readMigrations(join(repository, 'migrations'));
const committed = (path: string): string => readFileSync(join(repository, path), 'utf8');

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function emptyDatabase(): Promise<Database> {
  const { database, end } = await freshDatabase();
  ends.push(end);
  return database;
}

describe('an empty database', () => {
  it('is brought to the committed schema and has the documented tables', async () => {
    const database = await emptyDatabase();
    expect(await migrate(database, migrations)).toEqual(migrations.map(({ name }) => name));
    const tables = await catalogue(database);
    // node scripts/schema.mjs and node scripts/tables.mjs write these files.
    expect(schemaText(tables)).toBe(committed('migrations/schema.sql'));
    const readers = readersOf(committed('docs/tables/readers.csv'));
    for (const table of tables) {
      expect(tablePage(table, readers.get(table.name) ?? 'docs/tables/readers.csv has no line'), table.name).toBe(
        committed(`docs/tables/${table.name}.md`),
      );
    }
    const pages = readdirSync(join(repository, 'docs/tables')).filter((name) => name.endsWith('.md'));
    expect(pages.map((name) => name.replace('.md', '')).sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  it('that is migrated again stays as it is', async () => {
    const database = await emptyDatabase();
    await migrate(database, migrations);
    let backups = 0;
    expect(await migrate(database, migrations, async () => void backups++)).toEqual([]);
    expect(backups).toBe(0);
  });
});

describe('a migration', () => {
  it('that fails leaves nothing of itself behind, and the ones before it stay', async () => {
    const database = await emptyDatabase();
    const broken = [
      { name: '0001-one.sql', text: 'create table one (id int)' },
      { name: '0002-two.sql', text: 'create table two (id int); select 1 / 0' },
    ];
    await expect(migrate(database, broken)).rejects.toThrow(/division by zero/);
    expect(await database.all(sql`select name from applied_migration`)).toEqual([{ name: '0001-one.sql' }]);
    expect(await database.all(sql`select to_regclass('two') as two`)).toEqual([{ two: null }]);
  });

  it('is preceded by a backup when the database holds something already', async () => {
    const database = await emptyDatabase();
    const steps: (readonly string[])[] = [];
    const backUp = async (missing: readonly string[]) => void steps.push(missing);
    await migrate(database, migrations.slice(0, 1), backUp);
    await migrate(database, migrations.slice(0, 2), backUp);
    expect(steps).toEqual([[migrations[1]?.name]]);
  });

  it('of a newer version stops the start and says what to do', async () => {
    const database = await emptyDatabase();
    await migrate(database, [{ name: '0001-from-the-future.sql', text: 'select 1' }]);
    await expect(migrate(database, migrations)).rejects.toMatchObject({
      code: 'foundation.made-by-newer',
      details: { migrations: '0001-from-the-future.sql' },
    });
  });

  it('is not made where the tables of another program stand', async () => {
    const database = await emptyDatabase();
    await database.asOwner((tx) => tx.script('create table event (id int); create table claim (id int)'));
    await expect(migrate(database, migrations)).rejects.toMatchObject({
      code: 'foundation.migrations-in-disorder',
      details: { migration: migrations[0]?.name, found: 'claim, event' },
    });
    expect(await database.all(sql`select to_regclass('applied_migration') as record`)).toEqual([{ record: null }]);
  });

  it.each([
    ['emptied', 'delete from applied_migration', /\bact, /],
    ['dropped', 'drop table applied_migration', /\bact, /],
    ['shortened in the middle', "delete from applied_migration where name like '0009%'", /^0010-/],
  ])('is not made again when its record was %s', async (_how, change, found) => {
    const database = await emptyDatabase();
    await migrate(database, migrations);
    await database.asOwner((tx) => tx.script(change));
    let backups = 0;
    await expect(migrate(database, migrations, async () => void backups++)).rejects.toMatchObject({
      code: 'foundation.migrations-in-disorder',
      details: { found: expect.stringMatching(found) },
    });
    expect(backups).toBe(0);
  });

  it('is numbered without a hole', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guiju-migrations-'));
    for (const name of ['0001-one.sql', '0003-three.sql', 'schema.sql']) writeFileSync(join(folder, name), '');
    expect(() => readMigrations(folder)).toThrow('Migration 0003-three.sql should have number 2.');
    rmSync(folder, { recursive: true });
  });
});

/** Registers as earlier states of the migrations left them: `after-<number>.sql` holds rows, to be put in after that migration. */
const states = readdirSync(join(import.meta.dirname, 'states')).sort();

describe('an older state', () => {
  it('is stored for at least the first migrations that could hold a register', () => {
    expect(states).toContain('after-0004.sql');
  });

  it.each(states)('%s is brought to the present schema, and its register follows from its history', async (name) => {
    const database = await emptyDatabase();
    const last = Number(/after-(\d+)\.sql/.exec(name)?.[1]);
    await migrate(database, migrations.slice(0, last));
    await database.asOwner((tx) => tx.script(readFileSync(join(import.meta.dirname, 'states', name), 'utf8')));
    const before = await database.first<{ readonly n: number }>(sql`select count(*)::int as n from event`);
    await migrate(database, migrations);
    expect(schemaText(await catalogue(database))).toBe(committed('migrations/schema.sql'));
    const rules = {
      types: eventTypes(standardsEventTypes),
      projections: standardsProjections,
      timeZone: 'Asia/Shanghai',
    };
    expect(await checkProjections(database, rules)).toMatchObject({ events: before?.n, differences: [] });
    const ready = executor({ ...rules, database, clock: systemClock('Asia/Shanghai'), random: systemRandom() });
    await ready.execute(stateStandard, aNewStatement, { actor: operator, key: 'after the upgrade' });
    expect((await checkProjections(database, rules)).events).toBeGreaterThan(before?.n ?? 0);
  });
});

describe('entries of the search of an earlier version', () => {
  it('get the words of their bands of prominence', async () => {
    const database = await emptyDatabase();
    await migrate(database, migrations.slice(0, 12));
    const entries = [-5, 0, 7, 690, 2_000].map((prominence) => anEntry({ prominence, titles: ['输液泵'] }));
    await database.transaction((tx) => addEntries(tx, entries, '2026-01-31'));
    const written = () =>
      database.all(sql`select stream_id, words::text as words from search_entry order by stream_id`);
    const complete = await written();
    await database.asOwner((tx) =>
      tx.all(
        sql`update search_entry set words = ts_delete(words, ${entries.flatMap((one) => bandWords(one.prominence))}::text[])`,
      ),
    );
    expect(await written()).not.toEqual(complete);
    await migrate(database, migrations);
    expect(await written()).toEqual(complete);
  });
});

const aNewStatement = {
  source: { name: 'fictitious', key: 'new', statedOn: '2026-01-31', rank: 10 },
  contentHash: 'new',
  statement: {
    number: 'YY/T 9001-2024',
    ...nothingStated,
  },
};
