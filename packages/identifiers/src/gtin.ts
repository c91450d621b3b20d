import { type Answer, type Completion, type Malformed, malformed, type Sentence, valid } from './answer.ts';
import { explainFailure, type FormNames } from './failure.ts';
import { compact, placeOf, type Typed } from './typed.ts';

/** A global trade item number (商品条码, GB 12904). */
export interface Gtin {
  /** As printed, 8, 12, 13 or 14 digits. */
  readonly code: string;
  readonly kind: 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14';
  /** Fourteen digits with zeros in front: equal articles compare equal. */
  readonly key: string;
  /** First three digits of the thirteen-digit form: who numbers, not where the article was made. */
  readonly prefix: string;
  /** First digit of a GTIN-14: 1 to 8 a packaging level, 9 a variable measure. */
  readonly indicator: string | undefined;
}

const kinds: ReadonlyMap<number, Gtin['kind']> = new Map([
  [8, 'GTIN-8'],
  [12, 'GTIN-12'],
  [13, 'GTIN-13'],
  [14, 'GTIN-14'],
] as const);

/**
 * Checks an article number of 8, 12, 13 or 14 digits and its check digit (GB 12904, GS1 General Specifications).
 *
 * @example checkGtin('6901234567892').outcome === 'valid'
 */
export function checkGtin(text: string): Answer<Gtin> {
  const typed = compact(text);
  const shape = shapeOf(typed, [...kinds.keys()]);
  if (shape !== undefined) return shape;
  const body = typed.text.slice(0, -1);
  const found = typed.text.slice(-1);
  const expected = checkDigit(body);
  if (found !== expected) return { outcome: 'wrong-check', position: placeOf(typed, body.length), found, expected };
  const value = partsOf(typed.text);
  return valid(value, isRestricted(value) ? ['restricted-range'] : []);
}

/**
 * Adds the check digit to 7, 11, 12 or 13 digits.
 *
 * @example completeGtin('690123456789') // completed, '6901234567892'
 */
export function completeGtin(body: string): Completion {
  const typed = compact(body);
  const lengths = [...kinds.keys()].map((length) => length - 1);
  return shapeOf(typed, lengths) ?? { outcome: 'completed', code: typed.text + checkDigit(typed.text) };
}

/** Explains the answer of `checkGtin`, or says what is wrong and what to do. */
export function explainGtin(answer: Answer<Gtin>): readonly Sentence[] {
  if (answer.outcome !== 'valid') return explainFailure(answer, form);
  const gtin = answer.value;
  const organization = organizationOf(gtin);
  return [
    {
      zh: `${gtin.kind}：${gtin.code.length}位商品条码。`,
      en: `${gtin.kind}: an article number of ${gtin.code.length} digits.`,
    },
    ...(gtin.indicator === undefined ? [] : [indicatorOf(gtin.indicator)]),
    {
      zh: `前缀 ${gtin.prefix}：${organization.zh}。前缀表示编码组织，不表示产地。`,
      en: `Prefix ${gtin.prefix}: ${organization.en}. It tells who numbers, not where the article was made.`,
    },
    {
      zh: `末位 ${gtin.code.slice(-1)}：校验码，正确。`,
      en: `Last digit ${gtin.code.slice(-1)}: the check digit, correct.`,
    },
  ];
}

/** From the digit left of the check digit going left the weights are 3, 1, 3, 1. */
function checkDigit(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    const weight = (body.length - index) % 2 === 1 ? 3 : 1;
    sum += weight * (body.charCodeAt(index) - 48);
  }
  return String((10 - (sum % 10)) % 10);
}

function shapeOf(typed: Typed, lengths: readonly number[]): Malformed | undefined {
  const { text } = typed;
  if (text === '') return malformed(0, 'empty');
  const other = text.search(/\D/);
  if (other !== -1) return malformed(placeOf(typed, other), 'character');
  return lengths.includes(text.length) ? undefined : malformed(placeOf(typed, text.length), 'length');
}

function partsOf(code: string): Gtin {
  const key = code.padStart(14, '0');
  const kind = kinds.get(code.length) ?? 'GTIN-13';
  const prefix = kind === 'GTIN-8' ? code.slice(0, 3) : key.slice(1, 4);
  return { code, kind, key, prefix, indicator: kind === 'GTIN-14' ? code.charAt(0) : undefined };
}

interface PrefixRange extends Sentence {
  readonly from: number;
  readonly to: number;
}

/** Ranges of GS1 prefixes that matter to a reader in China; all others belong to other member organizations. */
const ranges: readonly PrefixRange[] = [
  { from: 20, to: 29, zh: '店内使用，不是全球唯一编码', en: 'for use inside a shop, not unique worldwide' },
  { from: 40, to: 49, zh: '企业内部使用，不是全球唯一编码', en: 'for use inside a company, not unique worldwide' },
  { from: 200, to: 299, zh: '店内使用，不是全球唯一编码', en: 'for use inside a shop, not unique worldwide' },
  { from: 471, to: 471, zh: '台湾地区编码组织', en: 'numbering organization of Taiwan' },
  { from: 489, to: 489, zh: '香港地区编码组织', en: 'numbering organization of Hong Kong' },
  { from: 680, to: 681, zh: '中国物品编码中心', en: 'GS1 China' },
  { from: 690, to: 699, zh: '中国物品编码中心', en: 'GS1 China' },
  { from: 958, to: 958, zh: '澳门地区编码组织', en: 'numbering organization of Macao' },
  { from: 977, to: 977, zh: '连续出版物（ISSN）', en: 'serial publications (ISSN)' },
  { from: 978, to: 979, zh: '图书（ISBN）', en: 'books (ISBN)' },
];

function rangeOf(gtin: Gtin): PrefixRange | undefined {
  const prefix = Number(gtin.prefix);
  return ranges.find((range) => prefix >= range.from && prefix <= range.to);
}

/** The ranges inside shops are those of thirteen digits; a GTIN-8 has its own. */
function isRestricted(gtin: Gtin): boolean {
  const range = rangeOf(gtin);
  return gtin.kind !== 'GTIN-8' && range !== undefined && range.from < 300;
}

function organizationOf(gtin: Gtin): Sentence {
  const range = rangeOf(gtin);
  if (range !== undefined && (gtin.kind !== 'GTIN-8' || range.from >= 300)) return range;
  return { zh: '其他编码组织', en: 'another numbering organization' };
}

function indicatorOf(indicator: string): Sentence {
  if (indicator === '9')
    return {
      zh: '首位 9：变量商品，另有计量信息。',
      en: 'First digit 9: a variable measure; its quantity stands elsewhere.',
    };
  if (indicator === '0')
    return { zh: '首位 0：由较短的编码补零而成。', en: 'First digit 0: a shorter number padded with zeros.' };
  return { zh: `首位 ${indicator}：包装级别。`, en: `First digit ${indicator}: a packaging level.` };
}

const form: FormNames = {
  name: { zh: '商品条码', en: 'trade item number' },
  length: { zh: '应为8、12、13或14位', en: 'it has 8, 12, 13 or 14 digits' },
  characters: { zh: '只能是数字', en: 'it consists of digits' },
  digits: { zh: '只能是数字', en: 'it consists of digits' },
  example: '6901234567892',
};
