import { moveToVersion, type VersionMove } from '@guiju/procedure-language';
import { UsageError } from '../foundation/command-line.ts';
import type { CommandLineCommand, Console, Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { inLanguage } from '../rulebook/index.ts';
import { houseOf } from './house.ts';
import { moveCase } from './move-case.ts';
import { caseAsked } from './request.ts';

/** `guiju case`: where a case stands, and moving it to a newer version of its procedure. */
export const caseCommand: CommandLineCommand = {
  name: 'case',
  usage: 'case show NUMBER | case move NUMBER',
  summary: {
    zh: '查看一个在办项目，或者把它转到程序的较新版本：先报告有什么变化，写明理由后才转。',
    en: 'Shows a running case, or moves it to a newer version of its procedure: what changes is told first; with a reason it is done.',
  },
  examples: ['case show 20261234-T-469 --json', 'case move 20261234-T-469 --version 2 --reason "new rules from 2027"'],
  options: [
    { flag: '--version N', text: { zh: '转到第几版', en: 'the version to move to' } },
    { flag: '--reason TEXT', text: { zh: '理由；不写则只报告变化', en: 'why; without it, what changes is only told' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  isActOfAuthority: true,
  needs: 'register',
  run: async ({ args, options }, console, deps) => {
    const [what, number] = args;
    if ((what !== 'show' && what !== 'move') || number === undefined)
      throw new UsageError('guiju case show|move NUMBER');
    const held = await caseAsked(deps, number);
    if (what === 'move') return moved(deps, console, { number, options });
    if (options['json']) console.print(JSON.stringify({ number: held.number, ...held.state }));
    else {
      const procedure = houseOf(deps).library.of(held.state.procedure, held.state.version);
      const stage = procedure.stage(held.state.stages['main']?.stage ?? '')?.title;
      const title = held.state.facts['title-zh'] ?? held.state.facts['title-en'] ?? '';
      console.print(`${held.number}  ${String(title)}`);
      console.print(`${inLanguage(console.lang, procedure.title)} v${held.state.version}`);
      console.print(stage === undefined ? '—' : inLanguage(console.lang, stage));
      for (const wait of held.shown.waits)
        console.print(`→ ${inLanguage(console.lang, houseOf(deps).titles.role(wait.role))}  ${wait.due ?? ''}`);
    }
    return 0;
  },
};

async function moved(
  deps: Deps,
  console: Console,
  asked: { readonly number: string; readonly options: Readonly<Record<string, string | boolean | undefined>> },
): Promise<number> {
  const { number, options } = asked;
  const house = houseOf(deps);
  const held = await caseAsked(deps, number);
  const version = Number(options['version']);
  const to = house.library.all.find((one) => one.id === held.state.procedure && one.version === version);
  if (to === undefined) throw refusal('cases.no-newer-version', { number: held.number, version: held.state.version });
  const from = house.library.of(held.state.procedure, held.state.version);
  const { rulebook, calendar } = house.library;
  const move = moveToVersion({ from, to }, held.state, { rulebook, calendar, today: deps.clock.today() });
  report(console, move, options['json'] === true);
  const { reason } = options;
  if (typeof reason !== 'string') return 0;
  const input = { homeId: held.homeId, caseId: held.streamId, version, reason };
  await deps.executor.execute(moveCase(house), input, {
    actor: deps.operator,
    key: `move ${held.streamId} ${version}`,
  });
  return 0;
}

function report(console: Console, move: VersionMove, isJson: boolean): void {
  if (isJson) {
    console.print(JSON.stringify(move));
    return;
  }
  const isEnglish = console.lang === 'en';
  const lines: readonly (readonly [string, string, readonly string[]])[] = [
    ['没有的阶段', 'stages that are no more', move.missingStages],
    ['新的步骤', 'new steps', move.newSteps],
    ['取消的步骤', 'steps that are no more', move.goneSteps],
    ['有变化的步骤', 'steps that differ', move.changedSteps],
    [
      '期限',
      'deadlines',
      move.deadlines.map(({ clock, before, after }) => `${clock} ${before?.day ?? '—'} → ${after?.day ?? '—'}`),
    ],
  ];
  console.print(`v${move.from} → v${move.to}`);
  for (const [zh, en, found] of lines)
    console.print(`${isEnglish ? en : zh}: ${found.length === 0 ? '—' : found.join(', ')}`);
}
