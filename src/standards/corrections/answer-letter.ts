import { publicAddressOf } from '../../foundation/http/public-address.ts';
import type { Deps } from '../../foundation/part.ts';
import type { Post } from '../../notices/index.ts';
import type { Report } from './reports.ts';

type AnsweringDeps = Pick<Deps, 'settings' | 'random' | 'log'>;

/** Tells the reporter the answer, in both languages, for the report does not say which one the reporter reads. False when it did not go out. */
export async function sendAnswer(
  deps: AnsweringDeps,
  post: Post,
  answered: { readonly report: Report; readonly to: string },
): Promise<boolean> {
  const { report, to } = answered;
  const address = `${publicAddressOf(deps.settings)}/corrections/${report.id}`;
  const isAccepted = report.state === 'accepted';
  const text = [
    `关于 ${report.standardNumber} 记录错误的报告（${report.number}）已答复：${isAccepted ? '接受' : '不接受'}。`,
    `Your report ${report.number} of an error in the record of ${report.standardNumber} was answered: ${isAccepted ? 'accepted' : 'not accepted'}.`,
    `理由 / Reason:\n${report.reason ?? ''}`,
    address,
    '报告人的邮箱地址已随本答复删除。 / With this answer your address has been erased.',
  ].join('\n\n');
  try {
    await post.send({
      id: deps.random.uuid(),
      to,
      lang: 'zh-Hans',
      subject: `${report.number}: ${report.standardNumber}`,
      text: `${text}\n`,
    });
    return true;
  } catch {
    // The words of the server may repeat the address: they are not logged.
    deps.log.warn({ report: report.number }, 'the answer to a report was not taken by the server of messages');
    return false;
  }
}
