import type { AmendmentView, EditionView } from '../pages/standard-view.ts';
import { type Brief, statusAt } from '../queries/brief.ts';
import type { StandardRecord } from '../queries/record.ts';
import { amendmentsOf, type Series, yearOfNumber } from '../queries/series.ts';
import { endOf, inForceFrom } from './days.ts';
import { linkOf, type ViewContext } from './link.ts';

const over = new Set(['superseded', 'withdrawn', 'numberCancelled']);

/** The lanes of the time axis: the editions of the work, and what was replaced or replaces under another number. */
export function editionViews(
  record: StandardRecord,
  series: Series,
  others: readonly Brief[],
  context: ViewContext,
): readonly EditionView[] {
  const all = new Map([...series.editions, ...others].map((brief) => [brief.standardId, brief]));
  const lanes = [...all.values()].filter((brief) => !isDraft(brief) || brief.standardId === record.standardId);
  if (lanes.length < 2) return [];
  return lanes
    .toSorted((one, other) => startOf(one).localeCompare(startOf(other)))
    .map((brief) => editionView(brief, record, context));
}

function editionView(brief: Brief, record: StandardRecord, context: ViewContext): EditionView {
  const end = endOf(brief);
  return {
    standard: linkOf(brief, context),
    isThis: brief.standardId === record.standardId,
    publishedOn: brief.publishedAs ?? undefined,
    inForceFrom: inForceFrom(brief),
    endedOn: end.on,
    isEndInferred: end.isInferred,
    hasEnded: over.has(statusAt(brief, context.today).code),
    yearOfNumber: yearOfNumber(brief.number),
  };
}

function isDraft(brief: Brief): boolean {
  return brief.reportedState === 'inDevelopment' && brief.publishedOn === null;
}

function startOf(brief: Brief): string {
  return brief.publishedOn ?? brief.inForceOn ?? String(yearOfNumber(brief.number) ?? 9999);
}

/** Amendment sheets, amendments and corrigenda of this edition. */
export function amendmentViews(record: StandardRecord, series: Series, context: ViewContext): readonly AmendmentView[] {
  return amendmentsOf(series, record).map((brief) => ({
    standard: linkOf(brief, context),
    publishedOn: brief.publishedAs ?? undefined,
    implementedOn: inForceFrom(brief),
  }));
}
