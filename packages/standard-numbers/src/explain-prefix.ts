import type { Sentence } from './explain-sentence.ts';
import type { NumberKind, Scheme, StandardNumber } from './model.ts';
import { regions } from './tables/regions.ts';
import { engineeringCodes, type SectorCode, sectorCodes } from './tables/sectors.ts';

/** Explains what stands before the serial: who numbers, what the document is and how far it binds. */
export function explainPrefix(number: StandardNumber): Sentence {
  const meaning = explainers.get(number.scheme)?.(number) ?? explainForeign(number);
  return { zh: `${number.prefix}：${meaning.zh}。`, en: `${number.prefix}: ${meaning.en}.` };
}

const natures = {
  mandatory: { zh: '强制性', en: 'mandatory' },
  voluntary: { zh: '推荐性', en: 'voluntary' },
  guiding: { zh: '指导性', en: 'guiding' },
} as const;

type Explainer = (number: StandardNumber) => Sentence;

const explainers: ReadonlyMap<Scheme, Explainer> = new Map<Scheme, Explainer>([
  ['cn-national', explainNational],
  ['cn-sectoral', explainSectoral],
  ['cn-engineering', explainSectoral],
  ['cn-local', explainLocal],
  [
    'cn-association',
    (number) => ({
      zh: `团体标准，团体代号 ${number.publisher}`,
      en: `an association standard; code of the association ${number.publisher}`,
    }),
  ],
  [
    'cn-enterprise',
    (number) => ({
      zh: `企业标准，企业代号 ${number.publisher}；编号只在该企业内唯一`,
      en: `an enterprise standard; code of the enterprise ${number.publisher}; unique only within that enterprise`,
    }),
  ],
  [
    'cn-reference-material',
    () => ({
      zh: '国家标准样品，不计入国家标准总数',
      en: 'a national reference material, counted beside the national standards',
    }),
  ],
  [
    'cn-health',
    (number) => ({
      zh: `国家职业卫生标准（${natureOf(number).zh}），不是 GB/Z`,
      en: `a national occupational-health standard (${natureOf(number).en}), not GB/Z`,
    }),
  ],
  ['cn-metrology', explainMetrology],
  [
    'cn-military',
    () => ({
      zh: '国家军用标准，不在标准化法所列标准之内',
      en: 'a military standard, outside the tiers of the Standardization Law',
    }),
  ],
]);

function natureOf(number: StandardNumber): Sentence {
  return number.nature === undefined ? { zh: '', en: '' } : natures[number.nature];
}

const historical: ReadonlyMap<string, Sentence> = new Map([
  ['GBJ', { zh: '工程建设国家标准（历史代号）', en: 'a national engineering standard (historical prefix)' }],
  ['GBn', { zh: '国家内部标准（历史代号）', en: 'an internal national standard (historical prefix)' }],
  ['GHZB', { zh: '国家环境质量标准（历史代号）', en: 'a national environmental quality standard (historical prefix)' }],
  ['GWPB', { zh: '国家污染物排放标准（历史代号）', en: 'a national pollutant discharge standard (historical prefix)' }],
  [
    'GWKB',
    { zh: '国家环境保护标准（历史代号）', en: 'a national environmental protection standard (historical prefix)' },
  ],
]);

function explainNational(number: StandardNumber): Sentence {
  const known = historical.get(number.publisher);
  if (known !== undefined) return known;
  if (number.nature === 'guiding') {
    return {
      zh: '国家标准化指导性技术文件，仅供参考',
      en: 'a national guiding technical document, for information only',
    };
  }
  const binding = number.nature === 'mandatory' ? { zh: '，必须执行', en: ', binding' } : { zh: '', en: '' };
  return {
    zh: `${natureOf(number).zh}国家标准${binding.zh}`,
    en: `a ${natureOf(number).en} national standard${binding.en}`,
  };
}

const sectors: ReadonlyMap<string, SectorCode> = new Map(
  [...sectorCodes, ...engineeringCodes].map((row) => [row.code, row] as const),
);

function explainSectoral(number: StandardNumber): Sentence {
  const sector = sectors.get(number.publisher.split('/')[0] ?? '') ?? { zh: number.publisher, en: number.publisher };
  return {
    zh: `${natureOf(number).zh}行业标准，${sector.zh}`,
    en: `a ${natureOf(number).en} sectoral standard: ${sector.en.toLowerCase()}`,
  };
}

function explainLocal(number: StandardNumber): Sentence {
  const region = number.region === undefined ? undefined : regions.get(number.region);
  const place = region === undefined ? placeOf(number.region) : { zh: `，${region.zh}`, en: ` of ${region.en}` };
  const food = number.kind === 'special-regime' ? { zh: '食品安全', en: ' food-safety' } : { zh: '', en: '' };
  return {
    zh: `${natureOf(number).zh}${food.zh}地方标准${place.zh}`,
    en: `a ${natureOf(number).en} local${food.en} standard${place.en}`,
  };
}

/** A city unknown to the table is named by its province. */
function placeOf(code: string | undefined): Sentence {
  const province = code === undefined ? undefined : regions.get(code.slice(0, 2));
  return province === undefined
    ? { zh: '', en: '' }
    : { zh: `，${province.zh}（地区代码 ${code}）`, en: ` of ${province.en} (region code ${code})` };
}

function explainMetrology(number: StandardNumber): Sentence {
  if (number.publisher.startsWith('GBW'))
    return {
      zh: '国家标准物质，属计量管理，不是国家标准样品（GSB）',
      en: 'a certified reference material of metrology, not a national reference sample (GSB)',
    };
  return number.publisher.startsWith('JJG')
    ? { zh: '计量检定规程，属计量技术法规，不是标准', en: 'a verification regulation of metrology, not a standard' }
    : { zh: '计量技术规范，属计量技术法规，不是标准', en: 'a technical specification of metrology, not a standard' };
}

const kinds: Readonly<Record<NumberKind, Sentence>> = {
  standard: { zh: '标准', en: 'standard' },
  'reference-material': { zh: '标准样品', en: 'reference material' },
  metrology: { zh: '计量技术法规', en: 'metrology document' },
  military: { zh: '军用标准', en: 'military standard' },
  'special-regime': { zh: '专门领域标准', en: 'standard of a special regime' },
  'technical-specification': { zh: '技术规范', en: 'technical specification' },
  'technical-report': { zh: '技术报告', en: 'technical report' },
  'technical-document': { zh: '技术文件', en: 'technical document' },
  'publicly-available-specification': { zh: '可公开获取的规范', en: 'publicly available specification' },
  'standardized-profile': { zh: '标准化轮廓', en: 'standardized profile' },
  guide: { zh: '指南', en: 'guide' },
  directive: { zh: '导则', en: 'directives' },
  handbook: { zh: '手册', en: 'handbook' },
  'test-report-form': { zh: '试验报告表', en: 'test report form' },
  'workshop-agreement': { zh: '研讨会协议', en: 'workshop agreement' },
  recommendation: { zh: '建议书', en: 'recommendation' },
  'working-document': { zh: '工作文件', en: 'working document' },
};

function explainForeign(number: StandardNumber): Sentence {
  const kind = kinds[number.kind];
  const tier = number.tier === 'international' ? { zh: '国际', en: 'international' } : { zh: '国外', en: 'foreign' };
  return { zh: `${number.publisher} 的${kind.zh}（${tier.zh}）`, en: `${kind.en} of ${number.publisher} (${tier.en})` };
}
