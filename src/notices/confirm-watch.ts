import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { isLinkToken } from '../foundation/link-token.ts';
import { refusal } from '../foundation/refusal.ts';
import { logNow, watchById } from './facts.ts';
import { noticePermissions } from './permissions.ts';

/**
 * The reader confirms by the link of the message. From the state of the log and the day of confirmation on, changes are
 * told. Confirming twice changes nothing.
 *
 * @throws Refusal `notices.link-not-valid`
 */
export const confirmWatch = command({
  name: 'notices.confirm-watch',
  input: z.strictObject({ watchId: z.uuid(), token: z.string().max(100) }),
  facts: ({ watchId }) => ({ watch: watchById(watchId), log: logNow('log') }),
  decide({ input, facts, actor, now, today }) {
    permit(actor, noticePermissions.confirm, actor.organization);
    const { watch, log } = facts;
    if (!watch || !isLinkToken(input.token, watch.confirmHash)) throw refusal('notices.link-not-valid');
    if (watch.state === 'confirmed') return [];
    if (watch.state !== 'asked' || watch.validUntil < now) throw refusal('notices.link-not-valid');
    return [
      {
        type: 'watch-confirmed',
        homeId: watch.homeId,
        streamId: watch.streamId,
        data: { fromSize: log?.treeSize ?? 0, fromDay: today },
      },
    ];
  },
});
