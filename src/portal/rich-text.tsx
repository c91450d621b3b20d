import type { Child } from 'hono/jsx';
import type { LanguageText } from './languages.ts';

interface InLanguageProps {
  readonly text: LanguageText;
  /** The language around it; `lang` is written only where it differs. */
  readonly around: string;
}

/** A text with its language marked when it is not that of the page. A day in it stays on one line. */
export function InLanguage({ text, around }: InLanguageProps): Child {
  const words = withWholeDays(text.text);
  return text.lang === around ? words : <span lang={text.lang}>{words}</span>;
}

const writtenDay = /(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])/;

/** Browsers break a line between a hyphen and the digits after it. */
function withWholeDays(text: string): Child {
  const pieces = text.split(writtenDay);
  if (pieces.length === 1) return text;
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <time>{piece}</time> : piece))}</>;
}

interface AsWrittenProps {
  readonly text: string;
  readonly around: string;
}

/** Words kept as a source or reader wrote them, without a stated language: Chinese characters are marked as Chinese. */
export function AsWritten({ text, around }: AsWrittenProps): Child {
  const isChinese = /\p{Script=Han}/u.test(text);
  return isChinese && !around.startsWith('zh') ? <span lang="zh-Hans">{text}</span> : text;
}

/**
 * A title that breaks first where its parts end: a Chinese one at its spaces and after its colons, an English one after its
 * introductory element. " - " in an English title is shown as a dash; stored and exported it stays as it is.
 */
export function TitleText({ title }: { readonly title: LanguageText }) {
  const segments = title.lang.startsWith('zh') ? chineseSegments(title.text) : latinSegments(title.text);
  if (segments.length === 1) return <>{segments[0]}</>;
  return (
    <>
      {segments.map((segment, index) => (
        <>
          <span class="seg">{segment}</span>
          {index === segments.length - 1 || /[：:]$/.test(segment) ? null : ' '}
        </>
      ))}
    </>
  );
}

/** A title on one line of plain text, as the page title and descriptions need it. */
export function plainTitle(title: LanguageText): string {
  return title.lang.startsWith('zh') ? title.text : title.text.replaceAll(' - ', ' — ');
}

interface HighlightedProps {
  readonly text: string;
  readonly words: readonly string[];
}

/** Plain text with the looked-for words marked. Everything is escaped; only `mark` elements are added. */
export function Highlighted({ text, words }: HighlightedProps) {
  const pieces = text.split(partNumber);
  return (
    <>
      {pieces.map((piece, index) =>
        index % 2 === 1 ? <span class="num">{marked(piece, words)}</span> : marked(piece, words),
      )}
    </>
  );
}

// "第 2 部分" is one word of a title and stays on one line.
const partNumber = /(第[^\s：:，、]{1,6}?(?:部分|篇|章|分册))/;

function marked(text: string, words: readonly string[]): Child {
  if (text === '') return null;
  const ranges = markedRanges(text, words);
  const parts: Child[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(from, start), <mark>{text.slice(start, end)}</mark>);
    from = end;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}

// A break belongs after the introductory element and after a colon; the pieces of an element stay together.
function chineseSegments(text: string): readonly string[] {
  const elements = text.split(/[ \u3000]+/).filter((part) => part !== '');
  const joined: string[] = [];
  for (const part of elements) {
    const last = joined.length - 1;
    const isPartNumber = /^第.{1,6}(?:部分|篇|章|分册)/.test(part);
    if (isPartNumber && last >= 0) joined[last] = `${joined[last]} ${part}`;
    else joined.push(part);
  }
  return joined.flatMap((part) => part.split(/(?<=[：:])(?=.)/));
}

function latinSegments(text: string): readonly string[] {
  const [introduction, ...rest] = text.split(/ [-–—] /);
  return rest.length === 0 ? [text] : [`${introduction} —`, rest.join(' — ')];
}

function markedRanges(text: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const found = words
    // A part number of one digit is found everywhere; marking it says nothing.
    .filter((word) => !/^[\x20-\x7e]?$/.test(word))
    .flatMap((word) => rangesOf(text, word))
    .sort((a, b) => a[0] - b[0]);
  const merged: (readonly [number, number])[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

// Lower-casing may change the length of a text (İ), and then positions would not agree: such a text is left unmarked.
function rangesOf(text: string, word: string): readonly (readonly [number, number])[] {
  const lower = text.toLowerCase();
  const wanted = word.toLowerCase();
  if (lower.length !== text.length) return [];
  const ranges: (readonly [number, number])[] = [];
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
    // A Latin word is looked for from its beginning: "art" is not found in "Part".
    const isInsideWord = /[a-z0-9]/.test(wanted.charAt(0)) && /[a-z0-9]/.test(lower.charAt(at - 1));
    if (!isInsideWord) ranges.push([at, at + wanted.length]);
  }
  return ranges;
}
