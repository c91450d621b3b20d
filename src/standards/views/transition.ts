import { isLater } from '../in-force-days.ts';
import type { HeldBesideView, StatusView } from '../pages/standard-view.ts';
import { type Brief, statusAt } from '../queries/brief.ts';
import type { StandardRecord } from '../queries/record.ts';
import type { Successor } from '../successors.ts';
import { inForceFrom, supersededDay } from './days.ts';
import { linkOf, type ViewContext, written } from './link.ts';

interface Asked {
  readonly context: ViewContext;
  /** What takes its place as a whole. */
  readonly whole: readonly Successor[];
  readonly byKey: ReadonlyMap<string, Brief>;
  readonly predecessors: readonly Brief[];
}

/**
 * What may be used beside a standard on the day shown. Between publication and implementation of the new edition either
 * may be (Administrative Measures for National Standards and for Sectoral Standards; domain rule 2.7 b); and so may the
 * edition and what has taken over a part of its uses, or a share of it, until the rest is taken over too.
 */
export function transitionOf(
  record: StandardRecord,
  asked: Asked,
): Pick<StatusView, 'usableBeside' | 'transitionEndsOn' | 'heldBeside' | 'servingBeside' | 'servingEndsOn'> {
  const { day } = asked.context;
  const { code } = statusAt(record, day);
  const link = (brief: Brief) => linkOf(brief, asked.context);
  const none = { usableBeside: [], transitionEndsOn: undefined, heldBeside: [], servingBeside: [] };
  if (code === 'inForce')
    return {
      usableBeside: successorsThat(asked, (brief) => isWaiting(brief, day)).map(({ brief }) => link(brief)),
      transitionEndsOn: supersededDay(record)?.written,
      heldBeside: successorsThat(asked, (brief) => statusAt(brief, day).code === 'inForce').map((one) =>
        heldBeside(one.brief, asked.context),
      ),
      ...serving(record, asked),
    };
  if (code !== 'notYetInForce' || !isWaiting(record, day)) return none;
  const beside = asked.predecessors.filter((one) => statusAt(one, day).code === 'inForce');
  if (beside.length === 0) return none;
  const { servingEndsOn } = serving(record, asked);
  return { ...none, usableBeside: beside.map(link), transitionEndsOn: servingEndsOn ?? inForceFrom(record) };
}

/** What it replaces and what still holds, with the last of the days until which that does. */
function serving(record: StandardRecord, asked: Asked): Pick<StatusView, 'servingBeside' | 'servingEndsOn'> {
  const held = ongoing(record, asked);
  return {
    servingBeside: held.map((brief) => linkOf(brief, asked.context)),
    servingEndsOn: held
      .flatMap((brief) => supersededDay(brief) ?? [])
      .toSorted((one, other) => (isLater(one, other) ? 1 : -1))
      .at(-1)?.written,
  };
}

function successorsThat(
  { whole, byKey }: Asked,
  isSo: (brief: Brief) => boolean,
): readonly { readonly successor: Successor; readonly brief: Brief }[] {
  return whole.flatMap((successor) => {
    const brief = byKey.get(successor.numberKey);
    return brief !== undefined && isSo(brief) ? [{ successor, brief }] : [];
  });
}

/** Predecessors that still hold although this standard begins, or has begun, to take their place. */
function ongoing(record: StandardRecord, { predecessors, context }: Asked): readonly Brief[] {
  return predecessors.filter(
    (one) =>
      statusAt(one, context.day).code === 'inForce' &&
      one.successors.some((successor) => successor.isAwaited && successor.registered?.standardId === record.standardId),
  );
}

function heldBeside(brief: Brief, context: ViewContext): HeldBesideView {
  const scopes = (isBegun: boolean) =>
    brief.implementations
      .filter((one) => (one.date !== undefined && one.date.first <= context.day) === isBegun)
      .flatMap((one) => (one.scope === undefined ? [] : [written(one.scope)]));
  return {
    standard: linkOf(brief, context),
    since: brief.days.first?.written,
    begunFor: scopes(true),
    notYetFor: scopes(false),
    isWhole: brief.days.last !== null && brief.days.last.first <= context.day,
  };
}

function isWaiting(brief: Brief, day: string): boolean {
  const isPublished = brief.publishedOn !== null && brief.publishedOn <= day;
  return isPublished && statusAt(brief, day).code === 'notYetInForce';
}
