import { canonicalJson } from '../../foundation/canonical-json.ts';
import type { ReadHandle } from '../../foundation/database.ts';
import { readStreams } from '../../foundation/event-store.ts';
import { eventTypes, type RecordedEvent } from '../../foundation/events.ts';
import { emptyStream, type FoldedStream, foldAct } from '../../foundation/projection.ts';
import { sql } from '../../foundation/sql.ts';
import { organizationRows, relationRows } from '../detail-rows.ts';
import { standardEvents } from '../events.ts';
import { type Disagreement, disagreements } from '../merge.ts';
import { standardRows } from '../standard-rows.ts';
import { standardState } from '../standard-state.ts';
import type { Moment } from './moment.ts';

/** Who did it, for the public: the organization and the basis, never the person. */
export interface ActHead {
  readonly actId: string;
  readonly command: string;
  readonly basis: string;
  readonly ruleVersion: string | null;
  readonly organizationId: string;
  readonly organizationCode: string | null;
  readonly organizationNames: readonly { readonly lang: string; readonly text: string }[];
}

export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What one act did to a record. */
export interface HistoryAct {
  readonly recordedAt: string;
  readonly act: ActHead;
  readonly events: readonly RecordedEvent[];
  readonly differences: readonly FieldDifference[];
  /** When a later act corrected it. */
  readonly correctedAt: string | undefined;
}

export interface StandardHistory {
  readonly acts: readonly HistoryAct[];
  /** What the sources state differently. */
  readonly disagreements: readonly Disagreement[];
}

const types = eventTypes(standardEvents);

/** Everything that happened to a standard, act by act, with every field that changed. */
export async function historyOf(
  read: ReadHandle,
  stream: { readonly homeId: string; readonly standardId: string },
  moment: Moment,
): Promise<StandardHistory> {
  const place = { homeId: stream.homeId, streamId: stream.standardId };
  const streams = await readStreams(read, [place], types);
  const all = streams.get(`${place.homeId}/${place.streamId}`) ?? [];
  const events = all.filter((event) => moment.known === undefined || event.recordedAt <= moment.known);
  const heads = await actsOf(read, place);
  return { acts: actsFolded(events, heads), disagreements: disagreements(standardState(effective(events)).statements) };
}

async function actsOf(
  read: ReadHandle,
  stream: { readonly homeId: string; readonly streamId: string },
): Promise<ReadonlyMap<string, ActHead>> {
  const rows =
    await read.all<ActHead>(sql`select a.act_id as "actId", a.command, a.basis, a.rule_version as "ruleVersion", a.home_id as "organizationId",
      o.code as "organizationCode", coalesce(o.names, '[]'::jsonb) as "organizationNames"
    from (select distinct act_home_id, act_id from event where home_id = ${stream.homeId} and stream_id = ${stream.streamId}) e
    join act a on a.home_id = e.act_home_id and a.act_id = e.act_id
    left join organization o on o.home_id = a.home_id and o.organization_id = a.home_id and upper_inf(o.known)`);
  return new Map(rows.map((row) => [row.actId, row]));
}

const projections = [standardRows, relationRows, organizationRows];

function actsFolded(events: readonly RecordedEvent[], heads: ReadonlyMap<string, ActHead>): readonly HistoryAct[] {
  let stream: FoldedStream = emptyStream(events[0]?.homeId ?? '', events[0]?.streamId ?? '');
  return [...Map.groupBy(events, (event) => event.actId).values()].flatMap((ofAct) => {
    const [first] = ofAct;
    const head = first && heads.get(first.actId);
    if (!first || !head) return [];
    const before = fieldsOf(stream);
    stream = foldAct(stream, ofAct, projections);
    return [
      {
        recordedAt: first.recordedAt,
        act: head,
        events: ofAct,
        differences: differencesOf(before, fieldsOf(stream)),
        correctedAt: correctionOf(ofAct, events),
      },
    ];
  });
}

function correctionOf(ofAct: readonly RecordedEvent[], all: readonly RecordedEvent[]): string | undefined {
  const versions = new Set(ofAct.map((event) => event.version));
  return all.find((event) => event.corrects !== undefined && versions.has(event.corrects))?.recordedAt;
}

/** Columns that follow from others and so would say each change twice. */
const derived = new Set([
  'number_key',
  'series_key',
  'work_key',
  'scheme',
  'publisher',
  'has_conflict',
  'published_on',
  'withdrawn_on',
  'reported_source',
]);

function fieldsOf(stream: FoldedStream): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  const held = (stream.rows.get('standard') ?? []).filter((row) => row.knownUntil === undefined);
  const current = held.find((row) => row.valid.until === undefined) ?? held.at(-1);
  for (const [name, value] of Object.entries(current?.content ?? {})) {
    if (!derived.has(name) && !isEmpty(plain(value))) fields.set(name, plain(value));
  }
  for (const row of stream.rows.get('standard_relation') ?? []) {
    if (row.knownUntil !== undefined) continue;
    const { kind, target, whole, degree } = row.content;
    const name = `relation.${String(kind)}`;
    const held = fields.get(name);
    fields.set(name, [
      ...(Array.isArray(held) ? held : []),
      { target, ...(whole === false ? { whole } : {}), ...(degree === null ? {} : { degree }) },
    ]);
  }
  const organizations = (stream.rows.get('standard_organization') ?? [])
    .filter((row) => row.knownUntil === undefined)
    .map((row) => row.content['name']);
  if (organizations.length > 0) fields.set('organizations', organizations);
  return fields;
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'json' in value ? value.json : value;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function differencesOf(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly FieldDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field), after: after.get(field) }))
    .filter((change) => textOf(change.before) !== textOf(change.after));
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

/** Corrections at the place of what they correct. */
function effective(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const held: RecordedEvent[] = [];
  for (const event of events) {
    const { corrects } = event;
    const place =
      corrects === undefined ? -1 : held.findIndex((one) => one.version === corrects || one.corrects === corrects);
    if (place < 0) held.push(event);
    else held[place] = event;
  }
  return held;
}
