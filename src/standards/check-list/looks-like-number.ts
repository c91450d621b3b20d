import { parse } from '@guiju/standard-numbers';

const longest = 60;
const dayOrCount = /^[\d.,，、%:：\s]+$|^\d{2,4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?$/u;
const dated = /\d\s*[-—–－−:：]\s*(?:19|20)?\d\d$/u;
const lettersThenDigits = /^[\p{L}]{1,8}[\s./／_-]*(?:[TZＴＺ][\s./-]*)?[\d０-９]/u;

/** Short enough to be one number with its title. */
export function isShort(text: string): boolean {
  return text.trim().length <= longest;
}

const rowNumber =
  /^\s*[(（]?\d{1,4}(?:[)）、]\s*|[.．:：]?\s+)(?=(?:国家标准|国标)?[《A-Za-zＡ-Ｚａ-ｚ/／\s]{0,14}[\d０-９])/u;
const yearAlone = /^(?:19|20)\d\d(?!\d)(?!\s*[-—–－./年])/u;

/** The text without the row number in front: `23 19001-2016`, `3) DB11/T 1`. A year alone behind it belongs to it: `9706 2020`. */
export function withoutRowNumber(text: string): string {
  const number = rowNumber.exec(text)?.[0];
  if (number === undefined || yearAlone.test(text.slice(number.length))) return text;
  return text.slice(number.length);
}

const bareNumber = /^\d{3,6}(?:\.\d{1,4}){0,2}(?:\s?[-—–－]\s?(?:19|20)\d\d)?$/u;

/** Digits that in a list of lines can be a number without prefix: `42061`, `9706.1`, `9706.1-2020`. */
export function isBareNumber(text: string): boolean {
  return bareNumber.test(withoutRowNumber(text).trim());
}

/** Whether the whole text is a number that running text would not be believed to hold, such as `YY 0708` without a year. */
export function saysNumber(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > longest || dayOrCount.test(trimmed)) return false;
  const reading = parse(trimmed);
  return reading.outcome === 'recognized' && reading.rest === '';
}

/**
 * Whether somebody meant a standard number where none was found. In a column of numbers a misspelt one is told; elsewhere
 * only what can hardly be anything else, so that titles, dates and quantities do not fill the answer.
 */
export function looksLikeNumber(text: string, isAmongNumbers: boolean): boolean {
  const trimmed = text.trim();
  if (trimmed.length > longest || !/[\d０-９]/.test(trimmed) || dayOrCount.test(trimmed)) return false;
  const reading = parse(trimmed);
  switch (reading.outcome) {
    case 'recognized':
      return isAmongNumbers && reading.rest === '';
    case 'ambiguous':
      return dated.test(trimmed) || (isAmongNumbers && lettersThenDigits.test(trimmed));
    case 'unknown-prefix':
      return lettersThenDigits.test(trimmed) && (isAmongNumbers || dated.test(trimmed));
    case 'malformed':
      // A prefix was read, and elsewhere than in a column of numbers digits too, and then something that cannot go on.
      return reading.position > 0 && (isAmongNumbers || /\d/.test(trimmed.slice(0, reading.position)));
  }
}
