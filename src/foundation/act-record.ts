import type { ActHead } from './act-writer.ts';
import type { Actor } from './actor.ts';
import type { Command } from './command.ts';
import type { ReadHandle, WriteHandle } from './database.ts';
import { actColumns } from './history-rows.ts';
import type { Random } from './random.ts';
import { refusal } from './refusal.ts';
import { RowWriter } from './row-writer.ts';
import { sql } from './sql.ts';

export interface Answer {
  readonly actId: string;
  readonly recordedAt: string;
  readonly events: readonly {
    readonly homeId: string;
    readonly streamId: string;
    readonly version: number;
    readonly type: string;
  }[];
}

/** A request: who asks, under which key, so that a repetition gives the recorded answer instead of a second act. */
export interface Request {
  readonly actor: Actor;
  readonly key: string;
  readonly forHomeId?: string;
  readonly caseId?: string;
  readonly ruleVersion?: string;
}

/** The start of the writing transaction by the database's clock, at which its acts become known (DESIGN 10, rule 5). */
export async function startOf(tx: WriteHandle): Promise<string> {
  const row = await tx.first<{ readonly at: string }>(
    sql`select date_trunc('milliseconds', transaction_timestamp()) as at`,
  );
  if (!row) throw new Error('The database gave no time.');
  return row.at;
}

/** Opens an act: who acts, on which basis, and the instant at which it becomes known. */
export function openAct(
  command: Command,
  work: { readonly request: Request; readonly recordedAt: string; readonly random: Random },
): ActHead {
  const { actor, forHomeId, caseId, ruleVersion } = work.request;
  return {
    actId: work.random.uuid(),
    command: command.name,
    actor,
    recordedAt: work.recordedAt,
    ...(forHomeId === undefined ? {} : { forHomeId }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(ruleVersion === undefined ? {} : { ruleVersion }),
    ...(actor.person === undefined ? {} : { personSalt: work.random.bytes(16) }),
  };
}

/** An act that wrote everything it had to, with the answer it gives. */
export interface DoneAct {
  readonly head: ActHead;
  readonly key: string;
  readonly inputHash: Uint8Array;
  readonly answer: unknown;
}

/** Records acts with their answers, behind everything they wrote. */
export async function closeActs(tx: WriteHandle, acts: readonly DoneAct[]): Promise<void> {
  const rows = new RowWriter();
  for (const { head, key, inputHash, answer } of acts) {
    const { actor } = head;
    rows.add('act', actColumns, [
      actor.organization,
      head.actId,
      head.command,
      key,
      inputHash,
      { json: answer },
      actor.person,
      head.personSalt,
      actor.appointment?.id,
      head.forHomeId,
      head.caseId,
      actor.basis,
      head.ruleVersion,
      head.recordedAt,
    ]);
  }
  await rows.flush(tx);
}

export interface EarlierAct {
  readonly inputHash: Buffer;
  readonly answer: unknown;
}

/** The act recorded before under the key of each request. */
export async function earlierActs(
  read: ReadHandle,
  requests: readonly Request[],
): Promise<readonly (EarlierAct | undefined)[]> {
  const found = await read.all<EarlierAct & { readonly place: number }>(
    sql`select asked.place::int as place, act.input_hash as "inputHash", act.answer
      from unnest(${requests.map(({ actor }) => actor.organization)}::uuid[], ${requests.map(({ key }) => key)}::text[])
        with ordinality as asked (home_id, key, place)
      join act on act.home_id = asked.home_id and act.idempotency_key = asked.key`,
  );
  const byPlace = new Map(found.map((act) => [act.place, act]));
  return requests.map((_, at) => byPlace.get(at + 1));
}

/**
 * The answer given before under the same key. One cast at the edge: it was written by the same command under the same key and
 * input.
 *
 * @throws Refusal `foundation.key-used-for-other-input`
 */
export function recordedAnswer<T>(
  earlier: EarlierAct | undefined,
  { key, inputHash }: { readonly key: string; readonly inputHash: Uint8Array },
): T | undefined {
  if (!earlier) return undefined;
  if (!earlier.inputHash.equals(inputHash)) throw refusal('foundation.key-used-for-other-input', { key });
  return earlier.answer as T;
}
