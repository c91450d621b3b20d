import type { Deps } from './part.ts';

/** One measured row, with the floor measured in the same run; the ratio is what counts on a machine nobody knows. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: 'rows/s' | 'numbers/s' | 'requests/s' | 'acts/s' | 'leaves/s' | 'events/s' | 'ms p50' | 'ms p95';
  /** The same unit, measured beside it: what the machine can do at most without our code. */
  readonly floor?: { readonly what: string; readonly value: number };
}

/** A measurement; it runs in a scratch register that is thrown away. */
export interface Bench {
  readonly name: string;
  readonly run: (deps: Deps, options: { readonly scale: number; readonly note: (text: string) => void }) => Promise<readonly BenchRow[]>;
}

/** A row of the table in docs/benchmarks.md. */
export function benchLine(row: BenchRow): string {
  const shown = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));
  const floor = row.floor === undefined ? '' : `${row.floor.what}: ${shown(row.floor.value)}`;
  const ratio = row.floor === undefined ? '' : (row.value / row.floor.value).toPrecision(2);
  return `| ${row.name} | ${shown(row.value)} ${row.unit} | ${floor} | ${ratio} |`;
}

/** Percentiles of measured times. */
export function percentiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
