import { factQuery } from './facts.ts';
import { sql } from './sql.ts';

/** The stream that holds a claim, with its version at the time of asking. */
export interface ClaimHolder {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
}

/** Makes the question who holds a claim of a kind: `claimHolder('plan-number')('20261234-T-469')`. */
export function claimHolder(kind: string) {
  return factQuery<string, ClaimHolder>({
    name: `foundation.holder-of-${kind}`,
    keyText: (value) => value,
    claims: (value) => [{ kind, value }],
    streams: (holder) => [holder],
    load: async (read, values) => {
      const rows = await read.all<ClaimHolder & { readonly value: string }>(sql`select c.value, c.home_id as "homeId",
          c.stream_id as "streamId",
          (select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.stream_id) as version
        from claim c where c.kind = ${kind} and c.value = any(${values}::text[])`);
      return new Map(rows.map(({ value, ...holder }) => [value, holder]));
    },
  });
}
