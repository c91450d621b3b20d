import type { Nature } from '../../portal/register-codes.ts';
import type { ReportedState } from '../model.ts';

/** Words of the column 标准性质. */
export function natureOf(text: string): Nature | undefined {
  if (/^(强制性?|强制性标准|强标|mandatory)$/i.test(text)) return 'mandatory';
  if (/^(推荐性?|推荐性标准|推标|自愿性?|voluntary|recommended)$/i.test(text)) return 'voluntary';
  return /^(指导性?|指导性技术文件|guiding|guidance)$/i.test(text) ? 'guiding' : undefined;
}

const states: readonly (readonly [RegExp, ReportedState])[] = [
  [/^(现行|有效|现行有效|实施|active|in force|current|valid)$/i, 'inForce'],
  [/^(即将实施|未实施|尚未实施|已发布|upcoming|not yet in force|published)$/i, 'notYetInForce'],
  [/^(被代替|被替代|已被代替|已代替|superseded|replaced)$/i, 'superseded'],
  [/^(废止|已废止|作废|已作废|失效|withdrawn|abolished|obsolete)$/i, 'withdrawn'],
  [/^(制定中|修订中|在研|起草|in development|draft)$/i, 'inDevelopment'],
];

/** Words of the column 标准状态, as catalogues and offices use them. */
export function stateOf(text: string): ReportedState | undefined {
  return states.find(([pattern]) => pattern.test(text))?.[1];
}
