/**
 * The entries of a cell that holds several, as offices write them: parted by 、 ， , ; ； | or line breaks, by 和 及 与 between two
 * numbers, by a slash or a space between two complete numbers. `GB/T`, `T/CAS`, `ISO/IEC`, dual numbers (`GB/T 1/ISO 2`),
 * amendments (`GB 1-2020/XG1-2021`), brackets, and `, IDT` behind an ISO number stay whole.
 *
 * @example splitList('GB/T 1-2009、T/CAS 2-2020；GB 3-2001/GB 4-2001') // ['GB/T 1-2009', 'T/CAS 2-2020', 'GB 3-2001', 'GB 4-2001']
 */
export function splitList(text: string): readonly string[] {
  return splitAtMarks(text)
    .flatMap(splitNumbers)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

const marks = new Set(['、', '，', ',', ';', '；', '|', '｜', '\n', '\r', '\t', '､', '﹑']);
const opening = new Set(['(', '（', '[', '［', '【', '《', '“']);
const closing = new Set([')', '）', ']', '］', '】', '》', '”']);

/** Splits at the marks outside brackets. A bracket that is never closed does not count as one. */
function splitAtMarks(text: string): readonly string[] {
  const entries: string[] = [];
  let entry = '';
  let depth = 0;
  let lastClosing = -1;
  for (let at = text.length - 1; at >= 0 && lastClosing === -1; at--) if (closing.has(text[at] ?? '')) lastClosing = at;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (opening.has(character) && at < lastClosing) depth++;
    else if (closing.has(character)) depth = Math.max(0, depth - 1);
    // Behind the last closing bracket nothing is inside, whatever was left open before it.
    const isInside = depth > 0 && at < lastClosing;
    if (marks.has(character) && !isInside && !isDegree(text, at)) {
      entries.push(entry);
      entry = '';
    } else entry += character;
  }
  return [...entries, entry];
}

/**
 * `ISO 9001:2015, IDT`: the degree of adoption belongs to the number before the comma, unless a number follows it: then it
 * opens the next entry.
 */
function isDegree(text: string, at: number): boolean {
  degree.lastIndex = at + 1;
  return degree.test(text);
}

const degree =
  / ?(?:IDT|MOD|NEQ|EQV|(?:等同|修改|非等效|等效)(?:采用)?) {0,3}(?=$|[、，,;；|｜\n\r\t､﹑（(）)]|和|及|与|以及|and\b)/iy;

/** A word, a slash or space before the letters and digits of the next number. */
const betweenNumbers =
  /(?<!\s)(?:\s*(?<word>和|及|与|以及|或|\band\b|\/)\s*|\s+)(?=(?:(?:部分)?代替|(?:等同|修改|非等效|等效)(?:采用)?)?\s?[A-Za-z]{1,6}(?:\/[A-Za-z]{1,8})?\s?[A-Za-z]{0,5}\s?\d)/gi;

function splitNumbers(entry: string): readonly string[] {
  const entries: string[] = [];
  let from = 0;
  let depth = 0;
  let read = 0;
  for (const match of entry.matchAll(betweenNumbers)) {
    for (; read < match.index; read++) depth = depthBehind(depth, entry[read] ?? '');
    const end = match.index + match[0].length;
    const mark = match.groups?.['word'] ?? '';
    const next = entry.slice(end, end + 40);
    if (depth > 0 || !isBetween(entry.slice(Math.max(from, match.index - 8), match.index), mark, next)) continue;
    entries.push(entry.slice(from, match.index));
    from = end;
  }
  return [...entries, entry.slice(from)];
}

function depthBehind(depth: number, character: string): number {
  if (opening.has(character)) return depth + 1;
  return closing.has(character) ? Math.max(0, depth - 1) : depth;
}

/** Behind a year or a remark in brackets any mark divides; a word such as 及 also where the next number has its year. */
function isBetween(before: string, mark: string, next: string): boolean {
  if (belongsToNumberBefore(next, mark)) return false;
  const isDated = /^[^、，,;；]{0,30}?\d\s?[-—–:]\s?\d{4}(?!\d)/.test(next);
  if (/[-—–:]\d{4}[)）]?$/.test(before)) return true;
  if (/[)）\]］】》]$/.test(before)) return isDated || mark !== '';
  return isDated && mark !== '' && mark !== '/';
}

/** Amendments and corrigenda follow the number they change; behind a slash an international number makes it a dual number. */
function belongsToNumberBefore(next: string, mark: string): boolean {
  if (/^(?:XG|Amd|AMD|Cor|COR|AC|A)\.?\s?\d/.test(next)) return true;
  return mark.includes('/') && /^(?:ISO|IEC|ITU|EN|CISPR|IEEE|ASTM)\b/i.test(next);
}
