import { codeEntries } from './chinese/prefixes.ts';

/** Known prefixes with at most one letter changed, added, lost or exchanged, and the association of `TCAS`; at most five. */
export function nearestPrefixes(token: string): readonly string[] {
  const found = new Set<string>();
  if (token.length > 3 && token.startsWith('T')) found.add(`T/${token.slice(1)}`);
  if (token.length > 2 && token.startsWith('Q')) found.add(`Q/${token.slice(1)}`);
  const ranked = [...candidates]
    .map(([spelling, prefix]) => ({ prefix, distance: distance(token, spelling) }))
    .filter((candidate) => candidate.distance <= (token.length > 4 ? 2 : 1))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        rank(a.prefix) - rank(b.prefix) ||
        a.prefix.length - b.prefix.length ||
        (a.prefix < b.prefix ? -1 : 1),
    );
  for (const candidate of ranked) found.add(candidate.prefix);
  return [...found].slice(0, 5);
}

const candidates: ReadonlyMap<string, string> = new Map([
  ...[...codeEntries].map(
    ([letters, entry]) => [letters, entry.suffix === '' ? entry.code : `${entry.code}/${entry.suffix}`] as const,
  ),
  ...[
    'ISO',
    'IEC',
    'ITU',
    'CISPR',
    'IWA',
    'EN',
    'CEN',
    'BS',
    'JIS',
    'IEEE',
    'ANSI',
    'NIST',
    'ETSI',
    'CCSDS',
    'PLATEAU',
    'CECS',
  ].map((word) => [word, word] as const),
]);

/** Number of letters to change, with an exchange of neighbours as one change; words longer than 12 letters are far from all. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length > 12) return 99;
  let previous: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(previous, j - 2) + 1 : 99;
      next.push(Math.min(change, at(row, j) + 1, at(next, j - 1) + 1, swapped));
    }
    previous = row;
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 99;
}

/** National numbers are meant far more often than any other. */
function rank(prefix: string): number {
  return prefix.startsWith('GB') ? 0 : 1;
}
