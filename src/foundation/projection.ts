import type { CopyValue } from './copy-text.ts';
import type { RecordedEvent } from './events.ts';

/** The days on which a row holds in law, `[from, until)`; open where absent. */
export interface Validity {
  readonly from?: string;
  readonly until?: string;
}

/** Columns of a projection's table beside the keys and the two clocks; what has one spelling, so that equal rows are known as equal. */
export type RowContent = Readonly<Record<string, Exclude<CopyValue, undefined | Uint8Array>>>;

/** One row of what holds: contents and the days on which they hold. */
export interface TruthRow<Content extends RowContent = RowContent> {
  readonly valid: Validity;
  readonly content: Content;
}

/** Entries of the ledger of counts that a row stands for. */
export interface CountOf {
  readonly measure: string;
  readonly occasion: string;
  readonly validOn: string;
  readonly tier?: string;
  readonly nature?: string;
  readonly region?: number;
  readonly industry?: string;
  readonly topic?: string;
}

/**
 * A table folded from the events of one kind of stream. `rows` is pure: from the effective events of one stream, in
 * their order, to the rows that hold. It reads no other stream and no clock (DESIGN 10, rule 7).
 */
export interface Projection {
  readonly kind: string;
  readonly table: string;
  /** Name of the column with the stream's identifier. */
  readonly idColumn: string;
  readonly columns: readonly string[];
  readonly rows: (events: readonly RecordedEvent[]) => readonly TruthRow[];
  readonly counts: (row: TruthRow) => readonly CountOf[];
}

export function projection<Content extends RowContent>(definition: {
  readonly kind: string;
  readonly table: string;
  readonly idColumn: string;
  readonly columns: readonly (keyof Content & string)[];
  readonly rows: (events: readonly RecordedEvent[]) => readonly TruthRow<Content>[];
  readonly counts?: (row: TruthRow<Content>) => readonly CountOf[];
}): Projection {
  // One cast at the typed edge: a projection counts only rows that it made itself.
  return { counts: () => [], ...definition } as unknown as Projection;
}

/** Rows by one step per type of event, each from the rows before it. */
export function folding<Content extends RowContent>(
  steps: Readonly<
    Record<string, (rows: readonly TruthRow<Content>[], event: RecordedEvent) => readonly TruthRow<Content>[]>
  >,
): (events: readonly RecordedEvent[]) => readonly TruthRow<Content>[] {
  return (events) =>
    events.reduce<readonly TruthRow<Content>[]>((rows, event) => steps[event.type]?.(rows, event) ?? rows, []);
}

/** A row with both clocks, as it stands in the table. */
export interface ProjectedRow extends TruthRow {
  readonly rowNo: number;
  readonly knownFrom: string;
  readonly knownUntil?: string;
}

/** Everything a stream's events say, folded: its rows past and present. */
export interface FoldedStream {
  readonly homeId: string;
  readonly streamId: string;
  /** Effective events so far: corrections stand at the place of what they correct. */
  readonly events: readonly RecordedEvent[];
  /** At which place of them each version speaks: a corrected version and its corrections share one. */
  readonly places: ReadonlyMap<number, number>;
  readonly rows: ReadonlyMap<string, readonly ProjectedRow[]>;
}

export function emptyStream(homeId: string, streamId: string): FoldedStream {
  return { homeId, streamId, events: [], places: new Map(), rows: new Map() };
}

/** Folds the events of one act, which become known together: a row opened and closed by one act is not kept. */
export function foldAct(
  stream: FoldedStream,
  events: readonly RecordedEvent[],
  projections: readonly Projection[],
): FoldedStream {
  const first = events[0];
  if (!first) return stream;
  const effective = [...stream.events];
  const places = new Map(stream.places);
  for (const event of events) placeEvent(event, effective, places);
  const rows = new Map(stream.rows);
  for (const target of projections) {
    const truth = target.rows(effective);
    rows.set(target.table, knownFrom(rows.get(target.table) ?? [], truth, first.recordedAt));
  }
  return { ...stream, events: effective, places, rows };
}

/** Folds a whole stream, act by act. */
export function foldStream(
  events: readonly RecordedEvent[],
  projectionsOf: (kind: string) => readonly Projection[],
): FoldedStream | undefined {
  const first = events[0];
  if (!first) return undefined;
  const targets = projectionsOf(first.kind);
  let stream = emptyStream(first.homeId, first.streamId);
  for (let start = 0; start < events.length; ) {
    let end = start + 1;
    while (events[end]?.actId === events[start]?.actId && end < events.length) end++;
    stream = foldAct(stream, events.slice(start, end), targets);
    start = end;
  }
  return stream;
}

/** A correction takes the place of the event it corrects, so that what came after stands on the corrected ground. */
function placeEvent(event: RecordedEvent, effective: RecordedEvent[], places: Map<number, number>): void {
  const corrected = event.corrects === undefined ? undefined : places.get(event.corrects);
  const place = corrected ?? effective.length;
  effective[place] = event;
  places.set(event.version, place);
}

/** Rows that still hold stay as they are; the others get an end, and what is new is added behind. */
function knownFrom(
  rows: readonly ProjectedRow[],
  truth: readonly TruthRow[],
  recordedAt: string,
): readonly ProjectedRow[] {
  if (rows.length === 0) return truth.map((row, index) => ({ ...row, rowNo: index + 1, knownFrom: recordedAt }));
  const fresh = new Set(truth);
  const kept = rows.map((row) => {
    if (row.knownUntil !== undefined) return row;
    // Rows mostly keep their order, so that the first one left is mostly the one.
    for (const candidate of fresh) {
      if (!sameTruth(row, candidate)) continue;
      fresh.delete(candidate);
      return row;
    }
    return { ...row, knownUntil: recordedAt };
  });
  let rowNo = rows.length;
  return [...kept, ...[...fresh].map((row) => ({ ...row, rowNo: ++rowNo, knownFrom: recordedAt }))];
}

/** Whether two rows say the same of the same days. */
export function sameTruth(one: TruthRow, other: TruthRow): boolean {
  return (
    one.valid.from === other.valid.from &&
    one.valid.until === other.valid.until &&
    (one.content === other.content || sameValue(one.content, other.content))
  );
}

/** Equality of what has canonical JSON, whatever the order of keys: the database gives them back in an order of its own. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isStructured(one) || !isStructured(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys) if (!(key in other) || !sameValue(one[key], other[key])) return false;
  return true;
}

/** An array is one too: its keys are its places. */
function isStructured(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** An event as far as its day in law goes. */
export type FromDay = Pick<RecordedEvent, 'validOn'>;

/** Sets a new state from the event's day on; without a day it holds from the beginning. */
export function stateFrom<Content extends RowContent>(
  rows: readonly TruthRow<Content>[],
  event: FromDay,
  content: Content,
): readonly TruthRow<Content>[] {
  const { validOn } = event;
  if (validOn === undefined) return [{ valid: {}, content }];
  return [...heldUntil(rows, validOn), { valid: { from: validOn }, content }];
}

/** Changes some columns from the event's day on, whatever else holds then; without a day, of every row. */
export function changeFrom<Content extends RowContent>(
  rows: readonly TruthRow<Content>[],
  event: FromDay,
  change: Partial<Content>,
): readonly TruthRow<Content>[] {
  const { validOn } = event;
  const changed = (row: TruthRow<Content>): TruthRow<Content> => ({ ...row, content: { ...row.content, ...change } });
  if (validOn === undefined) return rows.map(changed);
  return rows.flatMap((row) => {
    if (row.valid.until !== undefined && row.valid.until <= validOn) return [row];
    if (row.valid.from !== undefined && row.valid.from >= validOn) return [changed(row)];
    return [
      { ...row, valid: { ...row.valid, until: validOn } },
      changed({ ...row, valid: { ...row.valid, from: validOn } }),
    ];
  });
}

function heldUntil<Content extends RowContent>(
  rows: readonly TruthRow<Content>[],
  day: string,
): readonly TruthRow<Content>[] {
  return rows.flatMap((row) => {
    if (row.valid.from !== undefined && row.valid.from >= day) return [];
    const until = row.valid.until !== undefined && row.valid.until < day ? row.valid.until : day;
    return [{ ...row, valid: { ...row.valid, until } }];
  });
}
