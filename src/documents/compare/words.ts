import { findNumbers } from '@guiju/standard-numbers';
import { diffArrays } from 'diff';

/** A stretch of a paragraph: in both texts, only in the later, only in the earlier. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const number = String.raw`\d+(?:[.,]\d+)*`;
const unit = String.raw`(?:%|‰|℃|°C|°|Ω|[µμ]|[µμmkMGTnphcd]?(?:mol|min|Hz|Pa|eV|dB|lx|lm|bar|m|g|s|A|V|W|N|J|K|L|T|F|h|d|B|b)(?![A-Za-z]))(?:[²³]|\^?-?\d(?!\d))?`;
/** What is read as one: a quantity with tolerance, range and unit; a Latin word with its hyphens and digits. */
const whole = new RegExp(
  String.raw`(?:[±≤≥<>]\s?)?${number}(?:\s?(?:±|~|～|–|—|-|×|:)\s?${number})*(?:\s?${unit}(?:\s?[/·]\s?${unit})*)?(?:\s?±\s?${number}\s?(?:${unit})?)?|[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9'’_-]*`,
  'gu',
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text as a reader sees them: numbers of standards, quantities and Latin words stay whole. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  for (const { from, to } of wholes(text)) {
    for (const { segment } of segmenter.segment(text.slice(at, from))) words.push(segment);
    words.push(text.slice(from, to));
    at = to;
  }
  for (const { segment } of segmenter.segment(text.slice(at))) words.push(segment);
  return words;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function wholes(text: string): readonly Span[] {
  const numbers: readonly Span[] = /[A-Z]/.test(text)
    ? findNumbers(text).map(({ start, end }) => ({ from: start, to: end }))
    : [];
  const others = [...text.matchAll(whole)].map((found) => ({ from: found.index, to: found.index + found[0].length }));
  const free = others.filter((one) => !numbers.some((other) => one.from < other.to && other.from < one.to));
  return [...numbers, ...free].toSorted((one, other) => one.from - other.from);
}

/** Longest paragraph, in words, that is compared word by word: beyond it nobody reads the difference. */
const mostWords = 4_000;
/** Below this share of common text two paragraphs are shown one after the other. */
const leastCommon = 0.3;

/** What changed within a paragraph, word by word, without leaving islands too small to read. */
export function wordChanges(before: string, after: string): readonly Piece[] {
  if (before === after) return [{ kind: 'same', text: after }];
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length + other.length > mostWords) return replaced(before, after);
  const pieces = diffArrays([...one], [...other]).map(
    ({ added, removed, value }): Piece => ({ kind: kindOf(added, removed), text: value.join('') }),
  );
  const common = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0), 0);
  if (common < leastCommon * Math.max(before.length, after.length)) return replaced(before, after);
  return withoutIslands(pieces);
}

function kindOf(added: boolean | undefined, removed: boolean | undefined): Piece['kind'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

function replaced(before: string, after: string): readonly Piece[] {
  const pieces: readonly Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** One character or mark that both have, between two changes, only breaks the line of reading: it counts as changed. */
function withoutIslands(pieces: readonly Piece[]): readonly Piece[] {
  const groups: { removed: string; added: string; same: string }[] = [{ removed: '', added: '', same: '' }];
  pieces.forEach((piece, index) => {
    const group = groups.at(-1);
    if (!group) return;
    const isInside = index > 0 && index < pieces.length - 1;
    if (piece.kind !== 'same') group[piece.kind] += piece.text;
    else if (isInside && piece.text.trim().length <= 1) {
      group.removed += piece.text;
      group.added += piece.text;
    } else {
      group.same = piece.text;
      groups.push({ removed: '', added: '', same: '' });
    }
  });
  return groups.flatMap(({ removed, added, same }) =>
    (
      [
        { kind: 'removed', text: removed },
        { kind: 'added', text: added },
        { kind: 'same', text: same },
      ] as const
    ).filter(({ text }) => text !== ''),
  );
}
