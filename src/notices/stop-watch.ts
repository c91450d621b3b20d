import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { addMilliseconds } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import type { NewEvent } from '../foundation/events.ts';
import { isLinkToken } from '../foundation/link-token.ts';
import { refusal } from '../foundation/refusal.ts';
import { type WatchHeld, watchById } from './facts.ts';
import { unconfirmedDays } from './model.ts';
import { noticePermissions } from './permissions.ts';

/**
 * The reader stops the messages by the link in each of them, and with that withdraws consent: the address is erased in
 * the same act. Stopping twice changes nothing.
 *
 * @throws Refusal `notices.link-not-valid`
 */
export const stopWatch = command({
  name: 'notices.stop-watch',
  input: z.strictObject({ watchId: z.uuid(), token: z.string().max(100) }),
  facts: ({ watchId }) => ({ watch: watchById(watchId) }),
  decide({ input, facts, actor }) {
    permit(actor, noticePermissions.stop, actor.organization);
    const { watch } = facts;
    if (!watch || !isLinkToken(input.token, watch.stopHash)) throw refusal('notices.link-not-valid');
    if (watch.state === 'stopped' || watch.state === 'lapsed') return [];
    return [
      ended(watch, 'watch-stopped', 'Personal Information Protection Law, arts. 15 and 47 (3): consent withdrawn'),
    ];
  },
});

/** An address that nobody confirmed within a week is erased. A timer asks; asking early or twice changes nothing. */
export const lapseWatch = command({
  name: 'notices.lapse-watch',
  input: z.strictObject({ watchId: z.uuid() }),
  facts: ({ watchId }) => ({ watch: watchById(watchId) }),
  decide({ facts, actor, now }) {
    permit(actor, noticePermissions.lapse, actor.organization);
    const { watch } = facts;
    if (watch?.state !== 'asked' || addMilliseconds(watch.validUntil, graceMilliseconds) > now) return [];
    return [ended(watch, 'watch-lapsed', 'Personal Information Protection Law, art. 47 (1): never confirmed')];
  },
});

/** From the end of the link to the end of the week. */
export const graceMilliseconds = (unconfirmedDays * 24 - 48) * 3_600_000;

function ended(watch: WatchHeld, type: string, basis: string): NewEvent {
  return {
    type,
    homeId: watch.homeId,
    streamId: watch.streamId,
    data: { basis },
    erases: { textIds: [watch.emailText, watch.stopText], basis },
  };
}
