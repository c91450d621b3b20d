import { UsageError } from '../foundation/command-line.ts';
import type { CommandLineCommand } from '../foundation/part.ts';
import { simulateCommittee } from './committee.ts';

/** `guiju simulate committee`: a populated committee to try the work on. */
export const simulateCommand: CommandLineCommand = {
  name: 'simulate',
  usage: 'simulate committee',
  summary: {
    zh: '在演练登记簿中生成一个样例技术委员会：各方人员，以及处于每个阶段的项目。',
    en: 'Fills a rehearsal with a sample committee: its people and authorities, and a project at every stage.',
  },
  examples: ['simulate committee'],
  options: [{ flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } }],
  needs: 'register',
  run: async ({ args, options }, console, deps) => {
    if (args[0] !== 'committee') throw new UsageError('guiju simulate committee');
    const { people, cases } = await simulateCommittee(deps, console.progress);
    if (options['json']) {
      console.print(JSON.stringify({ cases, people: people.filter(({ link }) => link !== '') }));
      return 0;
    }
    const isEnglish = console.lang === 'en';
    console.print(
      isEnglish
        ? `${cases} projects. Each link opens an account once:`
        : `已生成 ${cases} 个项目。每个链接可开通一个账户，只能用一次：`,
    );
    for (const { role, organization, name, link } of people)
      if (link !== '') console.print(`${name}  ${organization}  ${role}\n  ${link}`);
    return 0;
  },
};
