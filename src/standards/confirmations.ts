import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import type { ReadHandle } from '../foundation/database.ts';
import type { EventType } from '../foundation/events.ts';
import { factQuery } from '../foundation/facts.ts';
import { folding, projection, stateFrom } from '../foundation/projection.ts';
import { sql } from '../foundation/sql.ts';
import { holdsKey, keyFilter } from './key-filter.ts';
import { standardPermissions } from './permissions.ts';

/** A file of a source said again what the register held of these records: one event for all of them. */
export const statementsConfirmed: EventType = {
  type: 'statements-confirmed',
  kind: 'source-confirmation',
  schema: 1,
  schemas: {
    1: z.strictObject({
      source: z.string().min(1),
      statedOn: z.string(),
      count: z.number().int().positive(),
      filter: z.string(),
    }),
  },
  steps: {},
  visibility: { source: 'public', statedOn: 'public', count: 'public', filter: 'public' },
  claims: () => ({}),
};

export const confirmationRows = projection({
  kind: 'source-confirmation',
  table: 'source_confirmation',
  idColumn: 'confirmation_id',
  columns: ['source', 'stated_on', 'count', 'filter'],
  rows: folding({
    'statements-confirmed': (rows, { data, ...event }) =>
      stateFrom(rows, event, {
        source: String(data['source']),
        stated_on: String(data['statedOn']),
        count: Number(data['count']),
        filter: String(data['filter']),
      }),
  }),
});

/** Enters that a source's file of a day said the same of some records as the register held. */
export const confirmStatements = command({
  name: 'standards.confirm-statements',
  input: z.strictObject({ source: z.string(), statedOn: z.string(), keys: z.array(z.string()).min(1) }),
  facts: () => ({}),
  decide: ({ input: { source, statedOn, keys }, actor, newId }) => {
    permit(actor, standardPermissions.state);
    const data = { source, statedOn, count: keys.length, filter: keyFilter(keys) };
    return [{ type: 'statements-confirmed', homeId: actor.organization, streamId: newId(), data }];
  },
});

/** A record of a source, and the day on which a statement of it speaks. */
export interface StatedKey {
  readonly name: string;
  readonly key: string;
  readonly statedOn: string;
}

const keyText = ({ name, key, statedOn }: StatedKey): string => `${statedOn} ${name}:${key}`;

/** The last day after that of a statement on which its source said again what the register held of the record. */
export const confirmedAfter = factQuery<StatedKey, string>({
  name: 'standards.confirmed-after',
  keyText,
  load: confirmationsOf,
});

/** The same for a question outside a command. A file that looks back at none newer costs one look at an index. */
export async function confirmationsOf(
  read: ReadHandle,
  asked: readonly StatedKey[],
): Promise<ReadonlyMap<string, string>> {
  let first = asked[0]?.statedOn;
  if (first === undefined) return new Map();
  for (const { statedOn } of asked) if (statedOn < first) first = statedOn;
  const rows = await read.all<{
    readonly source: string;
    readonly statedOn: string;
    readonly filter: string;
  }>(sql`select source, stated_on as "statedOn", filter from source_confirmation
    where source = any(${[...new Set(asked.map(({ name }) => name))]}::text[]) and stated_on > ${first}::date and upper_inf(known)
    order by stated_on desc`);
  if (rows.length === 0) return new Map();
  const newest = rows.map((row) => ({ ...row, filter: Buffer.from(row.filter, 'base64') }));
  return new Map(
    asked.flatMap((one) => {
      const found = newest.find(
        (row) => row.source === one.name && row.statedOn > one.statedOn && holdsKey(row.filter, one.key),
      );
      return found ? [[keyText(one), found.statedOn] as const] : [];
    }),
  );
}

/** The day on which a statement was last confirmed; its own where it never was. */
export function lastSaid(confirmed: ReadonlyMap<string, string>, one: StatedKey): string {
  return confirmed.get(keyText(one)) ?? one.statedOn;
}
