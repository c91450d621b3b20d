/**
 * Parcels: a fictitious kind of thing for tests of the kernel, with everything a real register has: a claim on a code, a
 * label that changes on a day in law, corrections, annulment, counts, a schema that has grown, a private remark.
 */
import { z } from 'zod';
import { command } from '../../src/foundation/command.ts';
import type { Database } from '../../src/foundation/database.ts';
import type { EventType, NewEvent, RecordedEvent } from '../../src/foundation/events.ts';
import { factQuery, type StreamVersion } from '../../src/foundation/facts.ts';
import { privateText } from '../../src/foundation/private-text.ts';
import {
  changeFrom,
  folding,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
  type TruthRow,
} from '../../src/foundation/projection.ts';
import { refusal } from '../../src/foundation/refusal.ts';
import { sql } from '../../src/foundation/sql.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const codeOf = (value: unknown): { readonly kind: string; readonly value: string } => ({
  kind: 'parcel-code',
  value: String(value),
});

function parcelEvent(
  type: string,
  schema: z.ZodType,
  more: Partial<Pick<EventType, 'claims' | 'schema' | 'schemas' | 'steps'>> = {},
): EventType {
  return {
    type,
    kind: 'parcel',
    schema: 1,
    schemas: { 1: schema },
    steps: {},
    visibility: {},
    claims: () => ({}),
    ...more,
  };
}

export const parcelEvents: readonly EventType[] = [
  parcelEvent('parcel-opened', z.strictObject({ code: z.string(), label: z.string() }), {
    claims: ({ code }) => ({ take: [codeOf(code)] }),
  }),
  // A correction gives the whole new statement, so it names the code again.
  parcelEvent('parcel-restated', z.strictObject({ code: z.string(), label: z.string() }), {
    claims: ({ code }) => ({ take: [codeOf(code)] }),
  }),
  parcelEvent('parcel-labelled', z.strictObject({ label: z.string() })),
  // Schema 1 gave kilograms; schema 2 gives grams.
  parcelEvent('parcel-weighed', z.strictObject({ kilograms: z.number().int() }), {
    schema: 2,
    schemas: {
      1: z.strictObject({ kilograms: z.number().int() }),
      2: z.strictObject({ grams: z.number().int() }),
    },
    steps: { 1: ({ kilograms }) => ({ grams: Number(kilograms) * 1_000 }) },
  }),
  parcelEvent('parcel-remarked', z.strictObject({ remark: z.strictObject({ textId: z.string(), hash: z.string() }) })),
  parcelEvent('parcel-annulled', z.strictObject({ code: z.string(), reason: z.string() }), {
    claims: ({ code }) => ({ release: [codeOf(code)] }),
  }),
];

interface ParcelColumns extends RowContent {
  readonly code: string;
  readonly label: string;
  readonly grams: number | null;
}

type Step = (rows: readonly TruthRow<ParcelColumns>[], event: RecordedEvent) => readonly TruthRow<ParcelColumns>[];
const opened: Step = (rows, event) =>
  stateFrom(rows, event, { code: String(event.data['code']), label: String(event.data['label']), grams: null });
const labelled: Step = (rows, event) => changeFrom(rows, event, { label: String(event.data['label']) });

export const parcelRows: Projection = projection<ParcelColumns>({
  kind: 'parcel',
  table: 'parcel',
  idColumn: 'parcel_id',
  columns: ['code', 'label', 'grams'],
  rows: folding<ParcelColumns>({
    'parcel-opened': opened,
    // In the place of the opening it is an opening; in the place of anything else it gives a label.
    'parcel-restated': (rows, event) => (rows.length === 0 ? opened(rows, event) : labelled(rows, event)),
    'parcel-labelled': labelled,
    'parcel-weighed': (rows, event) => changeFrom(rows, {}, { grams: Number(event.data['grams']) }),
    'parcel-annulled': () => [],
  }),
  // Counted by the row that holds last, under its label, so that a new label moves the count.
  counts: ({ content, valid }) =>
    valid.until === undefined
      ? [{ measure: 'parcel', occasion: 'opened', validOn: '2020-01-01', topic: content.label }]
      : [],
});

export interface HeldParcel extends StreamVersion {
  readonly label: string | null;
}

/** Who holds a code, with its version and the label that holds last. */
export const parcelByCode = factQuery<string, HeldParcel>({
  name: 'parcels.by-code',
  keyText: (code) => code,
  claims: (code) => [codeOf(code)],
  streams: (parcel) => [parcel],
  load: async (read, codes) => {
    const rows = await read.all<HeldParcel & { readonly code: string }>(sql`
      select c.value as code, c.home_id as "homeId", c.stream_id as "streamId", p.label,
        (select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.stream_id) as version
      from claim c left join parcel p on p.home_id = c.home_id and p.parcel_id = c.stream_id
        and upper_inf(p.known) and p.valid @> '9999-01-01'::date
      where c.kind = 'parcel-code' and c.value = any(${codes}::text[])`);
    return new Map(rows.map((row) => [row.code, row]));
  },
});

const asked = ({ code }: { readonly code: string }) => ({ parcel: parcelByCode(code) });

function held(parcel: HeldParcel | undefined, code: string): HeldParcel {
  if (!parcel) throw refusal('parcels.unknown', { code });
  return parcel;
}

function inStreamOf(parcel: StreamVersion): Pick<NewEvent, 'homeId' | 'streamId'> {
  return { homeId: parcel.homeId, streamId: parcel.streamId };
}

export const openParcel = command({
  name: 'parcels.open',
  input: z.strictObject({ code: z.string(), label: z.string(), from: day.optional(), home: z.uuid().optional() }),
  facts: asked,
  decide: ({ input, facts, actor, newId }) => {
    if (facts.parcel) throw refusal('parcels.code-taken', { code: input.code });
    const { code, label, from } = input;
    return [
      {
        type: 'parcel-opened',
        homeId: input.home ?? actor.organization,
        streamId: newId(),
        data: { code, label },
        ...(from === undefined ? {} : { validOn: from }),
      },
    ];
  },
});

export const labelParcel = command({
  name: 'parcels.label',
  input: z.strictObject({ code: z.string(), label: z.string(), from: day.optional() }),
  facts: asked,
  decide: ({ input, facts }) => {
    const parcel = held(facts.parcel, input.code);
    if (parcel.label === input.label) return [];
    return [
      {
        type: 'parcel-labelled',
        ...inStreamOf(parcel),
        data: { label: input.label },
        ...(input.from === undefined ? {} : { validOn: input.from }),
      },
    ];
  },
});

/** Opens the parcel, or labels it when somebody holds the code: what imports do. */
export const stateParcel = command({
  name: 'parcels.state',
  input: z.strictObject({ code: z.string(), label: z.string().min(1) }),
  facts: asked,
  decide: ({ input, facts, actor, newId }) => {
    const { parcel } = facts;
    if (parcel?.label === input.label) return [];
    if (parcel) return [{ type: 'parcel-labelled', ...inStreamOf(parcel), data: { label: input.label } }];
    return [{ type: 'parcel-opened', homeId: actor.organization, streamId: newId(), data: { ...input } }];
  },
});

/** Corrects the event of a version: gives the whole new statement of a label and its day. */
export const correctParcel = command({
  name: 'parcels.correct',
  input: z.strictObject({ code: z.string(), version: z.number().int(), label: z.string(), from: day.optional() }),
  facts: asked,
  decide: ({ input, facts }) => {
    const parcel = held(facts.parcel, input.code);
    const { version, label, code, from } = input;
    if (version > parcel.version) throw refusal('parcels.no-such-statement', { version });
    return [
      {
        type: 'parcel-restated',
        ...inStreamOf(parcel),
        corrects: version,
        data: { code, label },
        ...(from === undefined ? {} : { validOn: from }),
      },
    ];
  },
});

export const weighParcel = command({
  name: 'parcels.weigh',
  input: z.strictObject({ code: z.string(), grams: z.number().int() }),
  facts: asked,
  decide: ({ input, facts }) => [
    { type: 'parcel-weighed', ...inStreamOf(held(facts.parcel, input.code)), data: { grams: input.grams } },
  ],
});

export const remarkOnParcel = command({
  name: 'parcels.remark',
  input: z.strictObject({ code: z.string(), remark: z.string(), person: z.uuid() }),
  facts: asked,
  decide: ({ input, facts, newId, randomBytes }) => {
    const remark = privateText(input.remark, { textId: newId(), salt: randomBytes(16), personId: input.person });
    const place = inStreamOf(held(facts.parcel, input.code));
    return [{ type: 'parcel-remarked', ...place, data: { remark: remark.reference }, privateTexts: [remark.kept] }];
  },
});

export const annulParcel = command({
  name: 'parcels.annul',
  input: z.strictObject({ code: z.string(), reason: z.string() }),
  facts: asked,
  decide: ({ input, facts }) => [
    { type: 'parcel-annulled', ...inStreamOf(held(facts.parcel, input.code)), data: { ...input } },
  ],
});

/** The table of the projection, made like those of the migrations. */
export async function createParcelTable(database: Database): Promise<void> {
  await database.asOwner((tx) =>
    tx.script(`create table if not exists parcel (
        home_id uuid, parcel_id uuid, row_no int, code text not null, label text not null, grams int,
        valid daterange not null, known tstzrange not null, primary key (home_id, parcel_id, row_no));
      create unique index if not exists parcel_one_truth on parcel (home_id, parcel_id, lower(valid)) where upper_inf(known);
      create index if not exists parcel_code on parcel (code) where upper_inf(known);
      comment on table parcel is 'distributed by home_id. Fictitious parcels of the tests of the kernel.';
      comment on column parcel.home_id is 'Home of the parcel.';
      comment on column parcel.parcel_id is 'The parcel.';
      comment on column parcel.row_no is 'Number of the row within the stream.';
      comment on column parcel.code is 'Code of the parcel.';
      comment on column parcel.label is 'What stands on it.';
      comment on column parcel.grams is 'Its weight.';
      comment on column parcel.valid is 'Days on which it holds in law.';
      comment on column parcel.known is 'Since when and until when the register held it.';
      grant select, insert, update, delete on parcel to guiju_server;`),
  );
}

export async function dropParcelTable(database: Database): Promise<void> {
  await database.asOwner((tx) => tx.script('drop table if exists parcel'));
}
