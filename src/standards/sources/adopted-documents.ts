import type { AdoptionDegree, Relation } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import { listedNumbers } from './listed-numbers.ts';
import { numberEntry } from './number-entry.ts';
import type { Doubt } from './reading.ts';

/**
 * Adopted documents with their degree, before or behind the number: `ISO 13485:2016，IDT`, `等同采用 ISO 9001:2015`,
 * `ISO 31000:2018（修改采用）`. What else stands beside a number is told.
 */
export function adoptedIn(text: string, general: AdoptionDegree | undefined, doubt: Doubt): readonly Relation[] {
  return listedNumbers(text, 'adopts', doubt).map((entry): Relation => {
    const read = numberEntry(entry);
    if (read === undefined) return { kind: 'adopts', target: entry, ...(general ? { degree: general } : {}) };
    const remarks = [...read.before, ...read.behind];
    const degrees = new Set(remarks.flatMap((remark) => degreeOf(remark) ?? []));
    const unknown = remarks.filter((remark) => degreeOf(remark) === undefined && !adoptionWords.test(remark));
    if (unknown.length > 0 || degrees.size > 1) doubt('standards.words-beside-number', 'adopts', entry);
    const [own] = degrees.size > 1 ? [] : degrees;
    const degree = degrees.size > 0 ? own : general;
    return { kind: 'adopts', target: read.number, ...(degree ? { degree } : {}) };
  });
}

const adoptionWords = /^(?:采用|采标|对应|adopts?|adopted|adoption of)$/i;

const degreeWords: readonly (readonly [AdoptionDegree, string])[] = [
  ['IDT', 'IDT|等同|identical'],
  ['MOD', 'MOD|修改|modified'],
  ['NEQ', 'NEQ|非等效|not equivalent'],
  ['EQV', 'EQV|等效|equivalent'],
];
const degreePatterns = degreeWords.map(([degree, words]) => {
  const word = `(?:${words})(?:采用|转化)?(?:于|\\s*to)?`;
  // Both forms together say the same: IDT（等同采用）.
  return [degree, new RegExp(`^${word}(?:[\\s/，,（(：:]*${word}[)）]?)?$`, 'i')] as const;
});

/** Degree of adoption in letters or in words: IDT, 等同采用, 修改, 非等效. */
export function degreeOf(text: string): AdoptionDegree | undefined {
  const words = cleanLine(text).replace(/^(?:采用程度|采标程度|一致性程度|程度)(?:为|是)?[：:\s]*/, '');
  return degreePatterns.find(([, pattern]) => pattern.test(words))?.[0];
}
