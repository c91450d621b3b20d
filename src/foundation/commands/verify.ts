import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandLineCommand, Console, Deps } from '../part.ts';
import { checkProjections, type Difference, type Found, type ProjectionCheck } from '../projection-check.ts';
import { rebuild } from '../rebuild.ts';
import { Refusal, refusalMessage } from '../refusal.ts';
import { findingTexts } from '../seals/findings.ts';
import { verifyHistory } from '../seals/verify.ts';
import { sealFirst } from './seal-first.ts';

/** What follows from the rows of the register and is read by readers: the search index. */
export interface DerivedIndex {
  readonly check: (deps: Deps, onProgress: (records: number) => void) => Promise<Found>;
  /** Makes anew what differs; answers how many entries. */
  readonly mend: (deps: Deps) => Promise<number>;
}

/** `guiju verify`: history against its seals, what the register shows against its history, the index against the register. */
export const verifyCommand = (index: DerivedIndex): CommandLineCommand => ({
  name: 'verify',
  usage: 'verify',
  summary: {
    zh: '核对历史与封存（每一事件、每一检查点），再核对登记内容与历史、检索索引与登记内容；其中有人改动过任何一个字节，都会指出在哪里，并说明哪些内容没有封存、无从核对。',
    en: 'Checks history against its seals (every event, every checkpoint), then what the register shows against its history and the search index against the register; a byte changed anywhere in these is found and named. It says what is not sealed and cannot be checked.',
  },
  examples: ['verify', 'verify --checkpoint checkpoint-2026-08-15.txt', 'verify --json'],
  options: [
    {
      flag: '--checkpoint FILE',
      text: {
        zh: '另行保存的检查点文件，可查出连同密钥一起改写的历史',
        en: 'a checkpoint kept elsewhere: finds even a history rewritten with the key',
      },
    },
    { flag: '--seals-only', text: { zh: '只核对历史与封存', en: 'check history against its seals only' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const outside = call.options['checkpoint'];
    await sealFirst(deps);
    const bar = console.progress(console.lang === 'en' ? 'leaves' : '叶', undefined);
    const report = await verifyHistory({
      database: deps.database,
      origin: deps.installation.origin,
      firstKey: deps.sealingKeys.first,
      homeId: deps.installation.homeId,
      onProgress: bar.at,
      ...(typeof outside === 'string' ? { outside: await readFile(resolve(console.folder, outside), 'utf8') } : {}),
    });
    bar.end();
    const sealsOnly = call.options['seals-only'] === true;
    const check = sealsOnly ? undefined : await checked(deps, { console, report });
    const indexed = sealsOnly || check === 'impossible' ? undefined : await indexChecked(deps, { console, index });
    const holds = report.holds && check !== 'impossible' && (check?.found ?? 0) === 0 && (indexed?.count ?? 0) === 0;
    if (call.options['json'])
      console.print(JSON.stringify({ ...report, holds, projections: check, searchIndex: indexed, notSealed }, null, 2));
    else tell(console, { report, check, indexed });
    const { outsideRefused } = report;
    if (outsideRefused !== undefined) throw new Refusal(outsideRefused.code, outsideRefused.details);
    return holds ? 0 : 1;
  },
});

/** `guiju rebuild`: everything that follows from history, made anew from it. */
export const rebuildCommand = (index: DerivedIndex): CommandLineCommand => ({
  name: 'rebuild',
  usage: 'rebuild',
  summary: {
    zh: '由事件重新生成全部登记内容、编号占用和计数，并改正检索索引中与之不符的条目；期间可读可写。',
    en: 'Makes all rows, claims and counts anew from the events, and the entries of the search index that differ from them; reading and writing go on meanwhile.',
  },
  examples: ['rebuild'],
  needs: 'register',
  run: async (_call, console, deps) => {
    const done = await rebuild(deps.database, rebuildDeps(deps, console));
    console.print(
      console.lang === 'en'
        ? `${done.events} events of ${done.streams} streams.`
        : `${done.streams} 个事项的 ${done.events} 个事件已重新折叠。`,
    );
    const mended = await index.mend(deps);
    if (mended > 0)
      console.print(
        console.lang === 'en'
          ? `${mended} entries of the search index differed and were written anew.`
          : `检索索引有 ${mended} 个条目不符，已重写。`,
      );
    return 0;
  },
});

export function rebuildDeps(deps: Deps, console?: Console) {
  const bar = console?.progress(console.lang === 'en' ? 'events' : '事件', undefined);
  return {
    types: deps.types,
    projections: deps.projections,
    timeZone: deps.settings.timeZone,
    ...(bar === undefined ? {} : { onProgress: ({ events }: { readonly events: number }) => bar.at(events) }),
  };
}

type Report = Awaited<ReturnType<typeof verifyHistory>>;

interface Verified {
  readonly report: Report;
  readonly check: ProjectionCheck | 'impossible' | undefined;
  readonly indexed: Found | undefined;
}

async function indexChecked(
  deps: Deps,
  { console, index }: { readonly console: Console; readonly index: DerivedIndex },
): Promise<Found> {
  const bar = console.progress(console.lang === 'en' ? 'entries of the index' : '索引条目', undefined);
  const found = await index.check(deps, bar.at);
  bar.end();
  return found;
}

/** History that was changed may be such that nothing can be made of it: its seals have said so already, and that is told. */
async function checked(
  deps: Deps,
  { console, report }: { readonly console: Console; readonly report: Report },
): Promise<ProjectionCheck | 'impossible'> {
  try {
    return await checkProjections(deps.database, rebuildDeps(deps, console));
  } catch (error) {
    if (report.holds) throw error;
    return 'impossible';
  }
}

function tell(console: Console, verified: Verified): void {
  const { report, check, indexed } = verified;
  const isEnglish = console.lang === 'en';
  for (const finding of report.findings.slice(0, 20)) {
    const { text, remedy } = refusalMessage(findingTexts, finding, console.lang);
    console.print(`✗ ${text} ${remedy}`);
  }
  const differences = check === undefined || check === 'impossible' ? [] : check.differences;
  for (const difference of differences.slice(0, 20)) console.print(`✗ ${differenceText(difference, isEnglish)}`);
  if (check === 'impossible')
    console.print(
      isEnglish
        ? '✗ The register could not be compared with its history: the history cannot be read.'
        : '✗ 无法将登记内容与历史核对：历史已无法读取。',
    );
  for (const difference of (indexed?.differences ?? []).slice(0, 20))
    console.print(`✗ ${differenceText(difference, isEnglish)}`);
  console.print(verdict(verified, isEnglish));
  console.print(isEnglish ? notSealed.en : notSealed.zh);
}

function verdict({ report, check, indexed }: Verified, isEnglish: boolean): string {
  const wrong = report.findingCount + (check === undefined || check === 'impossible' ? 0 : check.found);
  if (wrong > 0 || check === 'impossible')
    return isEnglish ? `${wrong} findings: the register does not hold.` : `发现 ${wrong} 处不符：登记簿不成立。`;
  const { treeSize, checkpoints, settledAt = '—' } = report;
  const history = isEnglish
    ? `${treeSize} leaves, ${checkpoints} checkpoints: nobody rewrote history. Settled up to ${settledAt}.`
    : `${treeSize} 片叶、${checkpoints} 个检查点：历史未被改写。截至 ${settledAt} 已定。`;
  if (check === undefined) return history;
  if (indexed !== undefined && indexed.count > 0)
    return isEnglish
      ? `${history} What the register shows follows from its history, but ${indexed.count} entries of the search index do not follow from the register: searches may answer wrongly. Make them anew with: guiju rebuild`
      : `${history}登记内容与历史一致，但检索索引有 ${indexed.count} 处与登记内容不符，检索可能答错。运行 guiju rebuild 改正。`;
  return isEnglish
    ? `${history} What the register shows follows from its history, and the search index from the register.`
    : `${history}登记内容与历史一致，检索索引与登记内容一致。`;
}

/** What no leaf holds and nothing else tells: `verify` promises no more than is true. */
const notSealed = {
  zh: '未封存、因而无从核对：行为的请求编号、请求哈希与所存答复（idempotency_key、input_hash、answer），没有事件的行为，本安装的名称、类别、标识与启用时刻，迁移的日期，私密文本、订阅与更正请求等尚未封存的往来，以及检索用词表中多余的词。',
  en: 'Not sealed, and so not checked: of an act its request key, request hash and stored answer (idempotency_key, input_hash, answer); acts without events; name, profile, identifiers and opening instant of this installation; days of migrations; private texts, watches and other letters of readers; words too many in the word list of the search.',
} as const;

const differenceKinds: Readonly<Record<Difference['kind'], readonly [zh: string, en: string]>> = {
  missing: ['缺少', 'missing'],
  unexpected: ['多出', 'unexpected'],
  different: ['不同', 'different'],
  overlapping: ['重叠', 'overlapping'],
  unreadable: ['读不懂', 'not understood'],
};

function differenceText(difference: Difference, isEnglish: boolean): string {
  const fields = difference.fields
    .map(({ name, held, expected }) => `${name}: ${shown(held)} ≠ ${shown(expected)}`)
    .join('; ');
  const kind = differenceKinds[difference.kind][isEnglish ? 1 : 0];
  return `${kind} ${difference.table} ${difference.streamId ?? ''} ${difference.place} ${fields}`;
}

/** A column may hold all the words of a standard. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '—';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
