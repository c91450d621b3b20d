import type { StageSeenView } from '../pages/standard-view.ts';
import type { StandardRecord } from '../queries/record.ts';
import type { ViewContext } from './link.ts';
import { sourceView } from './naming.ts';
import { stageView } from './status.ts';

/** The stages of a document as sources told of them, with their names from the code list. */
export function stageViews(
  record: Pick<StandardRecord, 'stage' | 'number' | 'stages'>,
  context: ViewContext,
): readonly StageSeenView[] {
  return record.stages.flatMap((seen) => {
    const stage = stageView(seen.stage, context);
    if (stage === undefined) return [];
    return [
      {
        stage,
        number: seen.number,
        seenOn: seen.seenOn ?? undefined,
        isPresent: seen.stage === record.stage && seen.seenOn !== null,
        source: sourceView(context, seen.source, seen.statedOn),
      },
    ];
  });
}
