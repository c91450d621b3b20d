import { UsageError } from '../foundation/command-line.ts';
import type { CommandLineCommand } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { administratorLink } from './first-administrator.ts';

interface Administrator {
  readonly id: string;
  readonly name: string | null;
  readonly since: string;
  readonly hasAccount: boolean;
  readonly hasSecondFactor: boolean;
}

/** `guiju admin`: a link that makes an administrator, and who they are. */
export const adminCommand: CommandLineCommand = {
  name: 'admin',
  usage: 'admin invite | admin list',
  summary: {
    zh: '生成一个 24 小时内有效、只能用一次的系统管理员链接，或者列出现任系统管理员。',
    en: 'Makes a link that works once within 24 hours and makes its opener an administrator, or lists those there are.',
  },
  examples: ['admin invite', 'admin list --json'],
  options: [{ flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } }],
  isActOfAuthority: true,
  needs: 'register',
  run: async ({ args, options }, console, deps) => {
    const isEnglish = console.lang === 'en';
    if (args[0] === 'invite') {
      console.print(await administratorLink(deps));
      console.error(isEnglish ? 'It works once, within 24 hours.' : '24 小时内有效，只能用一次。');
      return 0;
    }
    if (args[0] !== 'list') throw new UsageError('guiju admin invite | list');
    const rows =
      await deps.database.all<Administrator>(sql`select a.person_id as id, n.text as name, lower(a.valid) as since,
        u.id is not null as "hasAccount", coalesce(u.two_factor_enabled, false) as "hasSecondFactor"
      from appointment a left join person p on p.person_id = a.person_id and upper_inf(p.known)
      left join private_text n on n.home_id = p.home_id and n.text_id = p.name_text
      left join access_user u on u.id = a.person_id
      where a.role = 'administrator' and upper_inf(a.known) and a.valid @> ${deps.clock.today()}::date order by lower(a.valid), a.person_id`);
    if (options['json']) console.print(JSON.stringify(rows));
    else if (rows.length === 0) console.print(isEnglish ? 'There is no administrator.' : '没有系统管理员。');
    else for (const row of rows) console.print(lineOf(row, isEnglish));
    return 0;
  },
};

function lineOf({ id, name, since, hasAccount, hasSecondFactor }: Administrator, isEnglish: boolean): string {
  const account = isEnglish ? (hasAccount ? 'account' : 'no account') : hasAccount ? '有账户' : '没有账户';
  const second = isEnglish
    ? hasSecondFactor
      ? 'second factor'
      : 'no second factor'
    : hasSecondFactor
      ? '有第二道验证'
      : '没有第二道验证';
  return [id, name ?? '—', since, account, second].join('  ');
}
