import type { CommandLineCommand, Console } from '../../foundation/part.ts';
import { statusFlags } from '../../portal/register-codes.ts';
import { portalText } from '../../portal/texts.ts';
import { type PublicRecord, publicRecord } from '../exports/public-record.ts';
import { standardsText } from '../pages/texts.ts';
import { readMoment } from '../queries/moment.ts';
import { recordOrRefusal } from '../routes/record-or-refusal.ts';

/** `guiju show`: one standard on a day, as known on a day. */
export const showCommand: CommandLineCommand = {
  name: 'show',
  usage: 'show NUMBER',
  summary: {
    zh: '显示一项标准：某一天的状态、日期、关系；也可按登记簿当时所知。',
    en: 'Shows one standard: its state on a day, dates, relations; also as the register knew it then.',
  },
  examples: [
    'show GB9706.1-2020',
    "show 'YY/T 0740-2022' --as-of 2023-04-30",
    'show GB/T42061-2022 --known 2026-08-15 --json',
  ],
  options: [
    {
      flag: '--as-of DATE',
      text: { zh: '哪一天的法律状态（默认今天）', en: 'the day whose law is asked for (default: today)' },
    },
    { flag: '--known DATE', text: { zh: '按登记簿那一天所知', en: 'as the register knew it on that day' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const { 'as-of': asOf, known } = call.options;
    const moment = readMoment(
      { ...(typeof asOf === 'string' ? { asOf } : {}), ...(typeof known === 'string' ? { known } : {}) },
      { today: deps.clock.today(), timeZone: deps.clock.timeZone },
    );
    const record = publicRecord(await recordOrRefusal(deps, call.args.join(' '), moment), moment);
    if (call.options['json']) console.print(JSON.stringify(record, null, 2));
    else tell(record, console);
    return 0;
  },
};

/** The same in words; what the page says of a status, in one line. */
function tell(record: PublicRecord, { lang, print }: Console): void {
  const say = standardsText(lang);
  print(record.number);
  for (const title of record.titles) print(`  ${title.text}`);
  print(`  ${statusLine(record, lang)}`);
  for (const { kind, number, degree, whole } of record.relations) {
    const name = say(`relation.${kind}`);
    print(`  ${whole ? name : say('relation.inPart', { name })} ${number}${degree ? ` ${degree}` : ''}`);
  }
}

function statusLine(record: PublicRecord, lang: Console['lang']): string {
  const say = standardsText(lang);
  const word = portalText(lang);
  const line = statusDays(record, lang);
  const flags = statusFlags.filter((flag) => record.status[flag]).map((flag) => word(`status.${flag}`));
  const [flag, other] = flags;
  if (flag === undefined) return line;
  return other === undefined ? say('show.beside', { line, flag }) : say('show.besideTwo', { line, flag, other });
}

function statusDays({ asOf: day, status: { code, since, until } }: PublicRecord, lang: Console['lang']): string {
  const say = standardsText(lang);
  const status = portalText(lang)(`status.${code}`);
  if (since !== null && until !== null) return say('show.statusSinceUntil', { day, status, since, until });
  if (since !== null) return say('show.statusSince', { day, status, since });
  return until === null ? say('show.status', { day, status }) : say('show.statusUntil', { day, status, until });
}
