import { oneLine } from '@guiju/office-tables';
import { type FoundNumber, findNumbers, parse } from '@guiju/standard-numbers';
import { refusal } from '../../foundation/refusal.ts';
import { type ListEntry, type ListPlace, longestNumber, mostNumbers, type ReadList } from './list-entry.ts';
import { isBareNumber, isShort, looksLikeNumber, saysNumber, withoutRowNumber } from './looks-like-number.ts';

/** A text with the group it belongs to: a column, or the running text. */
export interface ListText {
  readonly place: ListPlace;
  readonly text: string;
  readonly group: string;
  /** A line or paragraph, a cell of text, or a cell that a program took for a number or a day. */
  readonly kind: 'line' | 'cell' | 'value';
}

interface WrittenText extends ListText {
  readonly found: readonly FoundNumber[];
}

/**
 * The numbers of the texts, with their places. In a list of numbers every short text is an entry, understood or not;
 * of other texts that hold no number it is told how many there are.
 *
 * @throws Refusal `standards.list-too-long`, `standards.list-without-numbers`
 */
export function entriesOf(texts: readonly ListText[]): ReadList {
  const written = joined(texts.filter(({ text }) => text.trim() !== '')).map(
    (one): WrittenText => ({
      ...one,
      found: one.kind === 'value' ? [] : findNumbers(one.text),
    }),
  );
  const groups = new Map(
    [...Map.groupBy(written, (one) => one.group)].map(([name, members]) => [name, groupOf(members)]),
  );
  const entries: ListEntry[] = [];
  const passedOver = new Set<string>();
  const answered = new Set<string>();
  for (const one of written) {
    const numbers = numbersOf(one, groups.get(one.group) ?? noGroup);
    for (const text of numbers) entries.push({ place: one.place, text: cut(text) });
    if (entries.length > mostNumbers) throw refusal('standards.list-too-long', { most: mostNumbers });
    if (numbers.length > 0) answered.add(lineOf(one.place));
    else if (one.kind !== 'value') passedOver.add(lineOf(one.place));
  }
  if (entries.length === 0) throw refusal('standards.list-without-numbers');
  return { entries, withoutNumber: [...passedOver].filter((line) => !answered.has(line)).length };
}

/** The numbers of a text given as one: without words around it; several, when it holds several; the text when it holds none. */
export function numbersGiven(text: string): readonly string[] {
  const found = findNumbers(text);
  if (found.length > 1) return found.map((one) => cut(writtenNumber(one, text)));
  if (parse(text).outcome === 'recognized') return [cut(text)];
  const [only] = found;
  return [cut(only === undefined ? withoutRowNumber(text) : writtenNumber(only, text))];
}

/** What the texts of a column, or the running text, have in common. */
interface Group {
  /** Enough of its texts hold a number to believe a misspelt one. */
  readonly isAmongNumbers: boolean;
  /** It lists numbers, so that whatever stands there was meant for one. */
  readonly isList: boolean;
  /** Where its first number stands: words in front are a heading. */
  readonly first: WrittenText | undefined;
}

const noGroup: Group = { isAmongNumbers: false, isList: false, first: undefined };
const shareAmongNumbers = 0.3;
const shareOfList = 0.5;

function groupOf(members: readonly WrittenText[]): Group {
  const texts = members.filter(({ kind }) => kind !== 'value');
  const withNumber = texts.filter(({ found, text }) => found.length > 0 || saysNumber(text)).length;
  const listed = texts.filter((one) => isShort(one.text) && mayBeListed(one));
  return {
    isAmongNumbers: withNumber > 0 && withNumber >= texts.length * shareAmongNumbers,
    isList: listed.length > 0 && listed.length >= texts.length * shareOfList,
    first: listed[0],
  };
}

function mayBeListed({ text, found, kind }: WrittenText): boolean {
  if (found.length > 0 || looksLikeNumber(text, true)) return true;
  // A column of bare digits counts or measures something; lines of bare digits are numbers without prefix.
  return kind === 'line' && isBareNumber(text);
}

/** The entries of one text: each number in it, or the whole when it stands where numbers are listed. */
function numbersOf(one: WrittenText, group: Group): readonly string[] {
  const { text, found } = one;
  if (found.length > 0) return [...found.map((number) => writtenNumber(number, text)), ...misspeltBeside(text, found)];
  const whole = withoutRowNumber(text);
  if (group.isList && isShort(text)) return isHeading(one, group) ? [] : [whole];
  return one.kind !== 'value' && looksLikeNumber(whole, group.isAmongNumbers) ? [whole] : [];
}

function isHeading({ text, place }: WrittenText, { first }: Group): boolean {
  return first !== undefined && !/[\d０-９]/.test(text) && orderOf(place) < orderOf(first.place);
}

function orderOf({ row, line, paragraph }: ListPlace): number {
  return row ?? line ?? paragraph ?? 0;
}

/** Rows of tables, lines and paragraphs are what a sender counts. */
function lineOf({ sheet, table, row, line, paragraph }: ListPlace): string {
  return row === undefined ? `${line ?? ''}/${paragraph ?? ''}` : `${sheet ?? ''}/${table ?? ''}/${row}`;
}

const YEAR_LINE = /^\s*[-—–－]\s?(?:19|20)\d\d(?!\d)/u;

/** A year that was broken into a line of its own belongs to the number in front: `GB 9706.1`, `-2020`. */
function joined(texts: readonly ListText[]): readonly ListText[] {
  const whole: ListText[] = [];
  for (const one of texts) {
    const before = whole.at(-1);
    const isBroken = before?.group === one.group && YEAR_LINE.test(one.text) && /[\d０-９]\s*$/u.test(before.text);
    if (before !== undefined && isBroken)
      whole[whole.length - 1] = { ...before, text: before.text.trimEnd() + one.text.trim() };
    else whole.push(one);
  }
  return whole;
}

/** The number as it stands there; one that shares the prefix in front of it is written with that prefix. */
function writtenNumber({ text, end, reading }: FoundNumber, whole: string): string {
  const isPrefixed = /[A-Za-zＡ-Ｚａ-ｚ]/u.test(text);
  const number = isPrefixed || reading.outcome !== 'recognized' ? text : `${reading.number.prefix} ${text}`;
  return number + gluedTo(whole, end);
}

/** A dated number of running text: letters, digits, a dash or colon, and a year; a letter may stand for a digit. */
const datedShape =
  /(?<![A-Za-z0-9/])[A-Z]{2,6}(?:\/[A-Z]{1,3})? ?\d[\dOIl]{0,5}(?:[.-]\d{1,4}){0,3}[:—–-](?=[12I])[\dOIl]{4}(?![A-Za-z0-9])/gu;

/** In a text that holds numbers, what has the shape of a further one and could not be read: told, not passed over. */
function misspeltBeside(text: string, found: readonly FoundNumber[]): readonly string[] {
  return [...text.matchAll(datedShape)]
    .filter(({ index, 0: shape }) => !found.some(({ start, end }) => index < end && start < index + shape.length))
    .map(([shape]) => shape);
}

/** Digits glued behind a number show that it was mistyped: `ISO 9001:20155` must not pass for ISO 9001. */
function gluedTo(text: string, end: number): string {
  return /^[.:：·\-—–－−]{1,2}[\d０-９][\d０-９.\-—–]*/u.exec(text.slice(end, end + 40))?.[0] ?? '';
}

function cut(text: string): string {
  return oneLine(text).slice(0, longestNumber).toWellFormed();
}
