import type { ColumnMapping } from '@guiju/office-tables';
import { z } from 'zod';
import { permit } from '../../foundation/actor.ts';
import { canonicalJson } from '../../foundation/canonical-json.ts';
import { command } from '../../foundation/command.ts';
import type { ReadHandle } from '../../foundation/database.ts';
import type { EventType } from '../../foundation/events.ts';
import { factQuery, type StreamVersion } from '../../foundation/facts.ts';
import { folding, projection, stateFrom } from '../../foundation/projection.ts';
import { sql } from '../../foundation/sql.ts';
import { standardPermissions } from '../permissions.ts';

const mapping = z.strictObject({
  fingerprint: z.string().min(1),
  columns: z.array(
    z.strictObject({ heading: z.string(), occurrence: z.number().int().positive(), field: z.string().nullable() }),
  ),
  header: z.union([z.literal('none'), z.strictObject({ from: z.number().int(), to: z.number().int() })]).optional(),
});

export const columnMappingKept: EventType = {
  type: 'column-mapping-kept',
  kind: 'column-mapping',
  schema: 1,
  schemas: { 1: z.strictObject({ mapping, isNew: z.boolean() }) },
  steps: {},
  visibility: { mapping: 'restricted', isNew: 'restricted' },
  claims: ({ mapping: kept, isNew }) =>
    isNew === true ? { take: [{ kind: 'column-mapping', value: fingerprintIn(kept) }] } : {},
};

function fingerprintIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'fingerprint' in value ? String(value.fingerprint) : '';
}

export const columnMappingRows = projection({
  kind: 'column-mapping',
  table: 'column_mapping',
  idColumn: 'mapping_id',
  columns: ['fingerprint', 'mapping'],
  rows: folding({
    'column-mapping-kept': (rows, event) =>
      stateFrom(rows, event, {
        fingerprint: fingerprintIn(event.data['mapping']),
        mapping: { json: event.data['mapping'] },
      }),
  }),
});

interface KeptMapping extends StreamVersion {
  readonly mapping: unknown;
}

const mappingHolder = factQuery<string, KeptMapping>({
  name: 'standards.column-mapping-holder',
  keyText: (fingerprint) => fingerprint,
  claims: (fingerprint) => [{ kind: 'column-mapping', value: fingerprint }],
  streams: (holder) => [holder],
  load: async (read, fingerprints) => {
    const rows = await read.all<KeptMapping & { readonly value: string }>(
      sql`select c.value, c.home_id as "homeId", c.stream_id as "streamId", m.mapping,
          (select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.stream_id) as version
        from claim c left join column_mapping m on m.home_id = c.home_id and m.mapping_id = c.stream_id and upper_inf(m.known)
        where c.kind = 'column-mapping' and c.value = any(${fingerprints}::text[])`,
    );
    return new Map(rows.map((row) => [row.value, row]));
  },
});

/** Keeps how the columns of an office's files are to be read, so that the next file of the same make needs no correction. */
export const keepColumnMapping = command({
  name: 'standards.keep-column-mapping',
  input: z.strictObject({ mapping }),
  facts: (input) => ({ holder: mappingHolder(input.mapping.fingerprint) }),
  decide: ({ input, facts, actor, newId }) => {
    permit(actor, standardPermissions.state);
    const { holder } = facts;
    if (holder && canonicalJson(holder.mapping) === canonicalJson(input.mapping)) return [];
    const stream = holder ?? { homeId: actor.organization, streamId: newId() };
    const data = { mapping: input.mapping, isNew: !holder };
    return [{ type: 'column-mapping-kept', homeId: stream.homeId, streamId: stream.streamId, data }];
  },
});

/** The mapping kept for a header, if any. */
export async function keptMapping(read: ReadHandle, fingerprint: string): Promise<ColumnMapping | undefined> {
  const row = await read.first<{ readonly mapping: unknown }>(
    sql`select mapping from column_mapping where fingerprint = ${fingerprint} and upper_inf(known) limit 1`,
  );
  return mappingOf(row?.mapping);
}

/** How many kept mappings are tried on a file whose header is not found; an office has a handful. */
const triedAtMost = 500;

/** The mappings kept, the latest first. */
export async function keptMappings(read: ReadHandle): Promise<readonly ColumnMapping[]> {
  const rows = await read.all<{ readonly mapping: unknown }>(
    sql`select mapping from column_mapping where upper_inf(known) order by lower(known) desc, fingerprint limit ${triedAtMost}`,
  );
  return rows.flatMap((row) => mappingOf(row.mapping) ?? []);
}

function mappingOf(value: unknown): ColumnMapping | undefined {
  const kept = mapping.safeParse(value);
  if (!kept.success) return undefined;
  const { header, ...rest } = kept.data;
  return { ...rest, ...(header === undefined ? {} : { header }) };
}
