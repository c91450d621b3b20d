import type { Answer, Sentence } from './answer.ts';
import { type CreditCode, organizationCheck } from './credit-code.ts';
import { explainFailure, type FormNames } from './failure.ts';
import { authorities, provinces } from './registration.ts';

/** Names of divisions below the province, when the caller has the table of GB/T 2260. */
export type RegionNames = (code: string) => Sentence | undefined;

const form: FormNames = {
  name: { zh: '统一社会信用代码', en: 'unified social credit code' },
  length: { zh: '应为18位', en: 'It has 18 characters' },
  characters: {
    zh: '只用数字和除 I、O、S、V、Z 外的大写字母；不要把字母 O 当作数字 0',
    en: 'It uses digits and letters except I, O, S, V and Z; the letter O is not the digit 0',
  },
  digits: { zh: '第3至8位是行政区划代码，只能是数字', en: 'Positions 3 to 8 are the division code and are digits' },
  example: '91350100M000100Y43',
};

/**
 * Explains the answer of `checkCreditCode` position by position, or says what is wrong and what to do.
 *
 * @example explainCreditCode(checkCreditCode('91350100M000100Y43'))[0]?.en === 'Position 1, 9: registered by the market regulation authority.'
 */
export function explainCreditCode(answer: Answer<CreditCode>, names?: RegionNames): readonly Sentence[] {
  if (answer.outcome !== 'valid') return explainFailure(answer, form);
  const code = answer.value;
  return [
    authorityOf(code),
    classOf(code),
    regionOf(code, names),
    {
      zh: `第9至17位 ${code.organizationCode}：组织机构代码（GB 11714）。`,
      en: `Positions 9 to 17, ${code.organizationCode}: the organization code (GB 11714).`,
    },
    { zh: `第18位 ${code.check}：校验码，正确。`, en: `Position 18, ${code.check}: the check character, correct.` },
    ...(answer.warnings.includes('inner-check') ? [innerCheck(code)] : []),
  ];
}

function authorityOf(code: CreditCode): Sentence {
  const authority = authorities.get(code.authority);
  if (authority === undefined) {
    return {
      zh: `第1位 ${code.authority}：未知的登记管理部门，须核对。`,
      en: `Position 1, ${code.authority}: an unknown registration authority; check it.`,
    };
  }
  return {
    zh: `第1位 ${code.authority}：由${authority.zh}部门登记。`,
    en: `Position 1, ${code.authority}: registered by the ${authority.en} authority.`,
  };
}

function classOf(code: CreditCode): Sentence {
  const known = authorities.get(code.authority)?.classes.get(code.organizationClass);
  if (known === undefined) {
    return {
      zh: `第2位 ${code.organizationClass}：该部门没有这一机构类别，须核对。`,
      en: `Position 2, ${code.organizationClass}: that authority has no such class; check it.`,
    };
  }
  return {
    zh: `第2位 ${code.organizationClass}：${known.zh}。`,
    en: `Position 2, ${code.organizationClass}: ${known.en}.`,
  };
}

function regionOf(code: CreditCode, names: RegionNames | undefined): Sentence {
  const place = names?.(code.region) ?? provinces.get(code.region.slice(0, 2));
  if (place === undefined) {
    return {
      zh: `第3至8位 ${code.region}：未知的行政区划，须核对。`,
      en: `Positions 3 to 8, ${code.region}: an unknown division; check it.`,
    };
  }
  return {
    zh: `第3至8位 ${code.region}：登记管理部门所在地，${place.zh}。`,
    en: `Positions 3 to 8, ${code.region}: division of the authority, ${place.en}.`,
  };
}

function innerCheck(code: CreditCode): Sentence {
  const expected = organizationCheck(code.organizationCode.slice(0, 8));
  return {
    zh: `提示：第17位按 GB 11714 应为 ${expected}；部分合法代码不满足这一校验，须与证书核对。`,
    en: `Note: by GB 11714 position 17 would be ${expected}; some lawful codes do not satisfy it, so compare with the certificate.`,
  };
}
