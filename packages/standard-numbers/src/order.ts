import type { Scheme, StandardNumber } from './model.ts';

/**
 * Orders numbers as a catalogue does: Chinese tiers first, then ISO, IEC and others; within a prefix by number and not
 * by letter, so that GB/T 2 stands before GB/T 10; a base document before its amendments.
 *
 * @example numbers.toSorted(naturalOrder)
 */
export function naturalOrder(a: StandardNumber, b: StandardNumber): number {
  return (
    rank(a.scheme) - rank(b.scheme) ||
    text(a.publisher, b.publisher) ||
    natural(a.serial, b.serial) ||
    list(a.parts, b.parts) ||
    text(a.prefix, b.prefix) ||
    (a.year ?? 0) - (b.year ?? 0) ||
    list(a.supplements.map(sheetName), b.supplements.map(sheetName)) ||
    text(a.key, b.key)
  );
}

const order: readonly Scheme[] = [
  'cn-national',
  'cn-reference-material',
  'cn-health',
  'cn-sectoral',
  'cn-engineering',
  'cn-local',
  'cn-association',
  'cn-enterprise',
  'cn-metrology',
  'cn-military',
  'iso',
  'iec',
  'iec-document',
  'itu',
];

function rank(scheme: Scheme): number {
  const index = order.indexOf(scheme);
  return index === -1 ? order.length : index;
}

function text(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function list(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = natural(a[index] ?? '', b[index] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function natural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = piece(left[index] ?? '', right[index] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length || text(a, b);
}

/** Digits by value, without trust in machine numbers: a longer number without leading zeros is the larger. */
function piece(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return text(a, b);
  const x = a.replace(/^0+(?=\d)/, '');
  const y = b.replace(/^0+(?=\d)/, '');
  return x.length - y.length || text(x, y);
}

function sheetName(sheet: {
  readonly kind: string;
  readonly number: string;
  readonly year: number | undefined;
}): string {
  return `${sheet.kind} ${sheet.number} ${sheet.year ?? ''}`;
}
