import { createHash } from 'node:crypto';
import { z } from 'zod';
import { part as bodies } from '../../src/bodies/index.ts';
import type { Answer } from '../../src/foundation/act-record.ts';
import { canonicalJson } from '../../src/foundation/canonical-json.ts';
import { type Command, command } from '../../src/foundation/command.ts';
import type { NewEvent } from '../../src/foundation/events.ts';
import { factQuery, type StreamVersion } from '../../src/foundation/facts.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { newKeyFile, noteSigner } from '../../src/foundation/seals/signed-note.ts';
import { sql } from '../../src/foundation/sql.ts';
import { confirmationRows, statementsConfirmed } from '../../src/standards/confirmations.ts';
import { issuerRows, organizationRows, relationRows, sourceRows } from '../../src/standards/detail-rows.ts';
import { standardEvents } from '../../src/standards/events.ts';
import { nothingStated, type Source, type StandardStatement, type StatedDate } from '../../src/standards/model.ts';
import { standardRows } from '../../src/standards/standard-rows.ts';
import { stateStandard } from '../../src/standards/state-standard.ts';
import { emptyRegister, operator, type TestRegister } from './test-database.ts';

/** Everything a register of standards is made of. */
export const standardsEventTypes = [...standardEvents, statementsConfirmed, ...(bodies.eventTypes ?? [])];
export const standardsProjections = [
  standardRows,
  relationRows,
  organizationRows,
  sourceRows,
  issuerRows,
  confirmationRows,
  ...(bodies.projections ?? []),
];

export interface StandardsRegister extends TestRegister {
  /** States a fictitious standard; what is not given is left open. */
  readonly state: (number: string, given?: Partial<StandardStatement>, source?: Partial<Source>) => Promise<Answer>;
  /** Writes events as they stand, for acts whose commands live elsewhere. */
  readonly write: (events: readonly NewEvent[]) => Promise<Answer>;
  /** The stream of a registered number. */
  readonly streamOf: (numberKey: string) => Promise<{ readonly homeId: string; readonly standardId: string }>;
  readonly seal: () => Promise<number>;
  /** The database's clock now: everything stated before is known at this instant. */
  readonly instant: () => Promise<string>;
}

/** A day as a source gives it. */
export function on(day: string): StatedDate {
  return { written: day, first: day, last: day };
}

export const signer = noteSigner(newKeyFile('register.example/log', Buffer.alloc(32, 7)));

/** An empty register of standards with hands to fill it. */
export async function emptyStandardsRegister(): Promise<StandardsRegister> {
  const register = await emptyRegister(standardsEventTypes, standardsProjections);
  const { database, executor } = register;
  let requests = 0;
  const request = () => ({ actor: operator, key: `request ${++requests}` });
  const seals = sealer({ database, origin: 'register.example/log', signers: () => [signer] });
  return {
    ...register,
    state: (number, given = {}, source = {}) => {
      const statement: StandardStatement = { ...nothingStated, number, ...given };
      const from: Source = { name: 'nmpa-register', key: number, statedOn: '2026-01-31', rank: 10, ...source };
      const contentHash = createHash('sha256').update(canonicalJson(statement)).digest('hex');
      return executor.execute(stateStandard, { source: from, statement, contentHash }, request());
    },
    write: (events) => executor.execute(writing(events), {}, request()),
    streamOf: async (numberKey) => {
      const row = await database.first<{ readonly homeId: string; readonly standardId: string }>(
        sql`select home_id as "homeId", stream_id as "standardId" from claim where kind = 'standard-number' and value = ${numberKey}`,
      );
      if (!row) throw new Error(`No standard bears ${numberKey}.`);
      return row;
    },
    seal: seals.sealNow,
    instant: async () => {
      const row = await database.first<{ readonly at: string }>(
        sql`select date_trunc('milliseconds', clock_timestamp()) as at`,
      );
      // Acts are recorded in milliseconds: the next one has to begin in a later one.
      await database.first(sql`select pg_sleep(0.003)`);
      if (!row) throw new Error('The database gave no time.');
      return row.at;
    },
  };
}

/** A command that decides nothing: it stands for acts of other parts. */
function writing(events: readonly NewEvent[]): Command {
  return command({
    name: 'test.write',
    input: z.strictObject({}),
    facts: () => Object.fromEntries(events.map((event, place) => [`stream ${place}`, wholeStream(event)])),
    decide: () => events,
  });
}

/** The streams written to, as they stand. */
const wholeStream = factQuery<{ readonly homeId: string; readonly streamId: string }, StreamVersion>({
  name: 'test.whole-stream',
  keyText: ({ homeId, streamId }) => `${homeId}/${streamId}`,
  streams: (stream) => [stream],
  load: async (read, keys) => {
    const rows =
      await read.all<StreamVersion>(sql`select home_id as "homeId", stream_id as "streamId", max(version) as version from event
      where stream_id = any(${keys.map((key) => key.streamId)}::uuid[]) group by 1, 2`);
    return new Map(rows.map((row) => [`${row.homeId}/${row.streamId}`, row]));
  },
});
