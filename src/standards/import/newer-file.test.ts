import { beforeEach, describe, expect, test } from 'vitest';
import { emptyImportDesk, type ImportDesk, today } from '../../../tests/support/import-desk.ts';
import { isoRow, jsonLines } from '../../../tests/support/office-sheets.ts';
import { previewFile } from './import-file.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await emptyImportDesk();
});

const take = (
  rows: readonly unknown[],
  statedOn: string,
  more: { readonly source?: string; readonly key?: string } = {},
) => desk.take({ format: 'iso-open-data', path: desk.file('rows.jsonl', jsonLines(rows)), statedOn, ...more });

const ten = Array.from({ length: 10 }, (_, index) => isoRow(index + 1));

describe('the same file again', () => {
  test('changes nothing and makes no event', async () => {
    await take(ten, '2026-01-01');
    const events = await desk.count('event');
    expect(await take(ten, '2026-01-01')).toMatchObject({
      written: 0,
      unchanged: 10,
      events: 0,
      isRecordedAnswer: false,
    });
    expect(await desk.count('event')).toBe(events);
  });

  test('under the same key gives the recorded answer and no second act', async () => {
    const first = await take(ten, '2026-01-01', { key: 'delivery 7' });
    const again = await take(ten, '2026-01-01', { key: 'delivery 7' });
    expect(again).toMatchObject({ written: 10, isRecordedAnswer: true });
    expect(again.act).toEqual(first.act);
    expect(await desk.count('act')).toBe(1);
  });

  test('under a key that was used for another file is a conflict', async () => {
    await take(ten, '2026-01-01', { key: 'delivery 7' });
    await expect(take(ten.slice(1), '2026-01-01', { key: 'delivery 7' })).rejects.toMatchObject({
      code: 'foundation.key-used-for-other-input',
    });
  });

  test('with its lines in another order and its members too', async () => {
    await take(ten, '2026-01-01');
    const turned = ten.toReversed().map((row) => Object.fromEntries(Object.entries(row).toReversed()));
    expect(await take(turned, '2026-01-01')).toMatchObject({ written: 0, unchanged: 10 });
  });

  test('a standard named twice in it is entered once, and both rows are told', async () => {
    const rows = [isoRow(1), isoRow(1), isoRow(1, { edition: 2 })];
    const report = await take(rows, '2026-01-01');
    expect(report).toMatchObject({ written: 1, unchanged: 1, rejected: 1 });
    expect(report.doubts).toMatchObject([
      { row: 2, code: 'standards.row-repeated', details: { first: '1', second: '2' } },
    ]);
    expect(report.rejects).toMatchObject([
      { row: 3, problems: [{ code: 'standards.row-says-otherwise', details: { first: '1', second: '3' } }] },
    ]);
    expect(await desk.count('standard')).toBe(1);
  });

  test('with a number in two spellings whose rows differ changes nothing either', async () => {
    const list = [
      '标准编号,标准名称',
      'T/VSPA 1-2024,虚构一',
      'T/VSPA 2-2024,虚构二',
      't／vspa 1—2024,虚构三',
      '',
    ].join('\n');
    const file = { format: 'standards', path: desk.file('list.csv', list), statedOn: '2026-01-01' } as const;
    const first = await desk.take(file);
    expect(first).toMatchObject({ written: 2, unchanged: 0, rejected: 1 });
    expect(first.rejects).toMatchObject([{ row: 4, problems: [{ details: { first: '2', second: '4' } }] }]);
    expect(await desk.take(file)).toMatchObject({ written: 0, unchanged: 2, rejected: 1, events: 0 });
    expect(await desk.held('T/VSPA 1-2024')).toMatchObject({ title: '虚构一' });
    const preview = await previewFile(desk.deps, file);
    expect(preview.rejects).toMatchObject([{ row: 4, problems: [{ code: 'standards.row-says-otherwise' }] }]);
  });

  test('with a row that comes again two thousand rows later', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => isoRow(index + 1));
    const file = [...rows, isoRow(3, { edition: 2 })];
    expect(await take(file, '2026-01-01')).toMatchObject({ written: 2_000, rejected: 1 });
    expect(await take(file, '2026-01-01')).toMatchObject({ written: 0, unchanged: 2_000, rejected: 1, events: 0 });
  });
});

describe('a newer file', () => {
  test('makes an event only of the row that changed', async () => {
    await take(ten, '2026-01-01');
    const touched = ten.map((row) => (row['id'] === 4 ? { ...row, title: { en: 'Another fictitious title' } } : row));
    expect(await take(touched, '2026-02-01')).toMatchObject({ written: 1, unchanged: 9, events: 1 });
    expect(await desk.held('ISO 4:2020')).toMatchObject({ title: 'Another fictitious title' });
  });

  test('turns a draft into an edition that keeps its history and its old address', async () => {
    await take([isoRow(1, { reference: 'ISO/DIS 1', currentStage: 4020, publicationDate: null })], '2026-01-01');
    const draft = await desk.held('ISO/DIS 1');
    expect(draft).toMatchObject({ reportedState: 'inDevelopment', stage: 'iso 40.20' });
    expect(
      await take([isoRow(1, { reference: 'ISO 1:2026', publicationDate: '2026-02-10' })], '2026-03-01'),
    ).toMatchObject({ written: 1 });
    expect(await desk.held('ISO 1:2026')).toMatchObject({
      standardId: draft?.['standardId'],
      publishedAs: '2026-02-10',
      address: 'ISO-1-2026',
      stage: 'iso 60.60',
    });
    expect(await desk.held('ISO/DIS 1')).toBeUndefined();
    expect(await desk.count('claim')).toBeGreaterThanOrEqual(4);
  });

  test('does not withdraw a record that it leaves out', async () => {
    await take(ten, '2026-01-01');
    await take(ten.slice(1), '2026-02-01');
    expect(await desk.held('ISO 1:2020')).toMatchObject({ reportedState: 'inForce' });
  });

  test('cannot give a number that another record holds', async () => {
    await take(ten, '2026-01-01');
    const report = await take([isoRow(1, { reference: 'ISO 2:2020' })], '2026-02-01');
    expect(report.rejects).toMatchObject([
      { row: 1, problems: [{ code: 'standards.number-registered-otherwise', row: 1 }] },
    ]);
  });
});

test('an older file never overwrites a newer one', async () => {
  await take([isoRow(1, { title: { en: 'Newer' } })], '2026-05-01');
  expect(await take([isoRow(1, { title: { en: 'Older' } })], '2026-04-01')).toMatchObject({ written: 0, unchanged: 1 });
  expect(await desk.held('ISO 1:2020')).toMatchObject({ title: 'Newer' });
});

describe('a record that a newer file repeats', () => {
  const said = (title: string) => [isoRow(1, { title: { en: title } })];
  const title = async () => (await desk.held('ISO 1:2020'))?.['title'];

  test('is not overwritten by a file of a day between the two, and the sender is told which row was passed over', async () => {
    await take([...said('January'), isoRow(2)], '2026-01-01');
    await take([...said('January'), isoRow(2)], '2026-03-01');
    const report = await take([isoRow(3), ...said('February')], '2026-02-01');
    expect(report).toMatchObject({ written: 1, unchanged: 1, rejected: 0 });
    expect(report.doubts).toMatchObject([
      { row: 2, code: 'standards.statement-outdated', details: { statedOn: '2026-02-01', later: '2026-03-01' } },
    ]);
    expect(await title()).toBe('January');
    expect(await take(said('April'), '2026-04-01')).toMatchObject({ written: 1, doubts: [] });
    expect(await title()).toBe('April');
  });

  test('is confirmed with all others of the file by one event, and by none when the file is read again', async () => {
    await take(ten, '2026-01-01');
    const events = await desk.count('event');
    await take(ten, '2026-03-01');
    expect(await desk.count('event')).toBe(events + 1);
    await take(ten, '2026-03-01');
    await take(ten, '2026-02-01');
    expect(await desk.count('event')).toBe(events + 1);
  });

  test('leaves alone what that file does not hold: another office may have sent a list of its own', async () => {
    await take([...said('January'), isoRow(2)], '2026-01-01');
    await take([isoRow(2)], '2026-03-01');
    expect(await take(said('February'), '2026-02-01')).toMatchObject({ written: 1, doubts: [] });
    expect(await title()).toBe('February');
  });

  test('is told when an older file says otherwise, also where the newer one had changed it', async () => {
    await take(said('January'), '2026-01-01');
    await take(said('March'), '2026-03-01');
    expect((await take(said('February'), '2026-02-01')).doubts).toMatchObject([
      { row: 1, code: 'standards.statement-outdated', details: { later: '2026-03-01' } },
    ]);
    expect(await title()).toBe('March');
  });

  test('still has its relations resolved when their target arrives', async () => {
    await take([isoRow(1, { replaces: [9] })], '2026-01-01');
    await take([isoRow(1, { replaces: [9] })], '2026-03-01');
    expect((await take([isoRow(9)], '2026-02-01')).resolved).toBe(1);
    expect(await desk.held('ISO 1:2020')).toMatchObject({ relations: [{ target: 'ISO 9:2020' }] });
  });
});

test('two sources that disagree are both kept, and the better ranked is shown', async () => {
  await take([isoRow(1, { publicationDate: '2020-03-02' })], '2026-05-01', { source: 'iso-catalogue-sample' });
  await take([isoRow(1, { publicationDate: '2020-03-01' })], '2026-04-01');
  expect(await desk.held('ISO 1:2020')).toMatchObject({ publishedAs: '2020-03-01', hasConflict: true });
  expect([await desk.count('standard_source'), await desk.count('claim')]).toEqual([2, 5]);
});

describe('relations that name their target by its id', () => {
  test('hold by number within one file, whatever the order of its lines', async () => {
    const report = await take([isoRow(1, { replacedBy: [2] }), isoRow(2, { replaces: [1] })], today);
    expect(report.doubts).toEqual([]);
    expect(await desk.held('ISO 1:2020')).toMatchObject({ relations: [{ kind: 'replacedBy', key: 'ISO 2:2020' }] });
  });

  test('hold by number when the target was registered before', async () => {
    await take([isoRow(2)], today);
    await take([isoRow(1, { replaces: [2] })], today);
    expect(await desk.held('ISO 1:2020')).toMatchObject({ relations: [{ kind: 'replaces', target: 'ISO 2:2020' }] });
  });

  test('are kept by the id, told as doubtful, and hold by number as soon as the target arrives', async () => {
    const first = await take([isoRow(1, { replaces: [2, 3] })], '2026-01-01');
    expect(first.doubts.map(({ code, field }) => [code, field])).toEqual([
      ['standards.target-id-unknown', 'replaces'],
      ['standards.target-id-unknown', 'replaces'],
    ]);
    expect((await take([isoRow(2)], '2026-02-01')).resolved).toBe(1);
    expect(await desk.held('ISO 1:2020')).toMatchObject({
      relations: [{ target: 'ISO 2:2020' }, { target: 'iso-id:3' }],
    });
    // Read again, the first file says what the register now holds.
    expect(await take([isoRow(1, { replaces: [2, 3] })], '2026-01-01')).toMatchObject({
      written: 0,
      unchanged: 1,
      resolved: 0,
    });
    expect((await take([isoRow(3)], '2026-03-01')).resolved).toBe(1);
    expect(await desk.held('ISO 1:2020')).toMatchObject({
      relations: [{ target: 'ISO 2:2020' }, { target: 'ISO 3:2020' }],
    });
  });
});
