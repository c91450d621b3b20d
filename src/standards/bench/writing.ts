import { join } from 'node:path';
import { percentiles } from '../../foundation/bench.ts';
import { stopwatch } from '../../foundation/clock.ts';
import { copyText } from '../../foundation/copy-text.ts';
import type { Bench, BenchRow, Deps } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { importRecords } from '../import/import-records.ts';
import { isoRecords } from '../import/json-records.ts';
import { stateStandard } from '../state-standard.ts';
import { enterpriseStandards } from './statements.ts';

/** The ISO sample as an import, against COPY of the very same rows into the same tables with the same indexes. */
export function importBench(root: string): Bench {
  return {
    name: 'import',
    run: async (deps, { note }) => {
      const file = join(root, 'founding/iso-deliverables.jsonl.gz');
      const elapsed = stopwatch();
      const { records } = await isoRecords(deps, file, 'iso-catalogue-sample');
      const report = await importRecords(deps, {
        records,
        statedOn: '2025-06-30',
        mode: 'good-rows',
        key: 'bench import',
        inputHash: Buffer.from('bench import'),
      });
      const value = report.written / (elapsed() / 1_000);
      note(`${report.written} rows in ${(elapsed() / 1_000).toFixed(1)} s`);
      const floor = report.written / ((await copySeconds(deps)) || Number.NaN);
      return [
        {
          name: 'import 15,000 ISO rows',
          value,
          unit: 'rows/s',
          floor: { what: 'COPY of the same rows', value: floor },
        },
      ];
    },
  };
}

const tables = [
  'event',
  'claim',
  'standard',
  'standard_relation',
  'standard_organization',
  'standard_source',
  'standard_issuer',
  'count_entry',
  'changed_stream',
] as const;

/** Seconds that COPY needs for the rows of all tables into empty copies with the same constraints and indexes. */
async function copySeconds(deps: Deps): Promise<number> {
  let seconds = 0;
  for (const table of tables) {
    const columns = await deps.database.all<{ readonly name: string }>(
      sql`select column_name as name from information_schema.columns where table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
    );
    const names = columns.map((column) => column.name);
    const rows = await deps.database.all<Readonly<Record<string, string | null>>>(
      sql`select ${sql.join(names.map((name) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`))} from ${sql.table(table)}`,
    );
    const text = copyText(rows.map((row) => names.map((name) => row[name])));
    const copy = `bench_${table}`;
    await deps.database.asOwner((tx) => tx.script(`create table ${copy} (like ${table} including all)`));
    const elapsed = stopwatch();
    await deps.database.asOwner((tx) => tx.copy(copy, names, text));
    seconds += elapsed() / 1_000;
    await deps.database.asOwner((tx) => tx.script(`drop table ${copy}`));
  }
  return seconds;
}

/** What carries the later load: many declarations as one act, and single ones after each other and side by side. */
export const enterpriseBench: Bench = {
  name: 'enterprise',
  run: async (deps, { scale, note }) => {
    const count = Math.max(100_000, scale);
    const elapsed = stopwatch();
    let noted = 0;
    const report = await deps.executor.executeMany(stateStandard, () => enterpriseStandards(count), {
      actor: deps.operator,
      key: `bench enterprise ${count}`,
      inputHash: Buffer.from(`bench enterprise ${count}`),
      mode: 'good-rows',
      onProgress: (done) => {
        if (done < noted + 50_000) return;
        noted = done;
        const speed = Math.round(done / (elapsed() / 1_000));
        note(`${done.toLocaleString('en')} rows, ${speed.toLocaleString('en')} rows/s so far`);
      },
    });
    const bulk = report.written / (elapsed() / 1_000);
    const floor = report.written / ((await copySeconds(deps)) || Number.NaN);
    const singles = [...enterpriseStandards(count + 3_000)].slice(count);
    return [
      {
        name: `${count.toLocaleString('en')} enterprise standards through executeMany`,
        value: bulk,
        unit: 'rows/s',
        floor: { what: 'COPY of the same rows', value: floor },
      },
      ...(await singleActs(deps, singles.slice(0, 1_000), 1)),
      ...(await singleActs(deps, singles.slice(1_000), 8)),
    ];
  },
};

type Single = ReturnType<typeof enterpriseStandards> extends Generator<infer One> ? One : never;

/** Single acts, so many at a time, against one row inserted in a transaction of its own by as many. */
async function singleActs(deps: Deps, singles: readonly Single[], atATime: number): Promise<readonly BenchRow[]> {
  const acts = await sideBySide(singles, atATime, ({ row, input }) =>
    deps.executor.execute(stateStandard, input, { actor: deps.operator, key: `bench single ${row}` }),
  );
  await deps.database.asOwner((tx) => tx.script('create table bench_row (n int primary key, t text)'));
  const inserts = await sideBySide(singles, atATime, ({ row, input }) =>
    deps.database.asOwner((tx) => tx.run(sql`insert into bench_row values (${row}, ${input.statement.number})`)),
  );
  await deps.database.asOwner((tx) => tx.script('drop table bench_row'));
  const how = atATime === 1 ? 'one after the other' : `${atATime} at a time`;
  const floor = { what: 'one row in a transaction of its own' };
  return [
    {
      name: `single acts, ${how}`,
      value: acts.perSecond,
      unit: 'acts/s',
      floor: { ...floor, value: inserts.perSecond },
    },
    { name: `single act, ${how}`, value: acts.p95, unit: 'ms p95', floor: { ...floor, value: inserts.p95 } },
  ];
}

async function sideBySide(
  singles: readonly Single[],
  atATime: number,
  one: (single: Single) => Promise<unknown>,
): Promise<{ readonly perSecond: number; readonly p95: number }> {
  const waiting = [...singles];
  const times: number[] = [];
  const all = stopwatch();
  const worker = async (): Promise<void> => {
    for (let single = waiting.shift(); single; single = waiting.shift()) {
      const elapsed = stopwatch();
      await one(single);
      times.push(elapsed());
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return { perSecond: singles.length / (all() / 1_000), p95: percentiles(times).p95 };
}
