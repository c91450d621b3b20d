import { type CountEntry, countDifference } from './count-ledger.ts';
import type { ClaimKey, EventTypes, RecordedEvent } from './events.ts';
import { emptyStream, type FoldedStream, foldAct, type Projection } from './projection.ts';

/** What a history is folded with: the types of its events, the tables that follow from them, the day of an instant. */
export interface FoldingRules {
  readonly types: EventTypes;
  readonly projectionsOf: (kind: string) => readonly Projection[];
  readonly dayOf: (instant: string) => string;
}

/** Everything that follows from one stream: its rows on both clocks, its entries in the ledger of counts, the claims it holds. */
export interface StreamConsequences {
  readonly stream: FoldedStream;
  readonly entries: readonly CountEntry[];
  readonly claims: readonly ClaimKey[];
}

/**
 * Folds a stream act by act, as it was written. `afterVersion` leaves out the entries of acts up to that version: what was
 * counted before.
 */
export function consequencesOf(
  events: readonly RecordedEvent[],
  rules: FoldingRules,
  afterVersion = 0,
): StreamConsequences | undefined {
  const first = events[0];
  if (!first) return undefined;
  const targets = rules.projectionsOf(first.kind);
  const entries: CountEntry[] = [];
  let stream = emptyStream(first.homeId, first.streamId);
  for (const act of acts(events)) {
    const before = stream;
    stream = foldAct(before, act, targets);
    const opening = act[0];
    if (!opening || opening.version <= afterVersion) continue;
    const knownOn = rules.dayOf(opening.recordedAt);
    for (const target of targets) {
      const rows = { before: before.rows.get(target.table) ?? [], after: stream.rows.get(target.table) ?? [] };
      entries.push(...countDifference(target, { ...rows, homeId: first.homeId, knownOn }));
    }
  }
  return { stream, entries, claims: [...claimsAfter(events, rules.types).values()] };
}

/** The events of a stream by the acts that wrote them. */
function acts(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const found: RecordedEvent[][] = [];
  for (const event of events) {
    const last = found.at(-1);
    if (last?.[0]?.actId === event.actId) last.push(event);
    else found.push([event]);
  }
  return found;
}

/** The claims a stream holds after some events, by kind and value. */
export function claimsAfter(
  events: readonly RecordedEvent[],
  types: EventTypes,
  before: ReadonlyMap<string, ClaimKey> = new Map(),
): ReadonlyMap<string, ClaimKey> {
  const held = new Map(before);
  for (const event of events) {
    const { take = [], release = [] } = types.of(event.type).claims(event.data);
    for (const claim of release) held.delete(`${claim.kind}:${claim.value}`);
    for (const claim of take) held.set(`${claim.kind}:${claim.value}`, claim);
  }
  return held;
}
