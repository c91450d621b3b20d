import { emailAddress } from '../foundation/email-address.ts';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import { newLinkToken } from '../foundation/link-token.ts';
import type { Deps } from '../foundation/part.ts';
import type { Post } from '../foundation/post.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { takeAllowance } from './allowance.ts';
import { askWatch } from './ask-watch.ts';
import { alreadyLetter, confirmationLetter, type LetterText, stopLines } from './letters.ts';
import { confirmationHours, unconfirmedDays, type WatchSubject } from './model.ts';
import { sendingPlace } from './watches.ts';

export type DeskDeps = Pick<
  Deps,
  'database' | 'executor' | 'publicDesk' | 'random' | 'clock' | 'settings' | 'installation' | 'log' | 'afterAnswer'
>;

export interface WatchAsked {
  readonly subject: WatchSubject;
  readonly email: string;
  readonly lang: 'zh-Hans' | 'en';
  /** Address of the sender, for the allowance. */
  readonly sender: string;
}

/** Confirmations that may be asked for in a day: from one sender, for one address. */
const perSender = 20;
const perAddress = 5;

/**
 * Takes a request to be told and sends the letter with the link. The answer is the same whether or not the address is
 * known, has had its letters of the day, or can be reached, and is given before the letter goes: neither words nor time
 * tell whose address this is.
 *
 * @throws Refusal `notices.email-not-understood`, `notices.too-many-confirmations` (of the sender's own making)
 */
export async function askToBeTold(deps: DeskDeps, post: Post, asked: WatchAsked): Promise<{ readonly email: string }> {
  const email = emailAddress(asked.email);
  if (email === undefined) throw refusal('notices.email-not-understood', { value: asked.email.slice(0, 80) });
  const { isGranted, seconds } = await takeAllowance(deps, {
    kind: 'confirmation from',
    of: asked.sender,
    most: perSender,
  });
  if (!isGranted) throw refusal('notices.too-many-confirmations', { limit: perSender, seconds });
  const sent = answered(deps, post, { ...asked, email }).catch((fault: unknown) => {
    deps.log.error(
      { error: fault instanceof Error ? fault.message.replaceAll(email, '…') : 'unknown' },
      'a confirmation was not sent',
    );
  });
  deps.afterAnswer.keep(sent);
  return { email };
}

async function answered(deps: DeskDeps, post: Post, asked: WatchAsked): Promise<void> {
  const { isGranted } = await takeAllowance(deps, { kind: 'confirmation to', of: asked.email, most: perAddress });
  if (!isGranted) return;
  const confirmToken = newLinkToken(deps.random.bytes);
  const salt = (): string => deps.random.bytes(16).toString('hex');
  const { subject, lang, email } = asked;
  const answer = await deps.executor.execute(
    askWatch,
    {
      subject,
      lang,
      email,
      emailSalt: salt(),
      confirmToken,
      stopToken: newLinkToken(deps.random.bytes),
      stopSalt: salt(),
    },
    { actor: deps.publicDesk, key: `ask-watch ${deps.random.uuid()}` },
  );
  const watchId = answer.events[0]?.streamId ?? (await heldBy(deps, asked));
  const place = watchId === undefined ? undefined : await sendingPlace(deps.database, watchId);
  if (watchId === undefined || place === undefined) return;
  const base = publicAddressOf(deps.settings);
  const name = deps.settings.name[lang === 'en' ? 'en' : 'zh'];
  const letter: LetterText =
    answer.events.length === 0
      ? alreadyLetter({ lang, subject, name })
      : confirmationLetter({
          lang,
          subject,
          name,
          link: `${base}/watches/${watchId}/confirm/${confirmToken}`,
          hours: confirmationHours,
          days: unconfirmedDays,
        });
  const stopAddress = stopAddressOf(base, watchId, place.stopToken);
  await post.send({
    id: deps.random.uuid(),
    to: email,
    lang,
    subject: letter.subject,
    text: letter.text + stopLines(lang, stopAddress),
    stopAddress,
  });
}

async function heldBy(deps: DeskDeps, { subject, email }: WatchAsked): Promise<string | undefined> {
  const row = await deps.database.first<{ readonly id: string }>(sql`select w.watch_id as id from watch w
    join private_text p on p.home_id = w.home_id and p.text_id = w.email_text and p.text = ${email}
    where w.subject_kind = ${subject.kind} and w.subject_key = ${subject.key} and w.state = 'confirmed' and upper_inf(w.known) limit 1`);
  return row?.id;
}

export function stopAddressOf(base: string, watchId: string, token: string): string {
  return `${base}/watches/${watchId}/stop/${token}`;
}
