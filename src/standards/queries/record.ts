import type { ReadHandle } from '../../foundation/database.ts';
import { sql, writtenOnce } from '../../foundation/sql.ts';
import type { OrganizationRole, StageSeen } from '../model.ts';
import { bearersOf } from './bearers.ts';
import { type Brief, type BriefRow, briefColumns, resolved } from './brief.ts';
import { heldAt, type Moment } from './moment.ts';
import { areCut, type RelationRow, rankedRelations, relationsOf } from './relations.ts';

export interface OrganizationRow {
  readonly name: string;
  readonly nameKey: string;
  readonly role: OrganizationRole;
  readonly place: number;
  readonly creditCode: string | null;
  readonly kind: string | null;
  readonly region: string | null;
}

export interface SourceRow {
  readonly source: string;
  readonly key: string;
  readonly statedOn: string;
  readonly rank: number;
  readonly locator: string | null;
  readonly version: number;
}

interface Withdrawal {
  readonly by?: string;
  readonly reason?: string;
  readonly instead?: readonly string[];
}

/** Everything the register holds of one standard at a moment. */
export interface RecordRow extends BriefRow {
  readonly scheme: string;
  readonly scope: readonly { readonly lang: string; readonly text: string }[];
  readonly withdrawal: Withdrawal | null;
  readonly reviewedOn: string | null;
  readonly edition: number | null;
  /** Stages that sources told of, by code; empty where only the present one is known. */
  readonly stages: readonly StageSeen[];
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly industry: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  readonly topics: readonly string[];
  readonly department: string | null;
  readonly issuers: readonly string[];
  readonly drafters: readonly string[];
  readonly filing: { readonly number: string; readonly date?: { readonly written: string } } | null;
  readonly pages: number | null;
  readonly languages: readonly string[];
  readonly textAddress: string | null;
  readonly remarks: string | null;
  readonly hasConflict: boolean;
  readonly knownSince: string;
  readonly relations: readonly RelationRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly sources: readonly SourceRow[];
}

export interface StandardRecord extends RecordRow, Brief {}

/**
 * The standard at a permanent address, whole, in one statement: row, relations of both sides, organizations, sources and
 * successors. Undefined when the address leads to nothing at the moment. An address that a number had earlier leads to the
 * same standard, unless another one bears that number by now; `address` of the answer is the one in use.
 */
export async function recordAt(read: ReadHandle, address: string, moment: Moment): Promise<StandardRecord | undefined> {
  const held = await atAddress(read, address, moment);
  if (held?.address === address) return held;
  const bearers = await bearersOf(read, address, moment);
  const [only] = bearers;
  if (only === undefined) return held;
  return bearers.length === 1 ? atAddress(read, only.address, moment) : undefined;
}

async function atAddress(read: ReadHandle, address: string, moment: Moment): Promise<StandardRecord | undefined> {
  const { day, known } = moment;
  const row = await read.first(known === undefined ? recordNow({ address, day }) : recordThen({ address, day, known }));
  return row === undefined ? undefined : (await whole(read, [row], moment))[0];
}

/** Asked with every record that is shown: the statement is long, and written once for each of the two questions. */
const recordNow = writtenOnce(({ address, day }: { readonly address: string; readonly day: string }) =>
  recordHeld(address, { day }),
);
const recordThen = writtenOnce(
  ({ address, ...moment }: { readonly address: string; readonly day: string; readonly known: string }) =>
    recordHeld(address, moment),
);

function recordHeld(address: string, moment: Moment) {
  return sql<RecordRow>`select ${recordColumns(moment)}
    from claim c join standard t on t.home_id = c.home_id and t.standard_id = c.stream_id and ${heldAt('t', moment)}
    where c.kind = 'address' and c.value = ${address}`;
}

/** Records with their status; one of which others state many relations has them by kind, with their counts. */
async function whole(read: ReadHandle, rows: readonly RecordRow[], moment: Moment): Promise<readonly StandardRecord[]> {
  const related = await Promise.all(
    rows.map(async (row) =>
      areCut(row.relations) ? { ...row, relations: await rankedRelations(read, row, moment) } : row,
    ),
  );
  return resolved(read, related, moment);
}

/** A page of whole records in the order of their identifiers, for files of the whole register. */
export async function recordsAfter(
  read: ReadHandle,
  after: string | undefined,
  page: { readonly limit: number; readonly moment: Moment },
): Promise<readonly StandardRecord[]> {
  const rows = await read.all<RecordRow>(sql`select ${recordColumns(page.moment)} from standard t
    where ${after === undefined ? sql`true` : sql`t.standard_id > ${after}::uuid`} and ${heldAt('t', page.moment)}
    order by t.standard_id limit ${page.limit}`);
  return whole(read, rows, page.moment);
}

/** Whole records of some standards. */
export async function recordsById(
  read: ReadHandle,
  ids: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, StandardRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await read.all<RecordRow>(
    sql`select ${recordColumns(moment)} from standard t where t.standard_id = any(${ids}::uuid[]) and ${heldAt('t', moment)}`,
  );
  return new Map((await whole(read, rows, moment)).map((record) => [record.standardId, record]));
}

const recordColumns = (
  moment: Moment,
) => sql`${briefColumns(moment)}, ${furtherColumns}, ${relationsOf(moment)} as relations,
  ${organizationsOf(moment)} as organizations, ${sourcesOf(moment)} as sources`;

const furtherColumns = sql`t.scheme, t.scope, t.withdrawal, t.reviewed_on as "reviewedOn", t.stages, t.edition, t.ics, t.ccs, t.industry, t.region, t.sector,
  t.topics, t.department, t.issuers, t.drafters, t.filing, t.pages, t.languages, t.text_address as "textAddress", t.remarks,
  t.has_conflict as "hasConflict", lower(t.known) as "knownSince"`;

function organizationsOf(moment: Moment) {
  return sql`(select coalesce(json_agg(x), '[]'::json) from (select o.name, o.name_key as "nameKey", o.role, o.place, o.credit_code as "creditCode",
      o.organization_kind as kind, o.region from standard_organization o
    where o.home_id = t.home_id and o.standard_id = t.standard_id and ${heldAt('o', moment)} order by o.place) x)`;
}

function sourcesOf(moment: Moment) {
  return sql`(select coalesce(json_agg(x), '[]'::json) from (select s.source, s.source_key as key, s.stated_on as "statedOn", s.rank, s.locator,
      s.event_version as version from standard_source s
    where s.home_id = t.home_id and s.standard_id = t.standard_id and ${heldAt('s', moment)} order by s.rank, s.stated_on desc, s.event_version desc) x)`;
}
