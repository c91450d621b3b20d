/**
 * A process that is there to be killed: it opens a register of parcels, checks that nothing acknowledged in earlier lives is
 * lost and that the register follows from its history, says so, and then writes until it is killed.
 *
 * Arguments: where the register is, `{"folder": …}` or `{"url": …}`; the file of acknowledgements; `check-only` to stop after
 * the check.
 */
import { createHash } from 'node:crypto';
import { systemClock } from '../../src/foundation/clock.ts';
import { type Database, openDatabase } from '../../src/foundation/database.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { type Executor, executor } from '../../src/foundation/executor.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sampleKey, sampleOrigin } from '../../src/foundation/seals/sample-history.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { verifyHistory } from '../../src/foundation/seals/verify.ts';
import { sql } from '../../src/foundation/sql.ts';
import { parcelEvents, parcelRows, stateParcel, weighParcel } from '../support/parcels.ts';
import { type Acknowledgement, openAcknowledgements, readAcknowledgements } from './acknowledgements.ts';

const [where = '{}', path = '', mode = 'write'] = process.argv.slice(2);
const place: { readonly folder?: string; readonly url?: string } = JSON.parse(where);
const operator = { organization: '01900000-0000-7000-8000-000000000001', basis: 'test' };
const rules = { types: eventTypes(parcelEvents), projections: [parcelRows], timeZone: 'Asia/Shanghai' };
const random = systemRandom();

const database = await openDatabase(
  place.folder === undefined ? place : { embedded: { folder: place.folder, startParams: [] } },
);
const register = executor({ ...rules, database, clock: systemClock(rules.timeZone), random });
const seals = sealer({ database, origin: sampleOrigin, signers: () => [sampleKey] });

const acknowledged = readAcknowledgements(path);
const faults = [
  ...(await lost(database, acknowledged)),
  ...(await unsound(database)),
  ...(await forgotten(register, acknowledged)),
];
console.log(faults.length === 0 ? 'sound' : faults.slice(0, 20).join('\n'));
if (faults.length > 0 || mode === 'check-only') {
  await database.close();
  process.exit(faults.length === 0 ? 0 : 3);
}
await writeUntilKilled();

async function writeUntilKilled(): Promise<never> {
  const file = openAcknowledgements(path);
  for (let turn = 0; ; turn++) {
    const key = random.uuid();
    const number = random.bytes(1)[0] ?? 0;
    const input = { code: `C${number % 50}`, label: `label ${key}` };
    file.add(await one(turn, key, input));
    if (turn % 7 === 0) await seals.sealNow();
  }
}

async function one(
  turn: number,
  key: string,
  input: { readonly code: string; readonly label: string },
): Promise<Acknowledgement> {
  const request = { actor: operator, key };
  if (turn % 5 !== 4) return { key, input, actId: (await register.execute(stateParcel, input, request)).actId };
  const rows = Array.from({ length: 30 }, (_, row) => ({ row, input: { ...input, code: `B${row}` } }));
  const inputHash = createHash('sha256').update(JSON.stringify(rows)).digest();
  const done = await register.executeMany(stateParcel, () => rows, { ...request, inputHash, mode: 'all-or-nothing' });
  return { key, input: null, actId: done.actId };
}

/** Acts that were acknowledged and are not there, or are there under another identifier. */
async function lost(read: Database, acts: readonly Acknowledgement[]): Promise<readonly string[]> {
  const rows = await read.all<{ readonly key: string }>(sql`select a.key from
      unnest(${acts.map((act) => act.key)}::text[], ${acts.map((act) => act.actId)}::uuid[]) as a (key, act_id)
    left join act on act.home_id = ${operator.organization} and act.idempotency_key = a.key and act.act_id = a.act_id where act.act_id is null`);
  return rows.map(({ key }) => `Lost: ${key}`);
}

/** Whether every act is whole, no version has a hole, tables follow from the history, and the history from its seals. */
async function unsound(read: Database): Promise<readonly string[]> {
  const halves = await read.all<{ readonly id: string }>(sql`select act_id as id from act
    where (case jsonb_typeof(answer -> 'events') when 'array' then jsonb_array_length(answer -> 'events') else (answer ->> 'events')::int end)
      <> (select count(*) from event e where e.act_home_id = act.home_id and e.act_id = act.act_id)`);
  const strays = await read.all<{ readonly id: string }>(
    sql`select distinct act_id as id from event e where not exists (select from act a where a.home_id = e.act_home_id and a.act_id = e.act_id)`,
  );
  const holes = await read.all<{ readonly id: string }>(
    sql`select stream_id as id from event group by 1 having max(version) <> count(*)`,
  );
  const check = await checkProjections(read, rules);
  await seals.sealNow();
  const history = await verifyHistory({ database: read, origin: sampleOrigin, firstKey: sampleKey });
  return [
    ...halves.map(({ id }) => `Half an act: ${id}`),
    ...strays.map(({ id }) => `Events without their act: ${id}`),
    ...holes.map(({ id }) => `A hole in: ${id}`),
    ...check.differences.map((difference) => `Does not follow: ${JSON.stringify(difference)}`),
    ...history.findings.map((finding) => `Not as sealed: ${JSON.stringify(finding)}`),
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
