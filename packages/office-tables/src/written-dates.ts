import type { FoundDate } from './untidy-date.ts';

/** Dates with words: 1 May 2023, May 2023, 二〇二三年五月, 自2023年5月1日起. `several` when a text names more than one. */
export function dateInWords(text: string): FoundDate | 'several' | undefined {
  return english(text) ?? chineseNumerals(text) ?? amongWords(text);
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function english(text: string): FoundDate | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?[\s-](?:(\d{1,2})(?:st|nd|rd|th)?,?[\s-])?(\d{4})$/i.exec(text);
  const [day, name, year] = dayFirst ? dayFirst.slice(1) : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !fullNames.test(name ?? '')) return undefined;
  return { readings: [{ year: Number(year), month, ...(day === undefined ? {} : { day: Number(day) }) }] };
}

const fullNames =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function chineseNumerals(text: string): FoundDate | undefined {
  const match =
    /^([〇零○o一二三四五六七八九]{4}|(?:19|20)\d{2})年(?:([一二三四五六七八九十]{1,3}|\d{1,2})月份?)?(?:([一二三四五六七八九十]{1,3}|\d{1,2})[日号]?)?$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  return {
    readings: [
      {
        year: yearOf(year),
        ...(month === undefined ? {} : { month: underHundred(month) }),
        ...(day === undefined ? {} : { day: underHundred(day) }),
      },
    ],
  };
}

function yearOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  return Number([...numeral].map((digit) => Math.max(0, numeralDigits.indexOf(digit))).join(''));
}

const numeralDigits = '〇一二三四五六七八九';

/** 五, 十, 十二, 二十, 三十一, also 5 and 12: the two ways of writing are mixed. */
function underHundred(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral];
  const digit = (character: string | undefined, whenBlank: number) =>
    character ? numeralDigits.indexOf(character) : whenBlank;
  return digit(tens, 1) * 10 + digit(ones, 0);
}

/**
 * A date inside a sentence. Only shapes that no standard number has: with 年, or three parts with one separator after a
 * year of our time; `与 GB 9706.1-2020 同时实施` names no date.
 */
function amongWords(text: string): FoundDate | 'several' | undefined {
  const shapes =
    /(?<![\d.A-Za-z-]|[A-Z] )((?:19|20)\d{2})(?:年(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?|([-./])(\d{1,2})\4(\d{1,2})(?![\d-]))/g;
  const found = [...text.matchAll(shapes)];
  if (found.length > 1) return 'several';
  const [match] = found;
  if (!match) return undefined;
  const [, year, chineseMonth, chineseDay, , otherMonth, otherDay] = match;
  const month = chineseMonth ?? otherMonth;
  const day = chineseDay ?? otherDay;
  const date = {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
  return { readings: [date], doubtful: 'office-tables.date-among-words' };
}
