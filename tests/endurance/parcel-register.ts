/** A register of parcels that is written to until its process is killed or its power is cut, and what must hold afterwards. */
import { createHash } from 'node:crypto';
import { systemClock } from '../../src/foundation/clock.ts';
import type { Database, ReadHandle } from '../../src/foundation/database.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { type Executor, executor } from '../../src/foundation/executor.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sampleKey, sampleOrigin } from '../../src/foundation/seals/sample-history.ts';
import { type Sealer, sealer } from '../../src/foundation/seals/sealer.ts';
import { verifyHistory } from '../../src/foundation/seals/verify.ts';
import { sql } from '../../src/foundation/sql.ts';
import { parcelEvents, parcelRows, stateParcel, weighParcel } from '../support/parcels.ts';
import type { Acknowledgement } from './acknowledgements.ts';

const operator = { organization: '01900000-0000-7000-8000-000000000001', basis: 'test' };
export const parcelRules = { types: eventTypes(parcelEvents), projections: [parcelRows], timeZone: 'Asia/Shanghai' };

export interface ParcelRegister {
  readonly database: Database;
  readonly executor: Executor;
  readonly seals: Sealer;
}

export function parcelRegister(database: Database): ParcelRegister {
  const clock = systemClock(parcelRules.timeZone);
  return {
    database,
    executor: executor({ ...parcelRules, database, clock, random: systemRandom() }),
    seals: sealer({ database, origin: sampleOrigin, signers: () => [sampleKey] }),
  };
}

export interface ParcelAct {
  readonly key: string;
  readonly input: { readonly code: string; readonly label: string };
  /** How many parcels the act states; more than one is written in bulk. */
  readonly parcels: number;
}

/** Does one act and answers its acknowledgement. */
export async function statedParcels(
  register: ParcelRegister,
  { key, input, parcels }: ParcelAct,
): Promise<Acknowledgement> {
  const request = { actor: operator, key };
  if (parcels === 1) return { key, input, actId: (await register.executor.execute(stateParcel, input, request)).actId };
  const rows = Array.from({ length: parcels }, (_, row) => ({ row, input: { ...input, code: `B${row}` } }));
  const inputHash = createHash('sha256').update(JSON.stringify(rows)).digest();
  const bulk = { ...request, inputHash, mode: 'all-or-nothing' } as const;
  return { key, input: null, actId: (await register.executor.executeMany(stateParcel, () => rows, bulk)).actId };
}

/** Everything that is wrong with a register after so many acts were acknowledged; nothing when it kept its promise. */
export async function faultsOf(
  register: ParcelRegister,
  acknowledged: readonly Acknowledgement[],
): Promise<readonly string[]> {
  return [
    ...(await lost(register.database, acknowledged)),
    ...(await unsound(register)),
    ...(await forgotten(register.executor, acknowledged)),
  ];
}

/** Acts that were acknowledged and are not there, or are there under another identifier. */
async function lost(read: Database, acts: readonly Acknowledgement[]): Promise<readonly string[]> {
  const rows = await read.all<{ readonly key: string }>(sql`select a.key from
      unnest(${acts.map((act) => act.key)}::text[], ${acts.map((act) => act.actId)}::uuid[]) as a (key, act_id)
    left join act on act.home_id = ${operator.organization} and act.idempotency_key = a.key and act.act_id = a.act_id where act.act_id is null`);
  return rows.map(({ key }) => `Lost: ${key}`);
}

/** Whether acts are whole, tables follow from the history, and the history from its seals. */
async function unsound({ database, seals }: ParcelRegister): Promise<readonly string[]> {
  const check = await checkProjections(database, parcelRules);
  await seals.sealNow();
  const history = await verifyHistory({ database, origin: sampleOrigin, firstKey: sampleKey });
  return [
    ...(await brokenActs(database)),
    ...check.differences.map((difference) => `Does not follow: ${JSON.stringify(difference)}`),
    ...history.findings.map((finding) => `Not as sealed: ${JSON.stringify(finding)}`),
  ];
}

/** Acts without some of their events, events without their act, streams with a hole in their versions. */
export async function brokenActs(read: ReadHandle): Promise<readonly string[]> {
  const halves = await read.all<{ readonly id: string }>(sql`select act_id as id from act
    where (case jsonb_typeof(answer -> 'events') when 'array' then jsonb_array_length(answer -> 'events') else (answer ->> 'events')::int end)
      <> (select count(*) from event e where e.act_home_id = act.home_id and e.act_id = act.act_id)`);
  const strays = await read.all<{ readonly id: string }>(
    sql`select distinct act_id as id from event e where not exists (select from act a where a.home_id = e.act_home_id and a.act_id = e.act_id)`,
  );
  const holes = await read.all<{ readonly id: string }>(
    sql`select stream_id as id from event group by 1 having max(version) <> count(*)`,
  );
  return [
    ...halves.map(({ id }) => `Half an act: ${id}`),
    ...strays.map(({ id }) => `Events without their act: ${id}`),
    ...holes.map(({ id }) => `A hole in: ${id}`),
  ];
}

/** The last act asked for again under its key gives the recorded answer; another input under that key is refused. */
async function forgotten(writer: Executor, acts: readonly Acknowledgement[]): Promise<readonly string[]> {
  const last = acts.findLast((act) => act.input !== null);
  if (!last) return [];
  const again = await writer.execute(stateParcel, last.input, { actor: operator, key: last.key });
  const other = await writer
    .execute(weighParcel, { code: 'C1', grams: 1 }, { actor: operator, key: last.key })
    .catch((error: unknown) => String(error));
  return [
    ...(again.actId === last.actId ? [] : [`Done twice: ${last.key}`]),
    ...(other === 'Refusal: foundation.key-used-for-other-input' ? [] : [`The key ${last.key} was given away.`]),
  ];
}
