import { codeEntries } from './chinese/prefixes.ts';
import type { Sentence } from './explain-sentence.ts';
import type { StandardNumber } from './model.ts';
import { regions } from './tables/regions.ts';

/** Says what the number alone shows beyond its prefix: a serial range with a law of its own, a code that cannot be lawful. */
export function explainNotes(number: StandardNumber): readonly Sentence[] {
  return [engineeringRange(number), takenCode(number), regionWithoutStandards(number)].filter(
    (sentence) => sentence !== undefined,
  );
}

/** Standardization Law, art. 10: engineering construction follows its own rules. Its serials are five digits from 50, 51 and 55. */
const ENGINEERING = /^5[015]\d{3}$/;

function engineeringRange(number: StandardNumber): Sentence | undefined {
  if (number.publisher !== 'GB' || number.nature === 'guiding' || !ENGINEERING.test(number.serial)) return undefined;
  return {
    zh: `${number.serial}：属 50000、51000、55000 号段，是工程建设国家标准，由国务院住房和城乡建设主管部门批准。`,
    en: `${number.serial}: in the ranges of 50000, 51000 and 55000, so a national engineering-construction standard, approved by the construction department.`,
  };
}

const internationalCodes: ReadonlySet<string> = new Set(['ISO', 'IEC', 'ITU']);

/** Association Standards Regulation: the code of an association differs from every code already in use. */
function takenCode({ scheme, prefix, publisher }: StandardNumber): Sentence | undefined {
  if (scheme !== 'cn-association' || !prefix.startsWith('T/') || !isTaken(publisher)) return undefined;
  return {
    zh: `“${publisher}”是已有的标准代号，团体代号不得与已有代号相同（《团体标准管理规定》）；核对编号。`,
    en: `“${publisher}” is an existing code of standards, which the code of an association must not equal (Association Standards Regulation); check the number.`,
  };
}

function isTaken(code: string): boolean {
  return codeEntries.get(code)?.suffix === '' || internationalCodes.has(code) || /^(?:DB\d*|[QT])$/.test(code);
}

/** Taiwan, Hong Kong and Macau have codes in GB/T 2260 and issue no local standards of this system. */
const withoutLocalStandards: ReadonlySet<string> = new Set(['71', '81', '82']);

function regionWithoutStandards({ scheme, region, prefix }: StandardNumber): Sentence | undefined {
  const code = region?.slice(0, 2) ?? '';
  const place = regions.get(code);
  if (scheme !== 'cn-local' || place === undefined || !withoutLocalStandards.has(code)) return undefined;
  return {
    zh: `${place.zh}在 GB/T 2260 中有代码，但不发布 DB 地方标准，${prefix} 的编号应有误；核对地区代码。`,
    en: `${place.en} has a code in GB/T 2260 but issues no DB standards, so a number with ${prefix} is probably wrong; check the region code.`,
  };
}
