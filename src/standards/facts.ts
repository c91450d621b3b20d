import { type ClaimHolder, claimHolder } from '../foundation/claim-holder.ts';
import type { ClaimKey } from '../foundation/events.ts';
import { factQuery } from '../foundation/facts.ts';
import { sql } from '../foundation/sql.ts';

/** A standard that holds a claim. */
export type Holder = ClaimHolder;

interface HolderRow {
  readonly value: string;
  readonly home_id: string;
  readonly stream_id: string;
  readonly version: number;
}

const holderOf = (row: HolderRow): Holder => ({ homeId: row.home_id, streamId: row.stream_id, version: row.version });

const version = sql`(select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.stream_id)`;

/** Which standard holds a permanent address. */
export const addressHolder = claimHolder('address');

/** A standard by its number, with its permanent address. */
export interface NumberHolder extends Holder {
  readonly address: string;
}

/** Which standard holds a number. */
export const numberHolder = factQuery<string, NumberHolder>({
  name: 'standards.number-holder',
  keyText: (value) => value,
  claims: (value) => [{ kind: 'standard-number', value }],
  streams: (holder) => [holder],
  load: async (read, values) => {
    const rows = await read.all<HolderRow & { readonly address: string }>(
      sql`select c.value, c.home_id, c.stream_id, ${version} as version, t.address
        from claim c join lateral (select address from standard t where t.home_id = c.home_id and t.standard_id = c.stream_id and upper_inf(t.known)
          order by lower(valid) desc nulls last limit 1) t on true
        where c.kind = 'standard-number' and c.value = any(${values}::text[])`,
    );
    return new Map(rows.map((row) => [row.value, { ...holderOf(row), address: row.address }]));
  },
});

/** The last statement of a source about a standard. */
export interface StatedRecord extends Holder {
  readonly contentHash: string;
  readonly statedOn: string;
  readonly eventVersion: number;
  readonly numberKey: string;
  readonly address: string;
}

/** A record of a source: the name of the source and the key under which it keeps the record. */
export interface SourceKey {
  readonly name: string;
  readonly key: string;
}

/** The claim on a record of a source: one standard, and no other, is what the source speaks of under the key. */
export const sourceClaim = ({ name, key }: SourceKey): ClaimKey => ({ kind: 'source', value: `${name}:${key}` });

/** What a source last said under a key. */
export const statedRecord = factQuery<SourceKey, StatedRecord>({
  name: 'standards.stated-record',
  keyText: (source) => sourceClaim(source).value,
  claims: (source) => [sourceClaim(source)],
  streams: (record) => [record],
  load: async (read, keys) => {
    const rows = await read.all<
      HolderRow & {
        readonly content_hash: string;
        readonly stated_on: string;
        readonly event_version: number;
        readonly number_key: string;
        readonly address: string;
      }
    >(sql`select c.value, c.home_id, c.stream_id, ${version} as version, s.content_hash, s.stated_on, s.event_version, t.number_key, t.address
      from claim c
      join lateral (select content_hash, stated_on, event_version from standard_source s where s.home_id = c.home_id and s.standard_id = c.stream_id
        and s.source || ':' || s.source_key = c.value and upper_inf(s.known) limit 1) s on true
      join lateral (select number_key, address from standard t where t.home_id = c.home_id and t.standard_id = c.stream_id and upper_inf(t.known)
        order by lower(valid) desc nulls last limit 1) t on true
      where c.kind = 'source' and c.value = any(${keys.map((key) => sourceClaim(key).value)}::text[])`);
    return new Map(
      rows.map((row) => [
        row.value,
        {
          ...holderOf(row),
          contentHash: row.content_hash,
          statedOn: row.stated_on,
          eventVersion: row.event_version,
          numberKey: row.number_key,
          address: row.address,
        },
      ]),
    );
  },
});
