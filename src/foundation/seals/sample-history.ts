/** For tests: fictitious acts and events written as the executor writes them, without commands. */
import { emptyDatabase } from '../../../tests/support/test-database.ts';
import type { Database, WriteHandle } from '../database.ts';
import { eventColumns, eventRow } from '../history-rows.ts';
import { systemRandom } from '../random.ts';
import { sql } from '../sql.ts';
import { leavesOf, personHash } from './leaf.ts';
import { type Sealer, sealer } from './sealer.ts';
import { type NoteSigner, newKeyFile, noteSigner } from './signed-note.ts';

export const sampleOrigin = 'guiju.example/register';
export const sampleKey: NoteSigner = keyNumbered(1);
export const homeA = '01900000-0000-7000-8000-00000000000a';
export const homeB = '01900000-0000-7000-8000-00000000000b';
const person = '01900000-0000-7000-8000-00000000000c';
const random = systemRandom();

export function keyNumbered(number: number): NoteSigner {
  return noteSigner(newKeyFile(sampleOrigin, new Uint8Array(32).fill(number)));
}

export interface SampleAct {
  readonly homeId?: string;
  readonly kind?: string;
  readonly type?: string;
  /** Streams opened by the act, one event each. */
  readonly streams?: number;
  readonly data?: (at: number) => Readonly<Record<string, unknown>>;
}

export interface SampleEvent {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
}

/** An empty register and its sealer. */
export async function emptyHistory(batch = 50_000): Promise<{ readonly database: Database; readonly seals: Sealer }> {
  const database = await emptyDatabase();
  return { database, seals: sealer({ database, origin: sampleOrigin, signers: () => [sampleKey], batch }) };
}

/** Writes each act in a transaction of its own. */
export async function record(database: Database, acts: readonly SampleAct[]): Promise<readonly SampleEvent[]> {
  const events: SampleEvent[] = [];
  for (const act of acts) events.push(...(await database.transaction((tx) => recordAct(tx, act))));
  return events;
}

/** Writes one act: by a person, for home A unless said otherwise. */
export async function recordAct(tx: WriteHandle, act: SampleAct): Promise<readonly SampleEvent[]> {
  const row = await tx.first<{ readonly at: string }>(
    sql`select date_trunc('milliseconds', transaction_timestamp()) as at`,
  );
  const recordedAt = row?.at ?? '';
  const salt = random.bytes(16);
  const head = {
    homeId: act.homeId ?? homeA,
    actId: random.uuid(),
    command: 'samples.record',
    forHomeId: null,
    caseId: null,
    appointmentId: null,
    basis: '样例',
    ruleVersion: null,
    recordedAt,
  };
  const leaf = leavesOf({ ...head, person: personHash(person, salt) });
  const data = act.data ?? ((at) => ({ title: { zh: '样品', en: 'Sample' }, at }));
  const events = Array.from({ length: act.streams ?? 1 }, (_, at) => ({
    homeId: head.homeId,
    streamId: random.uuid(),
    version: 1,
    kind: act.kind ?? 'sample',
    type: act.type ?? 'sample-registered',
    schema: 1,
    data: data(at),
    validOn: '2026-01-31',
    corrects: null,
    recordedAt,
  }));
  await tx.copy(
    'event',
    eventColumns,
    events.map((event) => {
      const nonce = random.bytes(16);
      return eventRow(event, head, { data: { json: event.data }, nonce, hash: leaf(event, nonce) });
    }),
  );
  await tx.run(sql`insert into act (home_id, act_id, command, idempotency_key, input_hash, answer, person_id, person_salt, basis, recorded_at)
    values (${head.homeId}, ${head.actId}, ${head.command}, ${head.actId}, ''::bytea, '{}', ${person}, ${salt}, ${head.basis}, ${recordedAt})`);
  return events.map(({ homeId, streamId, version }) => ({ homeId, streamId, version }));
}
