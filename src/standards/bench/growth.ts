import { stopwatch } from '../../foundation/clock.ts';
import type { Bench, BenchRow, Deps } from '../../foundation/part.ts';
import { stateStandard } from '../state-standard.ts';
import { isoLikeRows } from './iso-like.ts';

const part = 50_000;

/** Whether the rate of an import falls as the register grows: the same 50,000 rows' worth of work again and again. */
export const growthBench: Bench = {
  name: 'growth',
  run: async (deps, { scale, note }) => {
    const parts = Math.max(2, Math.round(scale / part));
    const rates: number[] = [];
    for (let place = 0; place < parts; place++) {
      const rate = await imported(deps, place * part);
      rates.push(rate);
      note(
        `${((place + 1) * part).toLocaleString('en')} records held, ${Math.round(rate).toLocaleString('en')} rows/s for the last ${part.toLocaleString('en')}`,
      );
    }
    return rowsOf(rates);
  },
};

async function imported(deps: Deps, from: number): Promise<number> {
  const elapsed = stopwatch();
  const report = await deps.executor.executeMany(stateStandard, () => isoLikeRows(from, from + part), {
    actor: deps.operator,
    key: `bench growth ${from}`,
    inputHash: Buffer.from(`bench growth ${from}`),
    mode: 'all-or-nothing',
  });
  return report.written / (elapsed() / 1_000);
}

function rowsOf(rates: readonly number[]): readonly BenchRow[] {
  const [first = Number.NaN] = rates;
  const total = (rates.length * part).toLocaleString('en');
  const last = rates.at(-1) ?? Number.NaN;
  return [
    { name: `import, rows 1 to ${part.toLocaleString('en')}`, value: first, unit: 'rows/s' },
    {
      name: `import, the last ${part.toLocaleString('en')} of ${total}`,
      value: last,
      unit: 'rows/s',
      floor: { what: `the first ${part.toLocaleString('en')}`, value: first },
    },
  ];
}
