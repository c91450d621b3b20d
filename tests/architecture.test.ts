/**
 * The rules of the house that no compiler checks: docs/style.md sections 1, 2, 6, 8 and 9, and DESIGN 10, rule 12. Where a rule is
 * guarded by a tool, a violation is planted to prove that the guard bites.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CatalogueTable, catalogue, shardingFaults } from './support/catalogue.ts';
import { forbiddenWords, misuses } from './support/forbidden-words.ts';
import { repository, sourceFiles, withoutComments } from './support/source-files.ts';
import { testDatabase } from './support/test-database.ts';

describe('the tables', () => {
  it('say how they are distributed, carry that column in every key, have no trigger, and explain every column', async () => {
    const tables = await catalogue(await testDatabase());
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['act', 'event', 'claim', 'standard']));
    expect(tables.flatMap(shardingFaults)).toEqual([]);
  });

  const sound: CatalogueTable = {
    name: 'thing',
    comment: 'distributed by home_id. A thing.',
    columns: [{ name: 'home_id', type: 'uuid', isRequired: true, comment: 'Home.' }],
    keys: [{ name: 'thing_pkey', kind: 'primary key', columns: ['home_id'], definition: 'PRIMARY KEY (home_id)' }],
    indexes: [],
    checks: [],
    triggers: [],
    rights: [],
  };
  const key = { name: 'thing_code', kind: 'unique', columns: ['code'], definition: 'UNIQUE (code)' };
  it.each([
    ['a comment that says no distribution', { comment: 'A thing.' }],
    [
      'a distributed table without its column',
      { columns: [{ name: 'id', type: 'uuid', isRequired: true, comment: 'It.' }] },
    ],
    ['a key without the column', { keys: [key] }],
    ['an exclusion without the column', { keys: [{ ...key, kind: 'exclusion' }] }],
    ['a trigger', { triggers: ['thing_changed'] }],
    ['a column nobody explained', { columns: [{ name: 'home_id', type: 'uuid', isRequired: true, comment: null }] }],
    ['a claim whose key lacks the value', { comment: 'distributed by claim. A thing.', keys: [key] }],
  ])('are refused with %s', (_name, fault) => {
    expect(shardingFaults(sound)).toEqual([]);
    expect(shardingFaults({ ...sound, ...fault })).not.toEqual([]);
  });
});

describe('the code', () => {
  const files = sourceFiles(['src', 'packages', 'tests', 'migrations']).filter(
    ({ path }) => path !== 'tests/support/forbidden-words.ts' && path !== 'tests/architecture.test.ts',
  );

  it.each(forbiddenWords)('has nowhere $name', (word) => {
    expect(files.length).toBeGreaterThan(100);
    expect(misuses(files, word)).toEqual([]);
  });

  it.each([
    ['a JavaScript date outside foundation/clock.ts', 'const a = Date.now();'],
    ['a JavaScript date outside foundation/clock.ts', 'const a = new Date(text);'],
    ['the clock of the database in a query', 'read.all(sql`select 1 where valid @> now()::date`)'],
    ['the clock of the database in a query', 'read.all(sql`select current_date`)'],
    ['the end of validity taken for today', 'sql`select from standard s where upper_inf(s.valid)`'],
    ['a recursive query', 'sql`with recursive chain as (select 1)`'],
    ['the environment outside main.ts and cli.ts', "const port = process.env['PORT'];"],
    ['a random value outside foundation/random.ts', 'const id = crypto.randomUUID();'],
    ['a random value outside foundation/random.ts', 'const n = Math.random();'],
    ['a random value outside foundation/random.ts', "import { hash, randomBytes } from 'node:crypto';"],
  ])('is searched for %s: %s', (name, code) => {
    const word = forbiddenWords.find((one) => one.name === name);
    expect(word && misuses([{ path: 'src/standards/planted.ts', code }], word)).toEqual(['src/standards/planted.ts']);
  });

  it('is not blamed for what its comments say', () => {
    expect(withoutComments('// never new Date()\n/** nor Math.random */\n * nor now()\nconst a = 1;')).toBe(
      'const a = 1;',
    );
  });

  it('has a README in every folder of src and packages', () => {
    const folders = ['src', 'packages'].flatMap((place) =>
      readdirSync(join(repository, place), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [`${place}/${entry.name}`] : [],
      ),
    );
    expect(folders.filter((folder) => !existsSync(join(repository, folder, 'README.md')))).toEqual([]);
  });
});

describe('the directions of import', () => {
  const planted = mkdtempSync(join(tmpdir(), 'guiju-planted-'));
  afterAll(() => rmSync(planted, { recursive: true }));

  const plant = (path: string, text: string): void => {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  };
  const importing = (path: string): string => `import * as it from '${path}';\nexport const planted = it;\n`;
  const layers = [
    ['foundation', 'portal'],
    ['portal', 'search'],
    ['search', 'registers'],
    ['registers', 'bodies'],
    ['bodies', 'people'],
    ['people', 'access'],
    ['access', 'rulebook'],
    ['rulebook', 'cases'],
    ['cases', 'ballots'],
    ['ballots', 'standards'],
    ['standards', 'projects'],
    ['projects', 'calls'],
    ['calls', 'policies'],
    ['policies', 'reports'],
    ['reports', 'simulation'],
  ] as const;

  it('each rule of the guard finds a violation planted against it, and lets pass what is allowed', async () => {
    writeFileSync(join(planted, 'tsconfig.json'), readFileSync(join(repository, 'tsconfig.json')));
    writeFileSync(join(planted, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(repository, 'node_modules'), join(planted, 'node_modules'));
    for (const [lower, higher] of layers) {
      plant(`src/${lower}/up.ts`, importing(`../${higher}/index.ts`));
      plant(`src/${higher}/index.ts`, 'export const floor = 1;\n');
      plant(`src/${higher}/inner.ts`, 'export const inner = 1;\n');
    }
    plant('src/simulation/past-the-door.ts', importing('../reports/inner.ts'));
    plant('src/standards/allowed.ts', importing('../bodies/index.ts'));
    plant('src/standards/ground-floor.ts', importing('../foundation/one.ts'));
    plant('src/foundation/one.ts', importing('./two.ts'));
    plant('src/foundation/two.ts', importing('./one.ts'));
    plant('src/foundation/database.ts', 'export const database = 1;\n');
    plant('src/standards/model.ts', importing('../foundation/database.ts'));
    plant('packages/numbers/src/impure.ts', importing('node:fs'));
    plant('packages/numbers/src/upward.ts', importing('../../../src/foundation/database.ts'));
    const { names, sources } = await violationsIn(planted);
    expect([...names].sort()).toEqual([...(await rulesOfTheGuard())].sort());
    expect(sources).not.toContain('src/standards/allowed.ts');
    expect(sources).not.toContain('src/standards/ground-floor.ts');
    expect(sources).toContain('src/simulation/past-the-door.ts');
  });
});

const configuration = join(repository, '.dependency-cruiser.mjs');

async function rulesOfTheGuard(): Promise<ReadonlySet<string>> {
  const module: unknown = await import(configuration);
  const rules = z.object({ default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }) }).parse(module);
  return new Set(rules.default.forbidden.map(({ name }) => name));
}

async function violationsIn(
  folder: string,
): Promise<{ readonly names: ReadonlySet<string>; readonly sources: readonly string[] }> {
  const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', configuration, '--output-type', 'json', 'src', 'packages'];
  const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  const violation = z.object({ from: z.string(), rule: z.object({ name: z.string() }) });
  const report = z.object({ summary: z.object({ violations: z.array(violation) }) }).parse(JSON.parse(done.stdout));
  const { violations } = report.summary;
  return { names: new Set(violations.map(({ rule }) => rule.name)), sources: violations.map(({ from }) => from) };
}

describe('the lockfile', () => {
  const locked = z.looseObject({
    resolved: z.string().optional(),
    link: z.boolean().optional(),
    optionalDependencies: z.record(z.string(), z.string()).optional(),
  });
  const { packages } = z
    .object({ packages: z.record(z.string(), locked) })
    .parse(JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')));

  it('misses no optional dependency, so that a clean installation works on every platform', () => {
    const missing = Object.entries(packages).flatMap(([holder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !placesOf(holder, name).some((place) => place in packages)),
    );
    expect(missing).toEqual([]);
  });

  it('names no address of a registry, so that it can be installed from any', () => {
    const addresses = Object.entries(packages).filter(
      ([, { resolved, link }]) => resolved !== undefined && link !== true,
    );
    expect(addresses.map(([name]) => name)).toEqual([]);
  });
});

/** Where a package may lie that another one needs: beside it, or further up. */
function placesOf(holder: string, name: string): readonly string[] {
  const steps = holder.split('/node_modules/');
  const inner = steps.map(
    (_, index) => `${steps.slice(0, steps.length - index).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...inner, `node_modules/${name}`];
}
