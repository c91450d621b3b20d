import { factQuery } from '../../foundation/facts.ts';
import type { PrivateTextReference } from '../../foundation/private-text.ts';
import { sql } from '../../foundation/sql.ts';

/** A reported error as the answer needs it. */
export interface HeldReport {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
  readonly number: string;
  readonly state: 'open' | 'accepted' | 'refused';
  readonly standardAddress: string;
  readonly reportedAt: string;
  readonly email: PrivateTextReference | null;
}

/** A report by its short number or its identifier. */
export const heldReport = factQuery<string, HeldReport>({
  name: 'standards.held-report',
  keyText: (named) => named,
  streams: (report) => [report],
  load: async (read, named) => {
    const rows = await read.all<
      HeldReport & { readonly named: string }
    >(sql`select asked.named, r.home_id as "homeId", r.request_id as "streamId",
        r.number, r.state, r.standard_address as "standardAddress", r.reported_at as "reportedAt", r.email,
        (select max(version) from event e where e.home_id = r.home_id and e.stream_id = r.request_id) as version
      from unnest(${named}::text[]) as asked (named)
      join correction_request r on upper_inf(r.known) and (r.number = upper(asked.named) or r.request_id::text = lower(asked.named))`);
    return new Map(rows.map(({ named: name, ...report }) => [name, report]));
  },
});
