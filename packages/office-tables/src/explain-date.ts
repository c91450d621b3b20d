import type { Explanation } from './explain-table-problem.ts';
import type { BilingualText } from './problem-texts.ts';
import type { DateDoubt, DateProblem, DateProblemCode, UntidyDate } from './untidy-date.ts';

/** Why a date is doubtful or was not read, in both languages; nothing for a plain date. */
export function explainDate(
  date: UntidyDate | DateProblem,
): { readonly zh: Explanation; readonly en: Explanation } | undefined {
  const code = date.ok ? date.doubtful : date.code;
  if (code === undefined) return undefined;
  const value = date.ok ? (date.readings ?? [date.date]).join(' / ') : date.text.slice(0, 60);
  const fill = (text: string) => text.replace('{value}', () => value);
  const [zhWhat, zhRemedy, enWhat, enRemedy] = dateTexts[code];
  return { zh: { what: fill(zhWhat), remedy: zhRemedy }, en: { what: fill(enWhat), remedy: enRemedy } };
}

const writeIso = '写成 2023-05-01（只知道月份写 2023-05，只知道年份写 2023）。';
const writeIsoEn = 'Write it as 2023-05-01 (2023-05 for a month, 2023 for a year).';

const dateTexts: Readonly<Record<DateDoubt | DateProblemCode, BilingualText>> = {
  'office-tables.date-order': [
    '日期可有几种读法（{value}），暂取第一种。',
    writeIso,
    'The date can be read in several ways ({value}); the first was taken.',
    writeIsoEn,
  ],
  'office-tables.date-two-digit-year': [
    '年份只有两位，按 {value} 理解。',
    writeIso,
    'The year has two digits; it was read as {value}.',
    writeIsoEn,
  ],
  'office-tables.date-spreadsheet-number': [
    '内容是表格软件的日期序号，换算为 {value}。',
    `核对。${writeIso}`,
    'The content is a spreadsheet day number, which means {value}.',
    `Check it. ${writeIsoEn}`,
  ],
  'office-tables.date-among-words': [
    '从一句话中取出了日期 {value}。',
    '如果该句还有其他意思（如分批实施），分别填写。',
    'The date {value} was taken out of a sentence.',
    'If the sentence says more (such as several dates), fill it in separately.',
  ],
  'office-tables.date-improbable-year': [
    '年份不像是标准的日期（{value}）。',
    writeIso,
    'The year is improbable for a standard ({value}).',
    writeIsoEn,
  ],
  'office-tables.date-missing': [
    '没有填写日期。',
    '如果知道日期，补上。',
    'No date is given.',
    'Add it if you know it.',
  ],
  'office-tables.date-not-understood': [
    '“{value}”不是能理解的日期。',
    writeIso,
    '“{value}” is not understood as a date.',
    writeIsoEn,
  ],
  'office-tables.date-impossible': [
    '“{value}”不是日历上的一天。',
    writeIso,
    '“{value}” is no day of the calendar.',
    writeIsoEn,
  ],
  'office-tables.date-several': [
    '“{value}”中有几个日期。',
    '每个单元格只写一个日期；分批实施的日期分行填写。',
    '“{value}” holds several dates.',
    'Write one date in a cell; give further dates in rows of their own.',
  ],
};
