import type { Reading, StandardNumber } from './model.ts';

/** Prefixes people leave out most, in the order in which a bare number is usually meant. */
const chinese = ['GB', 'GB/T'] as const;
const international = ['ISO', 'IEC', 'ISO/IEC'] as const;

/** A number without its prefix (`9706.1`, `9001:2015`) is not guessed: every usual reading is answered. */
export function readBare(text: string, parse: (text: string) => Reading): Reading {
  const isInternational = text.includes(':') || /^\d+-\d{1,3}(?!\d)/.test(text);
  const isChinese = /^\d+\.\d/.test(text) || /^\d+(?:\.\d+)?-\d{4}/.test(text);
  const prefixes = isInternational === isChinese ? [...chinese, ...international] : isChinese ? chinese : international;
  const readings = prefixes
    .map((prefix) => recognized(parse(`${prefix} ${text}`)))
    .filter((number) => number !== undefined);
  if (readings.length === 0) return { outcome: 'malformed', position: 0, expected: 'text' };
  return { outcome: 'ambiguous', readings, why: 'prefix-missing' };
}

function recognized(reading: Reading): StandardNumber | undefined {
  return reading.outcome === 'recognized' ? reading.number : undefined;
}
