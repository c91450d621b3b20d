import type { CompiledProcedure } from './compiled.ts';
import type { Finding } from './finding.ts';
import type { InBoth } from './rule.ts';

/** Words that the house gives to its codes. */
export interface Titles {
  readonly document: (kind: string) => InBoth;
  readonly role: (code: string) => InBoth;
}

/** What sentences are made from. */
export interface Words extends Titles {
  readonly procedure: CompiledProcedure;
}

export type Sentence = (finding: Finding, words: Words) => InBoth;

/** A value of the details as text. */
export function said(value: unknown): string {
  return Array.isArray(value) ? value.join('、') : value === undefined ? '—' : String(value);
}

/** Names in a row: with 或 and "or". */
export function eitherOf(names: readonly InBoth[]): InBoth {
  return { zh: names.map(({ zh }) => `“${zh}”`).join('或'), en: names.map(({ en }) => `“${en}”`).join(' or ') };
}
