import { addMilliseconds } from '../foundation/clock.ts';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import type { Deps } from '../foundation/part.ts';
import type { Post } from '../foundation/post.ts';
import { sql } from '../foundation/sql.ts';
import { stopLines } from './letters.ts';
import { stopAddressOf } from './watch-desk.ts';
import { sendingPlace } from './watches.ts';

type SendingDeps = Pick<Deps, 'database' | 'clock' | 'settings' | 'log'>;

interface WaitingMessage {
  readonly homeId: string;
  readonly messageId: string;
  readonly watchId: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
}

/** Messages handed over in one round. */
const roundSize = 100;
/** After these the message is given up; together about two days. */
const mostAttempts = 9;
const firstPause = 5 * 60_000;

/**
 * Hands the waiting messages over, each taken before it goes: what was interrupted while handing over is not sent a
 * second time. A server that refuses for a time is asked again with growing pauses. Answers how many went out.
 */
export async function sendMessages(deps: SendingDeps, post: Post): Promise<number> {
  let sent = 0;
  for (let taken = 0; taken < roundSize; taken++) {
    const message = await takeNext(deps);
    if (!message) break;
    if (await handOver(deps, post, message)) sent++;
  }
  return sent;
}

/** The message under way, if any, was interrupted by the end of the process: it went out, did not, or nobody can tell. */
export async function settleInterrupted(deps: SendingDeps, post: Post): Promise<void> {
  const rows = await deps.database.all<{ readonly messageId: string }>(
    sql`select message_id as "messageId" from message where state = 'sending'`,
  );
  for (const { messageId } of rows) {
    const was = post.wasSent(messageId);
    if (was === false) await end(deps, messageId, 'waiting');
    else await end(deps, messageId, was === true ? 'sent' : 'in-doubt');
    if (was === undefined)
      deps.log.warn({ message: messageId }, 'it is not known whether this message went out; it is not sent again');
  }
}

/** Messages that ended are forgotten after this. */
const keptDays = 90;

export async function forgetMessages(deps: SendingDeps): Promise<void> {
  const before = addMilliseconds(deps.clock.now(), -keptDays * 86_400_000);
  await deps.database.transaction((tx) => tx.run(sql`delete from message where ended_at < ${before}::timestamptz`));
}

function takeNext(deps: SendingDeps): Promise<WaitingMessage | undefined> {
  return deps.database.transaction((tx) =>
    tx.first<WaitingMessage>(sql`update message set state = 'sending' where (home_id, message_id) = (
        select home_id, message_id from message where state = 'waiting' and due_at <= ${deps.clock.now()}::timestamptz
        order by due_at, message_id limit 1 for update skip locked)
      returning home_id as "homeId", message_id as "messageId", watch_id as "watchId", subject, body, attempts`),
  );
}

async function handOver(deps: SendingDeps, post: Post, message: WaitingMessage): Promise<boolean> {
  const place = await sendingPlace(deps.database, message.watchId);
  if (!place) {
    await end(deps, message.messageId, 'dropped');
    return false;
  }
  const stopAddress = stopAddressOf(publicAddressOf(deps.settings), message.watchId, place.stopToken);
  try {
    await post.send({
      id: message.messageId,
      to: place.email,
      lang: place.lang,
      subject: message.subject,
      text: message.body + stopLines(place.lang, stopAddress),
      stopAddress,
    });
  } catch (fault) {
    await putOff(deps, message, fault);
    return false;
  }
  await end(deps, message.messageId, 'sent');
  return true;
}

async function putOff(deps: SendingDeps, message: WaitingMessage, fault: unknown): Promise<void> {
  // The words of the server may repeat the address: only its code is logged.
  const code = fault instanceof Error && 'responseCode' in fault ? String(fault.responseCode) : 'none';
  const isForEver = /^5\d\d$/.test(code) || message.attempts + 1 >= mostAttempts;
  deps.log.warn({ message: message.messageId, code, attempts: message.attempts + 1 }, 'a message was not taken');
  if (isForEver) {
    await end(deps, message.messageId, 'dropped');
    return;
  }
  const due = addMilliseconds(deps.clock.now(), firstPause * 2 ** message.attempts);
  await deps.database.transaction((tx) =>
    tx.run(
      sql`update message set state = 'waiting', attempts = attempts + 1, due_at = ${due} where message_id = ${message.messageId}`,
    ),
  );
}

async function end(
  deps: SendingDeps,
  messageId: string,
  state: 'sent' | 'in-doubt' | 'dropped' | 'waiting',
): Promise<void> {
  const at = state === 'waiting' ? null : deps.clock.now();
  await deps.database.transaction((tx) =>
    tx.run(sql`update message set state = ${state}, ended_at = ${at} where message_id = ${messageId}`),
  );
}
