import pg from 'pg';

const int8 = 20;
const date = 1082;
const timestamptz = 1184;
const numeric = 1700;

/** Dates, instants and ranges are read as strings, never as JavaScript dates; counts as numbers while they are exact. */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [int8, wholeNumber],
  [date, (text) => text],
  [timestamptz, instant],
  [numeric, (text) => text],
]);

export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ??
    (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')),
};

function wholeNumber(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

/** `2026-11-22 06:31:00.12+00` becomes `2026-11-22T06:31:00.120Z`. */
export function instant(text: string): string {
  const found = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::00)?$/.exec(text);
  if (!found) return text;
  const [, day, time, fraction = ''] = found;
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, Math.max(3, fraction.length))}Z`;
}
