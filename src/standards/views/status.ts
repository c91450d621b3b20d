import { addMonths } from '../../foundation/clock.ts';
import type { StatusFlag } from '../../portal/register-codes.ts';
import type { StandardLink } from '../pages/standard-link.ts';
import type { StageView, StatusView } from '../pages/standard-view.ts';
import type { Brief } from '../queries/brief.ts';
import type { StandardRecord } from '../queries/record.ts';
import type { Successor } from '../successors.ts';
import { statusAsStated } from './days.ts';
import { codeName, linkOf, unregistered, type ViewContext, written } from './link.ts';
import { sourceView } from './naming.ts';
import { transitionOf } from './transition.ts';

/** The standards around one that its status speaks of. */
export interface Surroundings {
  /** By the key of the number. */
  readonly byKey: ReadonlyMap<string, Brief>;
  /** What it replaces, as far as registered. */
  readonly predecessors: readonly Brief[];
}

/** Status on the day shown, with everything its sentence needs. */
export function statusView(record: StandardRecord, around: Surroundings, context: ViewContext): StatusView {
  const status = statusAsStated(record, context.day);
  const whole = endingOrNamed(record.successors.filter((one) => one.whole));
  const partial = record.successors.filter((one) => !one.whole);
  const link = (one: { readonly number: string; readonly numberKey: string }): StandardLink => {
    const brief = around.byKey.get(one.numberKey);
    return brief ? linkOf(brief, context) : unregistered(one.number);
  };
  const isPartly = partial.some((one) => one.inForceOn !== null && one.inForceOn <= context.day);
  const suspension = suspensionOn(record, context.day);
  const ended = status.code === 'withdrawn' || status.code === 'numberCancelled' ? record.withdrawal : null;
  return {
    code: status.code,
    flags: [
      ...(isPartly ? (['partlyReplaced'] as const) : []),
      ...(suspension ? (['suspended'] as const) : []),
    ] satisfies readonly StatusFlag[],
    since: status.since?.written,
    until: status.until?.written,
    isCertain: status.isCertain,
    replacedBy: whole.map(link),
    partlyReplacedBy: partial.map(link),
    contradicting: [...new Map(record.contradicting.map((one) => [one.numberKey, one])).values()].map(link),
    ...transitionOf(record, { ...around, context, whole }),
    suspension: suspension && {
      from: suspension.from,
      until: suspension.until,
      by: textOf(suspension.by),
      reason: textOf(suspension.reason),
    },
    endedBy: textOf(ended?.by),
    reason: textOf(ended?.reason),
    useInstead: (ended?.instead ?? []).map((number) => link({ number, numberKey: number })),
    replacedPart: textOf(partial.find((one) => one.locality !== null)?.locality ?? undefined),
    stage: status.code === 'inDevelopment' ? stageView(record.stage, context) : undefined,
    reportedBy:
      status.basis === 'reported' && record.reportedSource !== null
        ? sourceView(context, record.reportedSource, record.reportedOn)
        : undefined,
    review: reviewOf(record),
  };
}

function textOf(text: string | undefined) {
  return text === undefined || text === '' ? undefined : written(text);
}

/** What ends it; as long as nothing does, what is named as its successor and not given up, be it a draft or in no register. */
function endingOrNamed(all: readonly Successor[]): readonly Successor[] {
  const whole = all.filter((one) => !one.isGivenUp);
  const ending = whole.filter((one) => one.isAwaited);
  return ending.length > 0 ? ending : whole;
}

function suspensionOn(record: StandardRecord, day: string) {
  return record.suspensions.find((one) => one.from <= day && (one.until === undefined || day < one.until));
}

/** The stage of a document in development: `iso 40.60`, `cn 30`. */
export function stageView(stage: string | null, context: ViewContext): StageView | undefined {
  const [, scheme, code] = /^(iso|cn) (\d\d(?:\.\d\d)?)$/.exec(stage ?? '') ?? [];
  if ((scheme !== 'iso' && scheme !== 'cn') || code === undefined) return undefined;
  const name =
    codeName(context, 'stages', `${scheme} ${code}`) ?? codeName(context, 'stages', `${scheme} ${code.slice(0, 2)}`);
  return name === undefined ? undefined : { scheme, code, name };
}

/** A review is generally due within five years (Standardization Law, art. 29); said only where this register holds one. */
const reviewMonths = 60;

function reviewOf({ reviewedOn }: StandardRecord): StatusView['review'] {
  return reviewedOn === null ? undefined : { dueOn: addMonths(reviewedOn, reviewMonths), lastOn: reviewedOn };
}
