import type { BenchRow } from './part.ts';

/** A row of the table in docs/benchmarks.md. */
export function benchLine(row: BenchRow): string {
  const shown = (value: number): string =>
    value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
  const floor = row.floor === undefined ? '' : `${row.floor.what}: ${shown(row.floor.value)}`;
  const ratio = row.floor === undefined ? '' : (row.value / row.floor.value).toPrecision(2);
  return `| ${row.name} | ${shown(row.value)} ${row.unit} | ${floor} | ${ratio} |`;
}

/** Percentiles of measured times. */
export function percentiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
