import { findNumbers, parse } from '@guiju/standard-numbers';

/** One entry of a cell of numbers: the number as written, and the words before and behind it. */
export interface NumberEntry {
  readonly number: string;
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** Undefined when the entry holds no number. A title in 《》 belongs to the number and is no remark. */
export function numberEntry(entry: string): NumberEntry | undefined {
  const [found] = findNumbers(entry);
  if (found) {
    const before = remarksIn(entry.slice(0, found.start));
    return { number: found.text.trim(), before, behind: remarksIn(entry.slice(found.end)) };
  }
  const reading = parse(entry);
  if (reading.outcome !== 'recognized') return undefined;
  const end = reading.rest === '' ? entry.length : entry.lastIndexOf(reading.rest);
  return { number: entry.slice(0, end).trim(), before: [], behind: remarksIn(entry.slice(end)) };
}

/** What stands in brackets, each by itself, and what stands outside of them. */
export function remarksIn(text: string): readonly string[] {
  const words = text.replace(/《[^》]*》/g, ' ');
  const inBrackets = [...words.matchAll(brackets)].map((match) => match[1] ?? '');
  const outside = words.replace(brackets, ' ').replace(/[（(）)[\]［］【】]/g, ' ');
  return [outside, ...inBrackets].map(bare).filter((remark) => remark !== '');
}

// One level of brackets inside brackets: （部分代替，见附录A（规范性））.
const brackets = /[（([［【]((?:[^（()）［[\]］【】]|[（(][^（()）]*[）)])*)[）)\]］】]/g;

function bare(text: string): string {
  return text.replace(/^[\s,，;；:：、。.]+|(?<![\s,，;；:：、。.])[\s,，;；:：、。.]+$/g, '');
}
