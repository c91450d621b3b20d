import type { RecordedEvent } from '../foundation/events.ts';
import type { Source, StageSeen, StandardStatement } from './model.ts';

type Stage = Pick<StageSeen, 'stage' | 'number'>;

export function isKnownStage(held: readonly StageSeen[], one: Stage): boolean {
  return held.some((seen) => isSame(seen, one));
}

const isSame = (one: Stage, other: Stage): boolean => one.stage === other.stage && one.number === other.number;

/**
 * The stages of a standard as far as any source told of them: where a source said it stood, with the day on which the
 * source spoke, and where a source says it had been. Ordered by stage code: few sources give days, and a code says where in
 * the life of a document a stage belongs.
 */
export function stagesAfter(held: readonly StageSeen[], event: RecordedEvent): readonly StageSeen[] {
  const told = toldBy(event);
  if (told.length === 0) return held;
  const kept = held.filter(
    (seen) => seen.seenOn !== null || !told.some((one) => one.seenOn !== null && isSame(seen, one)),
  );
  const fresh = told.filter((one) => !isKnownStage(kept, one));
  return [...kept, ...fresh].toSorted(
    (one, other) =>
      one.stage.localeCompare(other.stage, 'en') || (one.seenOn ?? '').localeCompare(other.seenOn ?? '', 'en'),
  );
}

function toldBy(event: RecordedEvent): readonly StageSeen[] {
  if (event.type === 'standard-stages-stated') {
    const { source, stages } = stagesIn(event);
    return stages.map(({ stage, number }) => ({
      stage,
      number,
      seenOn: null,
      source: source.name,
      statedOn: source.statedOn,
    }));
  }
  const { source, statement } = statementIn(event);
  if (statement.stage === undefined) return [];
  const { name, statedOn } = source;
  return [{ stage: statement.stage, number: statement.number, seenOn: statedOn, source: name, statedOn }];
}

/** One cast at each typed edge: events of these types were made from such data by this folder. */
function stagesIn(event: RecordedEvent): { readonly source: Source; readonly stages: readonly Stage[] } {
  return event.data as unknown as { source: Source; stages: readonly Stage[] };
}

function statementIn(event: RecordedEvent): { readonly source: Source; readonly statement: StandardStatement } {
  return event.data as unknown as { source: Source; statement: StandardStatement };
}
