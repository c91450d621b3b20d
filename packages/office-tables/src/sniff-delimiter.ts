/** The characters that part columns in what offices call CSV. */
const delimiters = ['\t', ',', ';', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

/**
 * Which character parts the columns of a text: the one that stands in most of the first lines and about equally often.
 * Nothing when the text is running text or a single column: a comma here and there makes no table.
 */
export function sniffDelimiter(text: string): Delimiter | undefined {
  const lines = firstLines(text);
  let best: { readonly delimiter: Delimiter; readonly score: number } | undefined;
  for (const delimiter of delimiters) {
    const score = scoreOf(lines.map((line) => countOutsideQuotes(line, delimiter)));
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

/** Up to 100 non-blank records; a line end inside quotes does not end a record. */
function firstLines(text: string): readonly string[] {
  const lines: string[] = [];
  let pending = '';
  for (const line of text.slice(0, 200_000).split(/\r\n?|\n/, 400)) {
    pending = pending === '' ? line : `${pending}\n${line}`;
    if ((pending.split('"').length - 1) % 2 === 1 && pending.length < 20_000) continue;
    if (pending.trim() !== '' && lines.push(pending) === 100) break;
    pending = '';
  }
  return lines;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let inside = false;
  for (const character of line) {
    if (character === '"') inside = !inside;
    else if (character === delimiter && !inside) count++;
  }
  return count;
}

/** The usual count, when at least 6 of 10 lines have it or come close; title rows and notes may differ. */
function scoreOf(counts: readonly number[]): number {
  const positive = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const median = positive[positive.length >> 1];
  if (median === undefined || positive.length < counts.length * 0.6) return 0;
  const alike = positive.filter((count) => count === median).length;
  if (alike < counts.length * 0.6) return 0;
  return (alike / counts.length) * (1 + Math.min(median, 20) / 10);
}
