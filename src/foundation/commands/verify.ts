import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandLineCommand, Console, Deps } from '../part.ts';
import { checkProjections, type Difference, type ProjectionCheck } from '../projection-check.ts';
import { rebuild } from '../rebuild.ts';
import { refusalMessage } from '../refusal.ts';
import { findingTexts } from '../seals/findings.ts';
import { verifyHistory } from '../seals/verify.ts';
import { sealFirst } from './seal-first.ts';

/** `guiju verify`: history against its seals, and what the register shows against its history. */
export const verifyCommand: CommandLineCommand = {
  name: 'verify',
  usage: 'verify',
  summary: {
    zh: '核对历史与封存（每一事件、每一检查点），再核对登记内容与历史；有人改动过任何一个字节，都会指出在哪里。',
    en: 'Checks history against its seals (every event, every checkpoint), then what the register shows against its history; a byte changed anywhere is found and named.',
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
    const check = call.options['seals-only'] ? undefined : await checked(deps, { console, report });
    const holds = report.holds && check !== 'impossible' && (check?.found ?? 0) === 0;
    if (call.options['json']) console.print(JSON.stringify({ ...report, holds, projections: check }, null, 2));
    else tell(console, { report, check });
    return holds ? 0 : 1;
  },
};

/** `guiju rebuild`: everything that follows from history, made anew from it. */
export const rebuildCommand: CommandLineCommand = {
  name: 'rebuild',
  usage: 'rebuild',
  summary: {
    zh: '由事件重新生成全部登记内容、编号占用和计数；期间可读可写。',
    en: 'Makes all rows, claims and counts anew from the events; reading and writing go on meanwhile.',
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
    return 0;
  },
};

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

function tell(console: Console, { report, check }: Verified): void {
  const isEnglish = console.lang === 'en';
  for (const finding of report.findings.slice(0, 20)) {
    const { text, remedy } = refusalMessage(findingTexts, finding, console.lang);
    console.print(`✗ ${text} ${remedy}`);
  }
  const { differences, found } = check === undefined || check === 'impossible' ? nothing : check;
  for (const difference of differences.slice(0, 20)) console.print(`✗ ${differenceText(difference, isEnglish)}`);
  if (check === 'impossible')
    console.print(
      isEnglish
        ? '✗ The register could not be compared with its history: the history cannot be read.'
        : '✗ 无法将登记内容与历史核对：历史已无法读取。',
    );
  const wrong = report.findingCount + found;
  if (wrong > 0)
    console.print(
      isEnglish ? `${wrong} findings: the register does not hold.` : `发现 ${wrong} 处不符：登记簿不成立。`,
    );
  else {
    const { treeSize, checkpoints, settledAt } = report;
    console.print(
      isEnglish
        ? `${treeSize} leaves, ${checkpoints} checkpoints: nobody rewrote history. Settled up to ${settledAt ?? '—'}. What the register shows follows from its history.`
        : `${treeSize} 片叶、${checkpoints} 个检查点：历史未被改写。截至 ${settledAt ?? '—'} 已定。登记内容与历史一致。`,
    );
  }
}

const nothing: Pick<ProjectionCheck, 'differences' | 'found'> = { differences: [], found: 0 };

const differenceKinds: Readonly<Record<Difference['kind'], readonly [zh: string, en: string]>> = {
  missing: ['缺少', 'missing'],
  unexpected: ['多出', 'unexpected'],
  different: ['不同', 'different'],
  overlapping: ['重叠', 'overlapping'],
  unreadable: ['读不懂', 'not understood'],
};

function differenceText(difference: Difference, isEnglish: boolean): string {
  const fields = difference.fields
    .map(({ name, held, expected }) => `${name}: ${JSON.stringify(held)} ≠ ${JSON.stringify(expected)}`)
    .join('; ');
  const kind = differenceKinds[difference.kind][isEnglish ? 1 : 0];
  return `${kind} ${difference.table} ${difference.streamId ?? ''} ${difference.place} ${fields}`;
}
