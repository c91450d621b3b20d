import type { ActHead } from './act-writer.ts';
import type { Actor } from './actor.ts';
import type { Command } from './command.ts';
import type { WriteHandle } from './database.ts';
import type { Random } from './random.ts';
import { refusal } from './refusal.ts';
import { sql } from './sql.ts';

/** A request: who asks, under which key, so that a repetition gives the recorded answer instead of a second act. */
export interface Request {
  readonly actor: Actor;
  readonly key: string;
  readonly forHomeId?: string;
  readonly caseId?: string;
  readonly ruleVersion?: string;
}

/** Opens an act: who acts, on which basis, and the instant at which it becomes known. */
export async function openAct(
  tx: WriteHandle,
  command: Command,
  work: { readonly request: Request; readonly random: Random },
): Promise<ActHead> {
  // recordedAt is the start of the writing transaction by the database's clock (DESIGN 10, rule 5).
  const row = await tx.first<{ readonly at: string }>(
    sql`select date_trunc('milliseconds', transaction_timestamp()) as at`,
  );
  if (!row) throw new Error('The database gave no time.');
  const { actor, forHomeId, caseId, ruleVersion } = work.request;
  return {
    actId: work.random.uuid(),
    command: command.name,
    actor,
    recordedAt: row.at,
    ...(forHomeId === undefined ? {} : { forHomeId }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(ruleVersion === undefined ? {} : { ruleVersion }),
    ...(actor.person === undefined ? {} : { personSalt: work.random.bytes(16) }),
  };
}

/** Records the act with its answer, behind everything it wrote. */
export function closeAct(
  tx: WriteHandle,
  head: ActHead,
  work: { readonly request: Request; readonly inputHash: Uint8Array; readonly answer: unknown },
): void {
  const { actor } = head;
  tx.send(sql`insert into act (home_id, act_id, command, idempotency_key, input_hash, answer, person_id, person_salt, appointment_id,
      for_home_id, case_id, basis, rule_version, recorded_at)
    values (${actor.organization}, ${head.actId}, ${head.command}, ${work.request.key}, ${Buffer.from(work.inputHash)}, ${JSON.stringify(work.answer)},
      ${actor.person ?? null}, ${head.personSalt ? Buffer.from(head.personSalt) : null}, ${actor.appointment?.id ?? null},
      ${head.forHomeId ?? null}, ${head.caseId ?? null}, ${actor.basis}, ${head.ruleVersion ?? null}, ${head.recordedAt})`);
}

/** The answer given before under the same key; the same key with another input is a conflict. */
export async function earlierAnswer(tx: WriteHandle, request: Request, inputHash: Uint8Array): Promise<unknown> {
  const act = await tx.first<{ readonly input_hash: Buffer; readonly answer: unknown }>(
    sql`select input_hash, answer from act where home_id = ${request.actor.organization} and idempotency_key = ${request.key}`,
  );
  if (!act) return undefined;
  if (!act.input_hash.equals(inputHash)) throw refusal('foundation.key-used-for-other-input', { key: request.key });
  return act.answer;
}
