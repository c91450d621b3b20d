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

/** What carries the later load: many declarations as one act, and single ones after each other. */
export const enterpriseBench: Bench = {
  name: 'enterprise',
  run: async (deps, { scale, note }) => {
    const count = Math.max(100_000, scale);
    const rows: BenchRow[] = [];
    const elapsed = stopwatch();
    const report = await deps.executor.executeMany(stateStandard, () => enterpriseStandards(count), {
      actor: deps.operator,
      key: `bench enterprise ${count}`,
      inputHash: Buffer.from(`bench enterprise ${count}`),
      mode: 'good-rows',
      onProgress: (done) =>
        done % 50_000 === 0 &&
        note(
          `${done.toLocaleString('en')} rows, ${Math.round(done / (elapsed() / 1_000)).toLocaleString('en')} rows/s so far`,
        ),
    });
    rows.push({
      name: `${count.toLocaleString('en')} enterprise standards through executeMany`,
      value: report.written / (elapsed() / 1_000),
      unit: 'rows/s',
    });
    const singles = [...enterpriseStandards(count + 500)].slice(count);
    const times: number[] = [];
    const all = stopwatch();
    for (const single of singles) {
      const one = stopwatch();
      await deps.executor.execute(stateStandard, single.input, {
        actor: deps.operator,
        key: `bench single ${single.row}`,
      });
      times.push(one());
    }
    rows.push({ name: 'single acts, one after the other', value: singles.length / (all() / 1_000), unit: 'acts/s' });
    rows.push({ name: 'single act', value: percentiles(times).p95, unit: 'ms p95' });
    return rows;
  },
};
