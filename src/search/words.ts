import { filterGroups } from './filter-words.ts';
import type { SearchFilters } from './model.ts';
import { joinedRuns, pairsOf, type Run, runsOf, type Token } from './tokens.ts';
import { outsideTitle } from './vector.ts';

/** A query for the text index, in PostgreSQL's syntax; null asks for nothing, so that every entry answers. */
export interface WordQuery {
  /** Every word, anywhere, and the filters. */
  readonly anywhere: string | null;
  /** The whole query as one phrase of a title, and the filters; null when there are no words. */
  readonly inTitle: string | null;
  /** Words alone, without filters: what the frequencies of words are asked for. */
  readonly words: readonly string[];
  readonly highlight: readonly string[];
  /** There was text but no word in it: nothing can be found. */
  readonly isEmpty: boolean;
}

/**
 * What a reader typed, as words. A Chinese run is a phrase: its pairs must be neighbours. A single character is a
 * prefix, because every character begins a word. Latin words may stand anywhere; in quotation marks they are a phrase.
 */
export function wordQuery(text: string, filters: SearchFilters): WordQuery {
  const phrases = phrasesOf(text);
  const groups = filterGroups(filters).map((group) => anyOf(group.map((word) => quoted(word))));
  const runs = phrases.flat();
  const together = runsOf(text);
  return {
    anywhere: allOf([...phrases.map(anywhere), ...groups]),
    inTitle: together.length === 0 ? null : allOf([inZone(together, ''), ...groups]),
    words: runs.flatMap((run) =>
      stepsOf([run])
        .filter((step) => !step.isPrefix)
        .map((step) => step.text),
    ),
    highlight: [...new Set(together.map((run) => run.text))],
    isEmpty: runs.length === 0 && text.trim() !== '',
  };
}

/** The words as one phrase anywhere: how a number is mentioned in a text. */
export function phraseQuery(text: string, filters: SearchFilters): WordQuery {
  const whole = wordQuery(text, filters);
  const runs = runsOf(text);
  const groups = filterGroups(filters).map((group) => anyOf(group.map((word) => quoted(word))));
  return { ...whole, anywhere: runs.length === 0 ? null : allOf([anywhere(runs), ...groups]) };
}

/** Neighbouring runs with their own places: what lies between them is left open. */
export function runsQuery(runs: readonly Run[]): string {
  return anywhere(runs);
}

/** Pieces that must stand together: what is in quotation marks, each Chinese run, each word. */
function phrasesOf(text: string): readonly (readonly Run[])[] {
  return text.split(/["“”«»]/).flatMap((part, index) => {
    const runs = runsOf(part);
    const isQuoted = index % 2 === 1;
    return isQuoted && runs.length > 0 ? [runs] : runs.map((run) => [run]);
  });
}

interface Step extends Token {
  readonly isPrefix: boolean;
}

/** The words of neighbouring runs with their places. */
function stepsOf(runs: readonly Run[]): readonly Step[] {
  return runs.flatMap((run): readonly Step[] => {
    if (!run.isHan) return [{ text: run.text, at: run.at, isPrefix: false }];
    if (run.places === 1) return [{ text: run.text, at: run.at, isPrefix: true }];
    return pairsOf(run).map((token) => ({ ...token, isPrefix: false }));
  });
}

function anywhere(runs: readonly Run[]): string {
  return anyOf([inZone(runs, ''), inZone(runs, outsideTitle)]);
}

/** The runs as one phrase: the places between words are those of the query. */
function inZone(runs: readonly Run[], mark: string): string {
  const steps = stepsOf(joinedRuns(runs));
  return steps.reduce((query, step, index) => {
    const word = `${quoted(`${mark}${step.text}`)}${step.isPrefix ? ':*' : ''}`;
    const before = steps[index - 1];
    return before === undefined ? word : `${query} <${step.at - before.at}> ${word}`;
  }, '');
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.map((part) => `(${part})`).join(' | ')})`;
}

function allOf(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' & ');
}

/** Words hold only letters, digits and the marks of this folder; quotation keeps them from being operators. */
function quoted(word: string): string {
  return `'${word}'`;
}
