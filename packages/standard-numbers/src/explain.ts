import { explainSheet, explainStage } from './explain-details.ts';
import { explainFailure } from './explain-failure.ts';
import { explainPrefix } from './explain-prefix.ts';
import type { Sentence } from './explain-sentence.ts';
import type { Reading, StandardNumber } from './model.ts';

export type { Sentence } from './explain-sentence.ts';

/**
 * Explains a reading in whole sentences: each part of a recognized number by name, every reading of an ambiguous one,
 * and for the rest what happened, why, and what to do.
 *
 * @example explain(parse('GB/T 1.1-2020'))[0] // { zh: 'GB/T：推荐性国家标准…', en: 'GB/T: a voluntary national standard …' }
 */
export function explain(reading: Reading): readonly Sentence[] {
  switch (reading.outcome) {
    case 'recognized':
      return [...explainNumber(reading.number), ...explainRest(reading.rest)];
    case 'ambiguous':
      return explainAmbiguous(reading.why, reading.readings);
    case 'unknown-prefix':
    case 'malformed':
      return explainFailure(reading);
    default:
      return reading satisfies never;
  }
}

/** Explains each part of a number in the order in which it is written. */
function explainNumber(number: StandardNumber): readonly Sentence[] {
  return [
    explainPrefix(number),
    explainSerial(number),
    ...explainDate(number),
    ...explainStage(number),
    ...number.supplements.map(explainSheet),
    ...explainRemarks(number),
  ];
}

function explainSerial(number: StandardNumber): Sentence {
  const parts = number.parts.join(number.scheme.startsWith('cn-') ? '.' : '-');
  if (number.allParts)
    return {
      zh: `${number.serial}：顺序号，引用其所有部分。`,
      en: `${number.serial}: the serial; all its parts are meant.`,
    };
  if (parts === '') return { zh: `${number.serial}：顺序号。`, en: `${number.serial}: the serial.` };
  return {
    zh: `${number.serial}：顺序号；${parts}：第${parts}部分。`,
    en: `${number.serial}: the serial; ${parts}: part ${parts}.`,
  };
}

function explainDate(number: StandardNumber): readonly Sentence[] {
  const { year, yearAsPrinted } = number;
  if (year === undefined && number.stage === undefined) {
    return [
      {
        zh: '不注日期：指最新版本，包括所有修改单。',
        en: 'Undated: the latest edition is meant, with all its amendments.',
      },
    ];
  }
  if (year === undefined) return [];
  if (yearAsPrinted !== undefined)
    return [{ zh: `${yearAsPrinted}：两位年份，即${year}年。`, en: `${yearAsPrinted}: a two-digit year, ${year}.` }];
  const month = number.month === undefined ? '' : `${number.month}月`;
  return [{ zh: `${year}：发布年份，${year}年${month}版。`, en: `${year}: the year of publication.` }];
}

function explainRemarks(number: StandardNumber): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const { editionNote, language, dual } = number;
  if (editionNote !== undefined)
    sentences.push({ zh: `${editionNote}：版次说明。`, en: `${editionNote}: a remark on the edition.` });
  if (language !== undefined)
    sentences.push({ zh: `${language}：文本语言。`, en: `${language}: the language of the text.` });
  if (dual !== undefined)
    sentences.push({
      zh: `${dual.canonical}：双编号，与该文件相同。`,
      en: `${dual.canonical}: dual number; the text is identical with that document.`,
    });
  return sentences;
}

function explainRest(rest: string): readonly Sentence[] {
  return rest === ''
    ? []
    : [
        {
          zh: `“${rest}”不是编号的一部分，可能是名称。`,
          en: `“${rest}” is no part of the number; it may be the title.`,
        },
      ];
}

const reasons = {
  'prefix-missing': {
    zh: '缺少标准代号，无法确定是哪一项标准。补上代号，例如 GB/T、YY 或 ISO。',
    en: 'The prefix is missing, so several standards may be meant. Add it, for example GB/T, YY or ISO.',
  },
  'local-or-earthquake': {
    zh: 'DB 后没有地区代码：可能是地震行业标准，也可能是漏写地区代码的地方标准。核对，地方标准写作 DB11/T 等。',
    en: 'DB without a region code: an earthquake-sector standard, or a local standard whose region was left out. Check it; local standards are written DB11/T and so on.',
  },
  'association-or-nature': {
    zh: '可能是团体标准（T/代号），也可能是写反的推荐性行业标准（代号/T）。补上斜线。',
    en: 'Either an association standard (T/code) or a voluntary sectoral standard (code/T) written backwards. Add the slash.',
  },
  'guiding-or-health': {
    zh: 'GBZ 是职业卫生标准，GB/Z 是指导性技术文件，核对斜线。',
    en: 'GBZ is an occupational-health standard, GB/Z a guiding technical document. Check the slash.',
  },
  'year-or-part': {
    zh: '末尾数字可能是年份，也可能是部分号。按规定写年份，例如 GB/T 1.1-2020、ISO 9001:2015。',
    en: 'The last digits may be a year or a part. Write the year as usual, for example GB/T 1.1-2020 or ISO 9001:2015.',
  },
} as const;

function explainAmbiguous(why: keyof typeof reasons, readings: readonly StandardNumber[]): readonly Sentence[] {
  return [
    reasons[why],
    ...readings.map((number) => ({
      zh: `可理解为 ${number.canonical}。`,
      en: `It may be read as ${number.canonical}.`,
    })),
  ];
}
