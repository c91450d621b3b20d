import type { CalendarDay, WrittenDate } from './calendar.ts';
import { WrittenDay } from './dates.tsx';
import type { Language } from './languages.ts';
import { NumberLink } from './result-row.tsx';
import { textWidth } from './text-width.ts';
import { type PortalKey, portalText } from './texts.ts';
import {
  type Bar,
  type TimelineGeometry,
  type TimelineLane,
  timelineGeometry,
  timelineWidth,
} from './timeline-geometry.ts';

interface TimelineProps {
  readonly lang: Language;
  readonly id: string;
  readonly lanes: readonly TimelineLane[];
  readonly asked: CalendarDay;
  readonly today: CalendarDay;
}

/** Editions on a time axis, with the same content as a list for narrow screens and screen readers. */
export function Timeline({ lang, id, lanes, asked, today }: TimelineProps) {
  const t = portalText(lang);
  const geometry = timelineGeometry(lanes, asked, today);
  const height = 72 + lanes.length * 38;
  return (
    <div class="draw">
      <svg viewBox={`0 0 ${timelineWidth} ${height}`} role="img" aria-labelledby={id}>
        <title id={id}>{t('timeline.title')}</title>
        <Background lang={lang} geometry={geometry} height={height} />
        {geometry.lanes.map(({ lane, bars }, index) => (
          <Lane lang={lang} lane={lane} bars={bars} y={44 + index * 38} geometry={geometry} />
        ))}
        <path class="k" stroke-width="2" d={`M${geometry.askedX} 24V${height - 24}`} />
        <text class="b" x={Math.min(geometry.askedX, timelineWidth - 40)} y="18" text-anchor="middle">
          {asked === today ? t('timeline.today') : t('timeline.asked')}
        </text>
      </svg>
      <ol class="alt line">
        {lanes.map((lane) => (
          <li class={lane.isThis ? 'on' : undefined}>
            {lane.isThis ? <b>{lane.label}</b> : <NumberLink number={lane.label} href={lane.href} />}
            <br />
            <LaneNote lang={lang} lane={lane} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface BackgroundProps {
  readonly lang: Language;
  readonly geometry: TimelineGeometry;
  readonly height: number;
}

function Background({ lang, geometry, height }: BackgroundProps) {
  const t = portalText(lang);
  const { transition, ticks, askedX } = geometry;
  // The two labels above the axis keep apart.
  const isCrowded = transition !== undefined && Math.abs(askedX - transition.from) < 110;
  return (
    <>
      {transition === undefined ? null : (
        <>
          <rect class="washf" x={transition.from} y="24" width={transition.to - transition.from} height={height - 52} />
          <text
            class="s"
            x={isCrowded ? Math.min(askedX - 46, transition.from) : transition.from + 4}
            y="18"
            text-anchor={isCrowded ? 'end' : 'start'}
          >
            {t('timeline.transition')}
          </text>
        </>
      )}
      {ticks.map(({ year, x }) => (
        <>
          <path class="lr" d={`M${x} 30V${height - 28}`} />
          <text class="s" x={x} y={height - 8} text-anchor="middle">
            {year}
          </text>
        </>
      ))}
    </>
  );
}

interface LaneProps {
  readonly lang: Language;
  readonly lane: TimelineLane;
  readonly bars: readonly Bar[];
  readonly y: number;
  readonly geometry: TimelineGeometry;
}

function Lane({ lang, lane, bars, y, geometry }: LaneProps) {
  const { key, days } = noteOf(lane);
  const note = portalText(lang)(key, days);
  const place = notePlace(note, bars, geometry.labelWidth);
  return (
    <>
      <text class={lane.isThis ? 'b' : 's'} x="0" y={y + 15}>
        {lane.label}
      </text>
      {bars.map((bar) => (
        <rect class={barClass(bar, lane.isThis)} x={bar.from} y={y} width={round(bar.to - bar.from)} height="20" />
      ))}
      {place === undefined ? null : (
        <text class={lane.isThis ? 'h' : 's h'} x={place.x} y={y + 15} text-anchor={place.anchor}>
          {note}
        </text>
      )}
    </>
  );
}

function barClass(bar: Bar, isThis: boolean): string {
  if (bar.kind === 'solid') return 'ink';
  if (bar.kind === 'dashed') return 'l dash';
  return isThis ? 'leaff k' : 'l';
}

// Before the bar where there is room, else wholly inside an outlined piece, else behind it; the list says it in any case.
function notePlace(note: string, bars: readonly Bar[], left: number) {
  const width = textWidth(note, 14);
  const from = bars[0]?.from;
  const to = bars.at(-1)?.to;
  if (from === undefined || to === undefined) return { x: left, anchor: 'start' };
  if (from - 8 - width > left) return { x: round(from - 8), anchor: 'end' };
  const around = bars.find((bar) => bar.kind === 'outline' && bar.from + width + 16 <= bar.to);
  if (around !== undefined) return { x: round(around.from + 8), anchor: 'start' };
  if (to + 8 + width < timelineWidth) return { x: round(to + 8), anchor: 'start' };
  return undefined;
}

interface NoteDays {
  readonly key: PortalKey;
  readonly days: Readonly<Record<string, WrittenDate>>;
}

/** What is known of an edition's days, and the sentence that says it. */
function noteOf({ publishedOn, inForceFrom, endedOn, hasEnded }: TimelineLane): NoteDays {
  const start = inForceFrom ?? publishedOn;
  if (start === undefined) {
    if (endedOn !== undefined) return { key: 'timeline.noStart', days: { ended: endedOn } };
    return { key: hasEnded ? 'timeline.noDays' : 'timeline.noStartYet', days: {} };
  }
  if (endedOn !== undefined) return { key: 'timeline.ended', days: { start, ended: endedOn } };
  if (hasEnded) return { key: 'timeline.noEnd', days: { start } };
  if (inForceFrom === undefined) return { key: 'timeline.published', days: { published: start } };
  if (publishedOn === undefined) return { key: 'timeline.inForce', days: { start } };
  return { key: 'timeline.both', days: { published: publishedOn, start } };
}

function LaneNote({ lang, lane }: { readonly lang: Language; readonly lane: TimelineLane }) {
  const { key, days } = noteOf(lane);
  const elements = Object.entries(days).map(([name, date]) => [name, <WrittenDay lang={lang} date={date} />] as const);
  return <span class="small soft">{portalText(lang).rich(key, Object.fromEntries(elements))}</span>;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
