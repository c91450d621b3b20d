import { type CalendarDay, dayNumber, firstDayOf, firstDayOfYear, partsOf, type WrittenDate } from './calendar.ts';

/** One edition on the time axis; absent days are unknown, not open. */
export interface TimelineLane {
  readonly label: string;
  readonly href?: string | undefined;
  readonly isThis: boolean;
  readonly publishedOn?: WrittenDate | undefined;
  readonly inForceFrom?: WrittenDate | undefined;
  readonly endedOn?: WrittenDate | undefined;
  /** Ended, whether or not the day is recorded. */
  readonly hasEnded: boolean;
  /** Year of the number: where a lane without days is drawn. */
  readonly yearOfNumber?: number | undefined;
}

export interface Bar {
  readonly kind: 'solid' | 'outline' | 'dashed';
  readonly from: number;
  readonly to: number;
}

export interface TimelineGeometry {
  readonly labelWidth: number;
  readonly ticks: readonly { readonly year: number; readonly x: number }[];
  readonly lanes: readonly { readonly lane: TimelineLane; readonly bars: readonly Bar[] }[];
  readonly askedX: number;
  /** Both editions may be used: from publication of this edition to its implementation. */
  readonly transition?: { readonly from: number; readonly to: number } | undefined;
}

export const timelineWidth = 960;
const right = 900;
// A dashed piece stands for "the register does not know the day"; its length means nothing.
const dash = 22;

interface Scale {
  readonly x: (day: WrittenDate) => number;
  readonly left: number;
  readonly end: number;
  readonly asked: CalendarDay;
}

/** Places editions on a time axis. Lanes with neither day nor year cannot be placed and get no bar. */
export function timelineGeometry(
  lanes: readonly TimelineLane[],
  asked: CalendarDay,
  today: CalendarDay,
): TimelineGeometry {
  const labelWidth = Math.min(320, Math.max(150, 24 + 7.4 * Math.max(0, ...lanes.map((lane) => lane.label.length))));
  const starts = lanes.map(startOf).filter((day) => day !== undefined);
  const days = [...starts, ...lanes.flatMap((lane) => [lane.endedOn, lane.inForceFrom]), asked, today]
    .filter((day) => day !== undefined)
    .map(firstDayOf)
    .sort();
  const firstYear = partsOf(days[0] ?? asked).year;
  const lastDay = days.at(-1) ?? asked;
  const begin = dayNumber(firstDayOfYear(firstYear));
  const length = Math.max(1, dayNumber(lastDay) - begin);
  const x = (day: WrittenDate) =>
    round(labelWidth + ((dayNumber(firstDayOf(day)) - begin) / length) * (right - labelWidth));
  const scale: Scale = { x, left: labelWidth, end: x(asked > today ? asked : today), asked };
  return {
    labelWidth,
    ticks: ticksBetween(firstYear, partsOf(lastDay).year).map((year) => ({ year, x: x(firstDayOfYear(year)) })),
    lanes: lanes.map((lane, index) => ({ lane, bars: barsOf(lane, lanes.slice(index + 1), scale) })),
    askedX: x(asked),
    transition: transitionOf(lanes, x),
  };
}

function startOf(lane: TimelineLane): WrittenDate | undefined {
  return (
    lane.publishedOn ??
    lane.inForceFrom ??
    (lane.yearOfNumber === undefined ? undefined : String(lane.yearOfNumber).padStart(4, '0'))
  );
}

function barsOf(lane: TimelineLane, later: readonly TimelineLane[], scale: Scale): readonly Bar[] {
  const start = startOf(lane);
  if (start === undefined) return lane.endedOn === undefined ? [] : endOnly(scale.x(lane.endedOn));
  const begin = scale.x(start);
  const end = endOf(lane, later, scale, begin);
  const body: Bar['kind'] = isInForce(lane, scale.asked) ? 'solid' : 'outline';
  if (lane.publishedOn === undefined && lane.inForceFrom === undefined) {
    // Only the year of the number places it: the beginning is unknown, and the whole bar when the end is unknown too.
    if (end.isUnknown) return [{ kind: 'dashed', from: begin, to: end.at }];
    const known = Math.min(begin + dash, end.at);
    return compact([
      { kind: 'dashed', from: begin, to: known },
      { kind: body, from: known, to: end.at },
    ]);
  }
  const force = lane.inForceFrom === undefined ? begin : Math.min(scale.x(lane.inForceFrom), end.at);
  const known = end.isUnknown ? Math.max(force, end.at - dash) : end.at;
  return compact([
    { kind: 'outline', from: begin, to: force },
    { kind: body, from: force, to: known },
    { kind: 'dashed', from: known, to: end.at },
  ]);
}

// Solid is what holds on the asked day, whichever edition the page is about; this one also where it will hold.
function isInForce(lane: TimelineLane, asked: CalendarDay): boolean {
  const isOver = lane.endedOn === undefined ? lane.hasEnded : firstDayOf(lane.endedOn) <= asked;
  if (isOver) return false;
  const start = lane.inForceFrom ?? lane.publishedOn;
  return lane.isThis || start === undefined || firstDayOf(start) <= asked;
}

function endOf(lane: TimelineLane, later: readonly TimelineLane[], scale: Scale, begin: number) {
  if (lane.endedOn !== undefined) return { at: Math.max(begin, scale.x(lane.endedOn)), isUnknown: false };
  if (!lane.hasEnded) {
    const isStarted = lane.publishedOn !== undefined || lane.inForceFrom !== undefined;
    // Not yet in force: the bar runs on to the day it will be.
    const until = lane.inForceFrom === undefined ? scale.end : Math.max(scale.end, scale.x(lane.inForceFrom));
    return { at: Math.max(begin + 2, until), isUnknown: !isStarted };
  }
  const next = later.map(startOf).find((day) => day !== undefined && scale.x(day) > begin);
  return { at: next === undefined ? Math.min(right, begin + 2 * dash) : scale.x(next), isUnknown: true };
}

function endOnly(end: number): readonly Bar[] {
  return [{ kind: 'dashed', from: end - dash, to: end }];
}

function compact(bars: readonly Bar[]): readonly Bar[] {
  return bars.filter((bar) => bar.to - bar.from > 0.05);
}

// Between publication and implementation either edition may be used (Administrative Measures for National Standards).
function transitionOf(lanes: readonly TimelineLane[], x: (day: WrittenDate) => number) {
  const own = lanes.find((lane) => lane.isThis);
  if (own?.publishedOn === undefined || own.inForceFrom === undefined) return undefined;
  const { publishedOn, inForceFrom } = own;
  if (firstDayOf(inForceFrom) <= firstDayOf(publishedOn)) return undefined;
  const isOverlapped = lanes.some((lane) => !lane.isThis && lane.endedOn !== undefined && lane.endedOn > publishedOn);
  return isOverlapped ? { from: x(publishedOn), to: x(inForceFrom) } : undefined;
}

function ticksBetween(first: number, last: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => (last - first) / candidate <= 8) ?? 100;
  const begin = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - begin) / step) + 1 }, (_, index) => begin + index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
