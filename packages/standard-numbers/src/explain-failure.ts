import type { Sentence } from './explain-sentence.ts';
import type { Expectation, Malformed, UnknownPrefix } from './model.ts';

const expected: Readonly<Record<Expectation, Sentence>> = {
  text: {
    zh: '这里没有标准编号。输入代号和顺序号，例如 GB/T 1.1-2020。',
    en: 'There is no standard number here. Enter prefix and serial, for example GB/T 1.1-2020.',
  },
  prefix: {
    zh: '这些数字后面还有编号，前面的数字可能是序号。只写编号，并补上代号，例如 GB/T 1.1-2020。',
    en: 'A further number follows these digits, which may be a row number. Write the number alone, with its prefix, for example GB/T 1.1-2020.',
  },
  serial: {
    zh: '代号后应为顺序号（数字）。补上，例如 GB/T 1.1。',
    en: 'A serial (digits) should stand behind the prefix. Add it, for example GB/T 1.1.',
  },
  part: {
    zh: '小数点后应为部分号。补上或删去小数点。',
    en: 'A part number should stand behind the point. Add it or remove the point.',
  },
  year: {
    zh: '连字符后应为四位年份。核对，例如 -2020。',
    en: 'A year of four digits should stand behind the hyphen. Check it, for example -2020.',
  },
  'year-in-range': {
    zh: '年份应在1949至2099之间。核对年份。',
    en: 'The year should lie between 1949 and 2099. Check the year.',
  },
  'organization-code': {
    zh: '应为团体或企业代号（字母，或字母加数字）。核对，例如 T/CAS、Q/GDW。',
    en: 'The code of the association or enterprise should stand here (letters, or letters and digits). Check it, for example T/CAS or Q/GDW.',
  },
  'region-code': {
    zh: 'DB 后应为两位省级或四位市级行政区划代码。核对，例如 DB11、DB4403。',
    en: 'DB should be followed by two digits of a province or four of a city. Check it, for example DB11 or DB4403.',
  },
  'supplement-number': {
    zh: '应为修改单序号。补上，例如 XG1。',
    en: 'The ordinal of the amendment should stand here. Add it, for example XG1.',
  },
  end: {
    zh: '编号到此应结束，但后面还有字符。用空格隔开名称，或核对数字。',
    en: 'The number should end here, but characters follow. Part the title by a space, or check the digits.',
  },
  'shorter-text': {
    zh: '文字过长，不是单个编号。逐个输入，或使用清单核对。',
    en: 'The text is too long for one number. Enter one at a time, or check it as a list.',
  },
};

/** Says what happened, why, and what to do, for a text that was not recognized. */
export function explainFailure(reading: UnknownPrefix | Malformed): readonly Sentence[] {
  if (reading.outcome === 'unknown-prefix') return explainUnknown(reading);
  const at = reading.position + 1;
  return [
    { zh: `读到第${at}个字符时无法继续。`, en: `Reading stopped at character ${at}.` },
    expected[reading.expected],
  ];
}

function explainUnknown(reading: UnknownPrefix): readonly Sentence[] {
  const { prefix, nearest } = reading;
  const unknown = { zh: `“${prefix}”不是已知的标准代号。`, en: `“${prefix}” is not a known prefix of standards.` };
  if (nearest.length === 0) {
    return [
      unknown,
      {
        zh: '核对代号；团体标准写作 T/代号，企业标准写作 Q/代号。',
        en: 'Check the prefix; association standards are written T/code, enterprise standards Q/code.',
      },
    ];
  }
  return [
    unknown,
    {
      zh: `相近的代号有 ${nearest.join('、')}，须核对。`,
      en: `Near to it are ${nearest.join(', ')}; check which is meant.`,
    },
  ];
}
