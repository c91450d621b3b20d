import { allCommittees, type Committee, committeesMeant } from '../../bodies/index.ts';
import { UsageError } from '../../foundation/command-line.ts';
import type { CommandCall, CommandLineCommand, Console } from '../../foundation/part.ts';
import { portalText } from '../../portal/texts.ts';
import { summary } from '../exports/summary.ts';
import { standardsText } from '../pages/texts.ts';
import { refuseUnknownValues } from '../queries/filter-values.ts';
import { dayNamed } from '../queries/moment.ts';
import { findStandards, type StandardsFound, spellingsOf } from '../queries/searching.ts';
import { cursorKeyOf } from '../routes/house.ts';

const mostHits = 100;

/** `guiju search`: the box of the portal at the command line. */
export const searchCommand: CommandLineCommand = {
  name: 'search',
  usage: 'search QUERY',
  summary: {
    zh: '按编号（任何写法）或中英文词查找标准。',
    en: 'Finds standards by number, in any spelling, or by words in Chinese and English.',
  },
  examples: [
    'search GB9706.1',
    "search 'medical device' --tier national --limit 5",
    'search 除颤器 --status inForce --as-of 2020-01-01 --json',
  ],
  options: [
    {
      flag: '--tier TIER',
      text: {
        zh: '层级：national、sectoral、local、association、enterprise、international、foreign',
        en: 'national, sectoral, local, association, enterprise, international or foreign',
      },
    },
    {
      flag: '--status STATUS',
      text: { zh: '某日的状态：inForce、superseded 等', en: 'status on the day: inForce, superseded ...' },
    },
    { flag: '--as-of DATE', text: { zh: '哪一天的状态（默认今天）', en: 'the day of the status (default: today)' } },
    { flag: '--limit N', text: { zh: '最多几条（默认 20）', en: 'at most how many (default: 20)' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const asOf = dayNamed('as-of', textOf(call, 'as-of') ?? deps.clock.today());
    const { database: read, definitions } = deps;
    const cursorKey = cursorKeyOf(deps);
    const filters = { ...filter(call, 'tier'), ...filter(call, 'status') };
    await refuseUnknownValues({ read, cursorKey, definitions, asOf }, filters);
    const found = await findStandards(read, cursorKey, {
      text: call.args.join(' '),
      filters,
      sort: 'relevance',
      asOf,
      size: limitOf(call),
      place: { page: 1 },
      facets: [],
    });
    const committees = committeesMeant(await allCommittees(deps.database, {}), call.args.join(' '));
    if (call.options['json']) console.print(JSON.stringify(jsonOf(found, committees, asOf), null, 2));
    else {
      for (const { code, names } of committees) console.print(`${code.padEnd(41)} ${names[0]?.text ?? ''}`);
      tell(found, console, asOf);
    }
    return found.standards.length + committees.length > 0 ? 0 : 1;
  },
};

function textOf(call: CommandCall, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
}

function filter(call: CommandCall, name: 'tier' | 'status'): Readonly<Record<string, readonly string[]>> {
  const value = textOf(call, name);
  return value === undefined ? {} : { [name]: value.split(',') };
}

function limitOf(call: CommandCall): number {
  const limit = Number(textOf(call, 'limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits) throw new UsageError(`--limit 1…${mostHits}`);
  return limit;
}

function jsonOf(found: StandardsFound, committees: readonly Committee[], asOf: string) {
  return {
    total: found.answer.total.n,
    isApproximate: found.answer.total.isApproximate,
    items: found.standards.map((brief) => summary(brief, asOf)),
    notHeld: found.answer.notHeld ?? null,
    nearest: found.nearest.map((brief) => summary(brief, asOf)),
    spellings: spellingsOf(found),
    committees: committees.map(({ code, ...rest }) => ({ reference: code, ...rest })),
  };
}

/** As wide as the longest status word of the language. */
const statusWidth: Readonly<Record<Console['lang'], number>> = { en: 22, 'zh-Hans': 8 };

function tell(found: StandardsFound, { lang, print }: Console, asOf: string): void {
  const say = standardsText(lang);
  const lines = (briefs: StandardsFound['standards']): void => {
    for (const brief of briefs) {
      const { status } = summary(brief, asOf);
      const title = brief.titles.find((one) => one.lang.startsWith(lang.slice(0, 2))) ?? brief.titles[0];
      const word = portalText(lang)(`status.${status.code}`);
      print(`${brief.number.padEnd(24)} ${word.padEnd(statusWidth[lang])} ${title?.text ?? ''}`);
    }
  };
  const { notHeld } = found.answer;
  if (notHeld !== undefined && found.standards.length > 0) print(say('search.notHeld', { number: notHeld }));
  lines(found.standards);
  const { n, isApproximate } = found.answer.total;
  print(say(isApproximate ? 'search.all.about' : 'search.all.exact', { n }));
  if (found.indexingToGo > 0) print(say('search.indexing', { n: found.indexingToGo }));
  if (found.answer.spellings.length > 0) print(say('noResult.spellings'));
  for (const { text, total } of found.answer.spellings)
    print(
      `  ${text}  ${say(total.isApproximate ? 'noResult.spellingAbout' : 'noResult.spellingCount', { n: total.n })}`,
    );
  if (found.standards.length > 0 || found.nearest.length === 0) return;
  print(say('noResult.nearest'));
  lines(found.nearest);
}
