import type { Actor } from './actor.ts';
import { canonicalJson } from './canonical-json.ts';
import { countDifference } from './count-ledger.ts';
import type { WriteHandle } from './database.ts';
import { streamKey } from './deciding.ts';
import { readStreams, recordEvents } from './event-store.ts';
import type { ClaimKey, EventTypes, NewEvent, RecordedEvent } from './events.ts';
import type { StreamVersion } from './facts.ts';
import { eventColumns, eventRow } from './history-rows.ts';
import {
  emptyStream,
  type FoldedStream,
  foldAct,
  foldStream,
  type ProjectedRow,
  type Projection,
  sameTruth,
} from './projection.ts';
import { projectedRow, RowWriter } from './row-writer.ts';
import { leavesOf, personHash, type SealedAct } from './seals/leaf.ts';
import { sql } from './sql.ts';
import { claimsAfter } from './stream-fold.ts';
import { giveWay } from './turn-of-the-loop.ts';

/** The act under which a command or batch writes. */
export interface ActHead {
  readonly actId: string;
  readonly command: string;
  readonly actor: Actor;
  readonly forHomeId?: string;
  readonly caseId?: string;
  readonly ruleVersion?: string;
  readonly recordedAt: string;
  readonly personSalt?: Uint8Array;
}

export interface WriterContext {
  readonly types: EventTypes;
  readonly projectionsOf: (kind: string) => readonly Projection[];
  readonly randomBytes: (length: number) => Uint8Array;
  readonly dayOf: (instant: string) => string;
}

/** What an act says, or a part of it. */
export interface DecidedAct {
  readonly head: ActHead;
  readonly news: readonly NewEvent[];
}

/**
 * Writes the decisions of one round: events with their leaves, claims, private texts, and the difference of all rows. Acts of
 * one round have no stream in common. Gives the events of each act.
 */
export async function writeDecisions(
  tx: WriteHandle,
  acts: readonly DecidedAct[],
  work: { readonly versions: ReadonlyMap<string, StreamVersion>; readonly context: WriterContext },
): Promise<readonly (readonly RecordedEvent[])[]> {
  const { context } = work;
  const news = acts.flatMap((act) => act.news);
  if (news.length === 0) return acts.map(() => []);
  const existing = new Map(news.flatMap((event) => seen(event, work.versions)));
  const stored = await readStreams(tx, [...existing.values()], context.types);
  const recorded = acts.map((act) => recordEvents(act.head, act.news, { stored, types: context.types }));
  const rows = new RowWriter();
  const streams = Map.groupBy(recorded.flat(), streamKey);
  // The database takes the claims while the events are written out and hashed, and the events while their consequences
  // are folded.
  releaseClaims(tx, writeClaims(rows, { streams, stored, types: context.types }));
  rows.send(tx, 'claim');
  for (const [place, { head }] of acts.entries())
    await writeEvents(rows, head, { recorded: recorded[place] ?? [], context });
  rows.send(tx, 'event');
  writePrivateTexts(rows, news);
  let folded = 0;
  for (const [key, events] of streams) {
    await giveWay(folded++);
    writeDifference(rows, { stored: stored.get(key) ?? [], events, context });
  }
  await rows.flush(tx);
  return recorded;
}

function seen(event: NewEvent, versions: ReadonlyMap<string, StreamVersion>): [string, StreamVersion][] {
  const found = versions.get(streamKey(event));
  return found ? [[streamKey(event), found]] : [];
}

async function writeEvents(
  rows: RowWriter,
  head: ActHead,
  work: { readonly recorded: readonly RecordedEvent[]; readonly context: WriterContext },
): Promise<void> {
  const leaf = leavesOf(sealedAct(head));
  for (const [done, event] of work.recorded.entries()) {
    await giveWay(done);
    const nonce = work.context.randomBytes(16);
    // Written once for the seal and for the table.
    const dataText = canonicalJson(event.data);
    const hash = leaf({ ...event, dataText, validOn: event.validOn ?? null, corrects: event.corrects ?? null }, nonce);
    const act = { homeId: event.actHomeId, actId: event.actId };
    rows.add('event', eventColumns, eventRow(event, act, { data: dataText, nonce, hash }));
  }
}

function sealedAct({ actor, ...head }: ActHead): SealedAct {
  return {
    homeId: actor.organization,
    actId: head.actId,
    command: head.command,
    forHomeId: head.forHomeId ?? null,
    caseId: head.caseId ?? null,
    appointmentId: actor.appointment?.id ?? null,
    basis: actor.basis,
    ruleVersion: head.ruleVersion ?? null,
    recordedAt: head.recordedAt,
    person: personHash(actor.person ?? null, head.personSalt ?? null),
  };
}

/** Writes what a stream claims now and did not before. To claim again what it holds already, as a correction may, changes nothing. */
type ReleasedClaim = ClaimKey & { readonly streamId: string };

/** Adds the claims taken and answers those released. */
function writeClaims(
  rows: RowWriter,
  work: {
    readonly streams: ReadonlyMap<string, readonly RecordedEvent[]>;
    readonly stored: ReadonlyMap<string, readonly RecordedEvent[]>;
    readonly types: EventTypes;
  },
): readonly ReleasedClaim[] {
  const released: ReleasedClaim[] = [];
  for (const [key, events] of work.streams) {
    const [first] = events;
    if (!first) continue;
    const before = claimsAfter(work.stored.get(key) ?? [], work.types);
    const after = claimsAfter(events, work.types, before);
    for (const [name, claim] of after) {
      if (before.has(name)) continue;
      rows.add(
        'claim',
        ['kind', 'value', 'home_id', 'stream_id'],
        [claim.kind, claim.value, first.homeId, first.streamId],
      );
    }
    for (const [name, claim] of before) if (!after.has(name)) released.push({ ...claim, streamId: first.streamId });
  }
  return released;
}

function releaseClaims(tx: WriteHandle, released: readonly ReleasedClaim[]): void {
  if (released.length === 0) return;
  tx.send(sql`delete from claim using unnest(${released.map((claim) => claim.kind)}::text[],
      ${released.map((claim) => claim.value)}::text[], ${released.map((claim) => claim.streamId)}::uuid[]) as gone (kind, value, stream_id)
    where claim.kind = gone.kind and claim.value = gone.value and claim.stream_id = gone.stream_id`);
}

function writePrivateTexts(rows: RowWriter, news: readonly NewEvent[]): void {
  for (const event of news) {
    for (const text of event.privateTexts ?? []) {
      rows.add(
        'private_text',
        ['home_id', 'text_id', 'person_id', 'salt', 'text'],
        [event.homeId, text.textId, text.personId, text.salt, text.text],
      );
    }
  }
}

/**
 * Takes away texts with their salts, and the person of acts. The hashes in the events stay, so the log still verifies; in
 * an act the hash of the person takes the place of its salt (seals/leaf.ts, personHash).
 */
export function erase(tx: WriteHandle, { head, news }: DecidedAct): void {
  for (const { homeId, erases } of news) {
    if (!erases) continue;
    tx.send(sql`update private_text set text = null, salt = null, person_id = null, erased_at = ${head.recordedAt}, basis = ${erases.basis}
      where home_id = ${homeId} and text_id = any(${erases.textIds ?? []}::uuid[]) and erased_at is null`);
    if (erases.actsOf === undefined) continue;
    tx.send(sql`update act set person_salt = sha256(person_salt || convert_to(person_id::text, 'UTF8')), person_id = null
      where home_id = ${homeId} and person_id = ${erases.actsOf}`);
  }
}

/** Folds the stream without and with the new events and writes what differs: rows, counts, and a note for the indexers. */
function writeDifference(
  rows: RowWriter,
  work: {
    readonly stored: readonly RecordedEvent[];
    readonly events: readonly RecordedEvent[];
    readonly context: WriterContext;
  },
): void {
  const { stored, events, context } = work;
  const first = events[0];
  if (!first) return;
  const targets = context.projectionsOf(first.kind);
  const isNew = stored.length === 0;
  const before: FoldedStream = foldStream(stored, context.projectionsOf) ?? emptyStream(first.homeId, first.streamId);
  const after = isNew
    ? foldAct(before, events, targets)
    : (foldStream([...stored, ...events], context.projectionsOf) ?? before);
  let changed = false;
  for (const target of targets) {
    const [rowsBefore, rowsAfter] = [before.rows.get(target.table) ?? [], after.rows.get(target.table) ?? []];
    const differs = writeRows(rows, { target, stream: after, rowsBefore, rowsAfter });
    if (differs) {
      changed = true;
      const knownOn = context.dayOf(first.recordedAt);
      for (const entry of countDifference(target, {
        before: rowsBefore,
        after: rowsAfter,
        homeId: first.homeId,
        knownOn,
      })) {
        rows.add('count_entry', entry.columns, entry.values);
      }
    }
  }
  if (changed) rows.add('changed_stream', ['kind', 'home_id', 'stream_id'], [first.kind, first.homeId, first.streamId]);
}

function writeRows(
  rows: RowWriter,
  work: {
    readonly target: Projection;
    readonly stream: FoldedStream;
    readonly rowsBefore: readonly ProjectedRow[];
    readonly rowsAfter: readonly ProjectedRow[];
  },
): boolean {
  const { target, stream, rowsBefore, rowsAfter } = work;
  let differs = false;
  for (let place = 0; place < Math.max(rowsBefore.length, rowsAfter.length); place++) {
    const [before, after] = [rowsBefore[place], rowsAfter[place]];
    if (before && after && sameRow(before, after)) continue;
    differs = true;
    if (before && after && sameRow({ ...before, ...ended(after) }, after)) {
      rows.end(target, stream, { row: after });
      continue;
    }
    // Within one act a row may be rewritten: what the act itself opened is not history yet.
    if (before) rows.remove(target, stream, before.rowNo);
    if (after)
      rows.add(
        target.table,
        ['home_id', target.idColumn, 'row_no', ...target.columns, 'valid', 'known'],
        projectedRow(target, stream, after),
      );
  }
  return differs;
}

function ended(row: ProjectedRow): { readonly knownUntil?: string } {
  return row.knownUntil === undefined ? {} : { knownUntil: row.knownUntil };
}

function sameRow(one: ProjectedRow, other: ProjectedRow): boolean {
  return one.knownUntil === other.knownUntil && one.knownFrom === other.knownFrom && sameTruth(one, other);
}
