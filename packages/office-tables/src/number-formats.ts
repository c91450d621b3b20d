import { dayOfSerial, isoDay, isoMonth } from './calendar.ts';

/** What a number format makes of a number: `shows` says how much of a date the reader of the sheet sees. */
export type NumberFormat =
  | { readonly kind: 'number'; readonly digits: number }
  | { readonly kind: 'date'; readonly shows: DateParts };

export type DateParts = 'year' | 'month' | 'day' | 'day-and-time';

export const generalFormat: NumberFormat = { kind: 'number', digits: 0 };

/** Formats that every program knows by number (ISO/IEC 29500-1, 18.8.30), those of Chinese, Japanese and Korean offices included. */
export function builtInFormat(id: number): NumberFormat {
  const shows = builtInDates.get(id);
  return shows ? { kind: 'date', shows } : generalFormat;
}

const builtInDates: ReadonlyMap<number, DateParts> = new Map<number, DateParts>([
  ...[14, 15, 16, 30, 31, 28, 29, 36, 50, 51, 53, 54, 58].map((id) => [id, 'day'] as const),
  ...[17, 27, 52, 57].map((id) => [id, 'month'] as const),
  [22, 'day-and-time'],
]);

/** Reads a format code. Quoted and escaped text, colours and conditions do not count; only its first section does. */
export function readFormatCode(code: string): NumberFormat {
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
    ?.toLowerCase();
  if (bare === undefined || bare === 'general') return generalFormat;
  if (/^0{2,}$/.test(bare)) return { kind: 'number', digits: bare.length };
  if (/[#?]/.test(bare)) return generalFormat;
  if (/[yeg]/.test(bare)) {
    if (bare.includes('d')) return { kind: 'date', shows: bare.includes('h') ? 'day-and-time' : 'day' };
    return { kind: 'date', shows: bare.includes('m') ? 'month' : 'year' };
  }
  // Without a year it is a date only when it shows a day: h:mm is a time of day, a number of its own.
  return bare.includes('d') ? { kind: 'date', shows: 'day' } : generalFormat;
}

/** The date that a cell shows, no more precise than its format; nothing when the number is no day. */
export function isoOfSerial(serial: number, base: 1900 | 1904, shows: DateParts): string | undefined {
  const day = dayOfSerial(serial, base);
  if (!day) return undefined;
  if (shows === 'year') return isoMonth({ ...day, month: 1 }).slice(0, 4);
  if (shows === 'month') return isoMonth(day);
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  if (shows === 'day' || minutes === 0 || minutes === 1440) return isoDay(day);
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${isoDay(day)}T${hour}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A number as people read it: 15 digits as spreadsheet programs show, whole numbers in full, leading zeros of the format. */
export function numberText(value: number, digits: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    const text = value.toFixed(0);
    return value < 0 ? text : text.padStart(digits, '0');
  }
  return String(Number(value.toPrecision(15)));
}
