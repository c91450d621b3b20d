import { type Answer, type Completion, type Malformed, malformed, valid, type Warning } from './answer.ts';
import { authorities, provinces } from './registration.ts';
import { compact, placeOf, type Typed } from './typed.ts';

/** A unified social credit code by its parts (GB 32100-2015). */
export interface CreditCode {
  readonly code: string;
  /** Position 1: registration authority. */
  readonly authority: string;
  /** Position 2: class of organization within the authority. */
  readonly organizationClass: string;
  /** Positions 3 to 8: division of the registration authority (GB/T 2260). */
  readonly region: string;
  /** Positions 9 to 17: organization code (GB 11714) with its own check character. */
  readonly organizationCode: string;
  /** Position 18. */
  readonly check: string;
}

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015). Lower case, full-width characters and grouping
 * spaces are read; letters that the code does not use (I, O, S, V, Z) are never repaired. The inner check of GB 11714 and
 * an unknown class or region are warnings, because some lawful codes do not satisfy them.
 *
 * @example checkCreditCode('91350100M000100Y43').outcome === 'valid'
 */
export function checkCreditCode(text: string): Answer<CreditCode> {
  const typed = compact(text);
  const shape = shapeOf(typed, 18);
  if (shape !== undefined) return shape;
  const found = typed.text.charAt(17);
  const expected = checkCharacter(typed.text.slice(0, 17));
  if (found !== expected) return { outcome: 'wrong-check', position: placeOf(typed, 17), found, expected };
  const value = partsOf(typed.text);
  return valid(value, warningsOf(value));
}

/**
 * Adds the check character to the first 17 characters.
 *
 * @example completeCreditCode('91110000MA0000024') // completed, '91110000MA00000240': a remainder of zero gives 0
 */
export function completeCreditCode(body: string): Completion {
  const typed = compact(body);
  return shapeOf(typed, 17) ?? { outcome: 'completed', code: typed.text + checkCharacter(typed.text) };
}

/** The 31 characters of the code in the order of their values; I, O, S, V and Z are left out. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Weights 3^(i-1) mod 31 of positions 1 to 17. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The outer remainder is essential: when the sum is a multiple of 31 the check is 0, not the character of value 31. */
function checkCharacter(body: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Places of the region, which are digits of GB/T 2260. */
const regionStart = 2;
const regionEnd = 8;

function shapeOf(typed: Typed, length: number): Malformed | undefined {
  const { text } = typed;
  if (text === '') return malformed(0, 'empty');
  for (let index = 0; index < Math.min(text.length, length); index++) {
    if (!alphabet.includes(text.charAt(index))) return malformed(placeOf(typed, index), 'character');
    const isRegion = index >= regionStart && index < regionEnd;
    if (isRegion && !/\d/.test(text.charAt(index))) return malformed(placeOf(typed, index), 'digits');
  }
  return text.length === length ? undefined : malformed(placeOf(typed, Math.min(text.length, length)), 'length');
}

function partsOf(code: string): CreditCode {
  return {
    code,
    authority: code.charAt(0),
    organizationClass: code.charAt(1),
    region: code.slice(regionStart, regionEnd),
    organizationCode: code.slice(regionEnd, 17),
    check: code.charAt(17),
  };
}

function warningsOf(code: CreditCode): readonly Warning[] {
  const warnings: Warning[] = [];
  if (!authorities.get(code.authority)?.classes.has(code.organizationClass)) warnings.push('unknown-class');
  if (!provinces.has(code.region.slice(0, 2))) warnings.push('unknown-region');
  if (code.organizationCode.charAt(8) !== organizationCheck(code.organizationCode.slice(0, 8)))
    warnings.push('inner-check');
  return warnings;
}

const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Check character of an organization code (GB 11714): 11 less the weighted sum modulo 11, X for ten.
 *
 * @example organizationCheck('M000100Y') === '4'
 */
export function organizationCheck(body: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, index) => total + weight * organizationAlphabet.indexOf(body.charAt(index)),
    0,
  );
  return '0123456789X'.charAt((11 - (sum % 11)) % 11);
}
