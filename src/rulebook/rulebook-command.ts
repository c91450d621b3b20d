import type { CommandLineCommand, Console } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { type Asked, readAsked } from './asked.ts';
import { ruleJson, rulesJson } from './rule-files.ts';
import { type RuleLine, type SubjectView, subjectViews, type ViewGiven } from './rule-view.ts';
import { rulebookText } from './texts.ts';

/** `guiju rulebook`: what the rules say on a day at a place. */
export const rulebookCommand: CommandLineCommand = {
  name: 'rulebook',
  usage: 'rulebook [ID]',
  summary: {
    zh: '规则：某一天、某一地区适用的期限、多数、限额、材料和开关。',
    en: 'Rules: periods, majorities, limits, documents and switches that apply on a day at a place.',
  },
  examples: [
    'rulebook',
    'rulebook review-cycle-local --region 31',
    'rulebook comment-period-voluntary --as-of 2024-05-01 --json',
    'rulebook --unconfirmed',
  ],
  options: [
    { flag: '--as-of DATE', text: { zh: '哪一天（默认今天）', en: 'the day (default: today)' } },
    {
      flag: '--region CODE',
      text: {
        zh: '地区：行政区划代码两位或六位（默认国家）',
        en: 'region by two or six digits of GB/T 2260 (default: the nation)',
      },
    },
    { flag: '--unconfirmed', text: { zh: '只列待核实的值', en: 'only values that are not confirmed' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, { definitions, clock }) => {
    const text = (name: string): string | undefined => {
      const value = call.options[name];
      return typeof value === 'string' ? value : undefined;
    };
    const words = {
      asOf: text('as-of'),
      place: text('region'),
      show: call.options['unconfirmed'] ? 'unconfirmed' : '',
    };
    const asked = readAsked(words, clock.today());
    const [id] = call.args;
    if (id !== undefined && !definitions.rulebook.has(id))
      throw refusal('rulebook.rule-unknown', { id: id.slice(0, 100) });
    const given = { lang: console.lang, definitions, day: asked.day };
    if (call.options['json']) console.print(JSON.stringify(jsonOf(id, given, asked), null, 2));
    else tell(id, { given, asked, console });
    return 0;
  },
};

function jsonOf(id: string | undefined, { lang, definitions }: ViewGiven, asked: Asked) {
  const given = { lang, definitions, asked };
  if (id === undefined) return rulesJson(given);
  const subject = definitions.ruleSubjects.find(({ rules }) => rules.includes(id))?.id ?? '';
  const [rule] = ruleJson(id, subject, given);
  return { asOf: asked.day, jurisdiction: asked.jurisdiction, rule: rule ?? null };
}

interface Telling {
  readonly given: ViewGiven;
  readonly asked: Asked;
  readonly console: Console;
}

function tell(id: string | undefined, { given, asked, console }: Telling): void {
  const subjects = subjectViews({ ...given, query: '' }, asked);
  if (id !== undefined) {
    const line = subjects.flatMap(({ rules }) => rules).find((rule) => rule.id === id);
    if (line) tellRule(line, console);
    else console.print(rulebookText(console.lang)('noValue'));
    return;
  }
  for (const subject of subjects) tellSubject(subject, console);
}

function tellSubject({ title, rules }: SubjectView, console: Console): void {
  console.print(title);
  for (const rule of rules) console.print(`  ${lineOf(rule, console)}`);
}

function tellRule(rule: RuleLine, console: Console): void {
  console.print(rule.title);
  console.print(`  ${lineOf(rule, console)}`);
  for (const more of [rule.value?.basis, rule.value?.note]) if (more !== undefined) console.print(`  ${more}`);
}

function lineOf({ id, value }: RuleLine, { lang }: Console): string {
  const t = rulebookText(lang);
  if (value === undefined) return t('command.value', { id, place: '—', value: t('noValue') });
  const line = t('command.value', { id, place: value.place, value: value.value });
  return value.isConfirmed ? line : t('command.unconfirmed', { line });
}
