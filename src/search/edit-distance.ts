/**
 * Characters to change, add or take out to make one text of the other; an exchange of neighbours is one change
 * (optimal string alignment). Texts longer than 40 characters are far from everything.
 *
 * @example editDistance('GB42061', 'GB42601') === 1
 */
export function editDistance(one: string, other: string): number {
  if (one.length > longest || other.length > longest) return far;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = at(row, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isExchange = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next.push(Math.min(change, at(row, j) + 1, at(next, j - 1) + 1, isExchange ? at(before, j - 2) + 1 : far));
    }
    before = row;
    row = next;
  }
  return at(row, other.length);
}

const longest = 40;
const far = 99;

function at(row: readonly number[], index: number): number {
  return row[index] ?? far;
}
