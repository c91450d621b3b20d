import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';
import { Timeline } from './timeline.tsx';
import { type TimelineLane, timelineGeometry } from './timeline-geometry.ts';

const lane = (label: string, days: Partial<TimelineLane> = {}): TimelineLane => ({
  label,
  isThis: false,
  hasEnded: false,
  ...days,
});
const kinds = (lanes: readonly TimelineLane[], index: number) =>
  timelineGeometry(lanes, '2026-08-15', '2026-08-15').lanes[index]?.bars.map(({ kind }) => kind);

const old = lane('GB 1-1995', { hasEnded: true, yearOfNumber: 1995 });
const former = lane('GB 1-2007', { hasEnded: true, yearOfNumber: 2007, endedOn: '2023-05-01' });
const present = lane('GB 1-2020', { isThis: true, publishedOn: '2020-04-09', inForceFrom: '2023-05-01' });

test('an edition of which no day is known is dashed from end to end', () => {
  expect(kinds([old, former, present], 0)).toEqual(['dashed']);
});

test('an unknown beginning is dashed, the known rest outlined', () => {
  expect(kinds([old, former, present], 1)).toEqual(['dashed', 'outline']);
});

test('this edition is outlined until it is in force, then solid up to today', () => {
  expect(kinds([old, former, present], 2)).toEqual(['outline', 'solid']);
});

test('an end that is known to have come, but not when, is dashed', () => {
  expect(kinds([lane('GB 2-2000', { inForceFrom: '2000-05', hasEnded: true }), present], 0)).toEqual([
    'outline',
    'dashed',
  ]);
});

test('an edition without day or year has no bar and still its place in the list', () => {
  const unknown = lane('Q/X 1');
  expect(kinds([unknown, present], 0)).toEqual([]);
  expect(String(<Timeline lang="en" id="t" lanes={[unknown]} asked="2026-08-15" today="2026-08-15" />)).toContain(
    'start day not recorded',
  );
});

test('the window in which both editions may be used lies between publication and implementation', () => {
  const { transition, lanes } = timelineGeometry([former, present], '2026-08-15', '2026-08-15');
  const [outlined, solid] = lanes[1]?.bars ?? [];
  expect(transition).toEqual({ from: outlined?.from, to: solid?.from });
  expect(timelineGeometry([present], '2026-08-15', '2026-08-15').transition).toBeUndefined();
});

test('the asked day stands where its date is, also before and after all editions', () => {
  for (const asked of ['1990-01-01', '2010-06-01', '2040-01-01']) {
    const { askedX, lanes, labelWidth } = timelineGeometry([old, former, present], asked, '2026-08-15');
    expect(askedX).toBeGreaterThanOrEqual(labelWidth);
    expect(askedX).toBeLessThanOrEqual(900);
    for (const { bars } of lanes) for (const bar of bars) expect(bar.to).toBeGreaterThan(bar.from);
  }
});

test('what is drawn also stands in the list', () => {
  const html = String(
    <Timeline lang="zh-Hans" id="t" lanes={[old, former, present]} asked="2026-08-15" today="2026-08-15" />,
  );
  const list = html.slice(html.indexOf('<ol'));
  for (const words of ['GB 1-1995', '起止日未登记', 'GB 1-2007', '2023年5月1日', '2020年4月9日'])
    expect(list).toContain(words);
});

test('solid is what holds on the asked day, also when the page is about the edition before it', () => {
  const before = lane('GB 1-2007', { isThis: true, hasEnded: true, publishedOn: '2007-01-01', endedOn: '2023-05-01' });
  const after = { ...present, isThis: false };
  const on = (asked: string) =>
    timelineGeometry([before, after], asked, '2026-08-15').lanes.map(({ bars }) => bars.at(-1)?.kind);
  expect(on('2026-08-15')).toEqual(['outline', 'solid']);
  expect(on('2021-06-30')).toEqual(['solid', 'outline']);
});

test('a day of the first centuries stands on the axis like any other', () => {
  for (const asked of ['0001-01-01', '0033-04-03', '0100-01-01', '0999-12-31']) {
    const { askedX, ticks, labelWidth } = timelineGeometry([former, present], asked, '2026-08-15');
    expect(askedX).toBeGreaterThanOrEqual(labelWidth);
    expect(ticks.every(({ x }) => x >= labelWidth)).toBe(true);
  }
});

test.each(['en', 'zh-Hans'] as const)('a label in %s stands beside its bar or wholly inside it', (lang) => {
  // Thirteen editions of a few years each: the earliest have no room before their bars.
  const lanes = Array.from({ length: 13 }, (_, place) =>
    lane(`GB/T 77710-${1969 + 4 * place}`, {
      publishedOn: `${1969 + 4 * place}-03-01`,
      inForceFrom: `${1969 + 4 * place}-09-01`,
      endedOn: `${1973 + 4 * place}-09-01`,
      hasEnded: true,
    }),
  );
  const drawing = String(<Timeline lang={lang} id="t" lanes={lanes} asked="2026-08-15" today="2026-08-15" />);
  const labels = [...drawing.matchAll(/<text class="s h" x="([\d.]+)" y="(\d+)" text-anchor="(start|end)">([^<]+)</g)];
  const bars = [...drawing.matchAll(/<rect class="[^"]*" x="([\d.]+)" y="(\d+)" width="([\d.]+)" height="20"/g)];
  expect(labels.length).toBe(lanes.length);
  for (const [, x, y, anchor, words = ''] of labels) {
    const width = textWidth(words, 14);
    const left = anchor === 'start' ? Number(x) : Number(x) - width;
    expect(left + width).toBeLessThan(960);
    for (const [, from, top, length] of bars.filter(([, , top]) => Number(top) + 15 === Number(y))) {
      const [start, end] = [Number(from), Number(from) + Number(length)];
      const isBeside = left + width <= start || left >= end;
      const isInside = left >= start && left + width <= end;
      expect(isBeside || isInside, `${words} at ${left} beside ${start} to ${end} of ${top}`).toBe(true);
    }
  }
});
