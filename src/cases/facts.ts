import { readStreams } from '../foundation/event-store.ts';
import type { EventTypes, RecordedEvent } from '../foundation/events.ts';
import { type FactRequest, factQuery } from '../foundation/facts.ts';
import type { ReadHandle } from '../foundation/handles.ts';
import { caseOf, type HeldCase } from './case-state.ts';

export interface CaseKey {
  readonly homeId: string;
  readonly caseId: string;
}

/** Asks for a case by its stream, folded to where it stands. */
export function caseQuery(types: EventTypes): (key: CaseKey) => FactRequest<HeldCase> {
  return factQuery<CaseKey, HeldCase>({
    name: 'cases.case',
    keyText: ({ caseId }) => caseId,
    streams: (held) => [held],
    load: (read, keys) => loadCases(read, keys, types),
  });
}

/** Cases by their streams. */
export async function loadCases(
  read: ReadHandle,
  keys: readonly CaseKey[],
  types: EventTypes,
): Promise<ReadonlyMap<string, HeldCase>> {
  const streams = keys.map(({ homeId, caseId }) => ({ homeId, streamId: caseId }));
  const found = await readStreams(read, streams, types);
  return new Map(
    [...found.values()].flatMap((events): readonly (readonly [string, HeldCase])[] => {
      const [first] = events;
      const folded = caseOf(effective(events));
      if (first === undefined || folded === undefined) return [];
      const { homeId, streamId } = first;
      return [[streamId, { homeId, streamId, version: events.at(-1)?.version ?? 0, ...folded }]];
    }),
  );
}

/** A correction stands at the place of what it corrects. */
function effective(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (events.every(({ corrects }) => corrects === undefined)) return events;
  const places: RecordedEvent[] = [];
  const placeOf = new Map<number, number>();
  for (const event of events) {
    const place = event.corrects === undefined ? places.length : (placeOf.get(event.corrects) ?? places.length);
    places[place] = event;
    placeOf.set(event.version, place);
  }
  return places;
}
