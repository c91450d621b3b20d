import { describe, expect, it } from 'vitest';
import { parcelEvents, parcelRows } from '../../tests/support/parcels.ts';
import { countDifference } from './count-ledger.ts';
import { eventTypes, type RecordedEvent } from './events.ts';
import { changeFrom, foldStream, type ProjectedRow, stateFrom } from './projection.ts';

type Said = readonly [
  act: number,
  type: string,
  data: Record<string, unknown>,
  more?: { readonly validOn?: string; readonly corrects?: number },
];

const at = (act: number): string => `2026-01-0${act}T00:00:00.000Z`;
const history = (...said: readonly Said[]): readonly RecordedEvent[] =>
  said.map(([act, type, data, more = {}], index) => ({
    homeId: 'home',
    streamId: 'stream',
    version: index + 1,
    kind: 'parcel',
    type,
    schema: 1,
    data,
    actHomeId: 'home',
    actId: `act ${act}`,
    recordedAt: at(act),
    ...more,
  }));
const rowsOf = (events: readonly RecordedEvent[]): readonly ProjectedRow[] =>
  foldStream(events, () => [parcelRows])?.rows.get('parcel') ?? [];
const brief = ({ rowNo, valid, content, knownFrom, knownUntil }: ProjectedRow) =>
  [rowNo, valid.from, valid.until, content['label'], knownFrom.slice(8, 10), knownUntil?.slice(8, 10)] as const;

const opened: Said = [1, 'parcel-opened', { code: 'A', label: 'one' }];

describe('a row', () => {
  it('is split where its contents change on a day, and the one row known so far gets an end', () => {
    const rows = rowsOf(history(opened, [2, 'parcel-labelled', { label: 'two' }, { validOn: '2026-05-01' }]));
    expect(rows.map(brief)).toEqual([
      [1, undefined, undefined, 'one', '01', '02'],
      [2, undefined, '2026-05-01', 'one', '02', undefined],
      [3, '2026-05-01', undefined, 'two', '02', undefined],
    ]);
  });

  it('whose contents do not change stays known since it was first known', () => {
    const rows = rowsOf(history(opened, [2, 'parcel-labelled', { label: 'one' }]));
    expect(rows.map(brief)).toEqual([[1, undefined, undefined, 'one', '01', undefined]]);
  });

  it('opened and closed by one act is not kept', () => {
    const rows = rowsOf(history(opened, [1, 'parcel-labelled', { label: 'two' }]));
    expect(rows.map(brief)).toEqual([[1, undefined, undefined, 'two', '01', undefined]]);
  });

  it('that holds again after it was given up is a new row with a new number', () => {
    const rows = rowsOf(
      history(opened, [2, 'parcel-labelled', { label: 'two' }], [3, 'parcel-labelled', { label: 'one' }]),
    );
    expect(rows.map(brief)).toEqual([
      [1, undefined, undefined, 'one', '01', '02'],
      [2, undefined, undefined, 'two', '02', '03'],
      [3, undefined, undefined, 'one', '03', undefined],
    ]);
  });
});

describe('a correction', () => {
  const later: Said = [2, 'parcel-labelled', { label: 'two' }, { validOn: '2026-05-01' }];

  it('takes the place of what it corrects, and what came after stands on the corrected ground', () => {
    const rows = rowsOf(history(opened, later, [3, 'parcel-restated', { code: 'A', label: 'uno' }, { corrects: 1 }]));
    expect(rows.filter((row) => row.knownUntil === undefined).map(brief)).toEqual([
      [3, '2026-05-01', undefined, 'two', '02', undefined],
      [4, undefined, '2026-05-01', 'uno', '03', undefined],
    ]);
  });

  it.each([
    ['the original', 1],
    ['the earlier correction', 2],
  ])('may itself be corrected, whether the later one names %s', (_name, corrects) => {
    const restated = (label: string, act: number, of: number): Said => [
      act,
      'parcel-restated',
      { code: 'A', label },
      { corrects: of },
    ];
    const rows = rowsOf(history(opened, restated('uno', 2, 1), restated('eins', 3, corrects), restated('un', 4, 1)));
    expect(rows.map(brief)).toEqual([
      [1, undefined, undefined, 'one', '01', '02'],
      [2, undefined, undefined, 'uno', '02', '03'],
      [3, undefined, undefined, 'eins', '03', '04'],
      [4, undefined, undefined, 'un', '04', undefined],
    ]);
  });
});

it('after an annulment no row is known, and the rows known before keep their days', () => {
  const rows = rowsOf(history(opened, [2, 'parcel-annulled', { code: 'A', reason: 'error' }]));
  expect(rows.map(brief)).toEqual([[1, undefined, undefined, 'one', '01', '02']]);
});

describe('days in law', () => {
  const row = { valid: { from: '2026-01-01', until: '2027-01-01' }, content: { label: 'a' } };

  it('a new state ends what held from its day on and leaves what held before', () => {
    expect(stateFrom([row], { validOn: '2026-06-01' }, { label: 'b' })).toEqual([
      { valid: { from: '2026-01-01', until: '2026-06-01' }, content: { label: 'a' } },
      { valid: { from: '2026-06-01' }, content: { label: 'b' } },
    ]);
    expect(stateFrom([row], { validOn: '2025-01-01' }, { label: 'b' })).toEqual([
      { valid: { from: '2025-01-01' }, content: { label: 'b' } },
    ]);
    expect(stateFrom([row], { validOn: '2028-01-01' }, { label: 'b' })[0]).toEqual(row);
  });

  it('a change keeps the days of every row and splits the one that its day falls in', () => {
    expect(changeFrom([row], { validOn: '2026-06-01' }, { label: 'b' })).toEqual([
      { valid: { from: '2026-01-01', until: '2026-06-01' }, content: { label: 'a' } },
      { valid: { from: '2026-06-01', until: '2027-01-01' }, content: { label: 'b' } },
    ]);
    expect(changeFrom([row], { validOn: '2026-01-01' }, { label: 'b' })).toEqual([{ ...row, content: { label: 'b' } }]);
    expect(changeFrom([row], { validOn: '2027-01-01' }, { label: 'b' })).toEqual([row]);
    expect(changeFrom([row], {}, { label: 'b' })).toEqual([{ ...row, content: { label: 'b' } }]);
  });
});

describe('the ledger of counts', () => {
  const counted = (before: readonly ProjectedRow[], after: readonly ProjectedRow[]) =>
    countDifference(parcelRows, { before, after, homeId: 'home', knownOn: '2026-01-02' }).map(({ values }) => [
      values[9],
      values[10],
    ]);

  it('gets a plus for what holds now and a reversing minus for what holds no more', () => {
    const before = rowsOf(history(opened));
    const after = rowsOf(history(opened, [2, 'parcel-labelled', { label: 'two' }]));
    expect(counted([], before)).toEqual([['one', 1]]);
    expect(counted(before, after)).toEqual([
      ['one', -1],
      ['two', 1],
    ]);
  });

  it('gets nothing where a change concerns no count', () => {
    const before = rowsOf(history(opened));
    const after = rowsOf(history(opened, [2, 'parcel-weighed', { grams: 5 }]));
    expect(after).toHaveLength(2);
    expect(counted(before, after)).toEqual([]);
  });

  it('gives back by an annulment everything a thing was counted for', () => {
    const before = rowsOf(history(opened, [2, 'parcel-labelled', { label: 'two' }]));
    const after = rowsOf(
      history(opened, [2, 'parcel-labelled', { label: 'two' }], [3, 'parcel-annulled', { code: 'A', reason: 'x' }]),
    );
    expect(counted(before, after)).toEqual([['two', -1]]);
  });
});

describe('schemas of events', () => {
  const types = eventTypes(parcelEvents);

  it('an event of an old schema is read in the newest, step by step', () => {
    expect(types.upToDate('parcel-weighed', 1, { kilograms: 2 })).toEqual({ grams: 2_000 });
    expect(types.upToDate('parcel-weighed', 2, { grams: 5 })).toEqual({ grams: 5 });
  });

  it('a type that this version does not know, or that has a hole in its steps, stops the reading', () => {
    expect(() => types.upToDate('parcel-lost', 1, {})).toThrow('not known to this version');
    const [weighed] = parcelEvents.filter(({ type }) => type === 'parcel-weighed');
    const holed = eventTypes(weighed ? [{ ...weighed, steps: {} }] : []);
    expect(() => holed.upToDate('parcel-weighed', 1, { kilograms: 2 })).toThrow('no step from schema 1');
  });

  it('two types of one name are refused', () => {
    expect(() => eventTypes([...parcelEvents, ...parcelEvents])).toThrow('same name');
  });
});
