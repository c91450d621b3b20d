import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { addMilliseconds } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import { linkTokenHash } from '../foundation/link-token.ts';
import { privateText } from '../foundation/private-text.ts';
import { subjectShape } from './events.ts';
import { watchOfAddress } from './facts.ts';
import { confirmationHours } from './model.ts';
import { noticePermissions } from './permissions.ts';

const salt = z.string().regex(/^[0-9a-f]{32}$/);
const token = z.string().regex(/^[\w-]{43}$/);

/**
 * A reader asks to be told, leaving an address. Nothing is sent to it before it is confirmed. Asked again before, the new
 * link takes the place of the old one; who is told already is told already. The salts come with the input, so that not
 * even the hash of the input betrays the address.
 */
export const askWatch = command({
  name: 'notices.ask-watch',
  input: z.strictObject({
    subject: subjectShape,
    lang: z.enum(['zh-Hans', 'en']),
    email: z.string().max(254),
    emailSalt: salt,
    confirmToken: token,
    stopToken: token,
    stopSalt: salt,
  }),
  facts: ({ subject, email }) => ({
    held: watchOfAddress({ subjectKind: subject.kind, subjectKey: subject.key, email }),
  }),
  decide({ input, facts, actor, now, newId }) {
    permit(actor, noticePermissions.ask, actor.organization);
    const { held } = facts;
    if (held?.state === 'confirmed') return [];
    const fresh = {
      confirmHash: linkTokenHash(input.confirmToken),
      validUntil: addMilliseconds(now, confirmationHours * 3_600_000),
    };
    if (held) return [{ type: 'watch-asked-again', homeId: held.homeId, streamId: held.streamId, data: fresh }];
    const email = privateText(input.email, { textId: newId(), salt: Buffer.from(input.emailSalt, 'hex') });
    const stop = privateText(input.stopToken, { textId: newId(), salt: Buffer.from(input.stopSalt, 'hex') });
    return [
      {
        type: 'watch-asked',
        homeId: actor.organization,
        streamId: newId(),
        data: {
          subject: input.subject,
          lang: input.lang,
          email: email.reference,
          stop: stop.reference,
          stopHash: linkTokenHash(input.stopToken),
          ...fresh,
        },
        privateTexts: [email.kept, stop.kept],
      },
    ];
  },
});
