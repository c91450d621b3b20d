import { beforeEach, describe, expect, test } from 'vitest';
import { emptyImportDesk, type ImportDesk } from '../../../tests/support/import-desk.ts';
import { isoRow, jsonLines } from '../../../tests/support/office-sheets.ts';
import { committeesByCode, committeesUnder } from '../../bodies/index.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await emptyImportDesk();
});

/** Rows as ISO Open Data publishes them; the committees are fictitious. */
const main = {
  id: 9901,
  reference: 'ISO/TC 991',
  status: 'Active',
  title: { en: 'Fictitious matters', fr: 'Questions fictives' },
  secretariat: { id: 1635, acronym: 'SAC' },
  creationDate: '2001-05-01',
  scope: { en: 'Standardization of <b>nothing</b>.' },
  parentId: null,
  childrenId: [9902],
  sortKey: 'ISO/TC 0991',
};
const part = {
  id: 9902,
  reference: 'ISO/TC 991/SC 2',
  status: 'Suspended',
  title: { en: 'Details' },
  secretariat: null,
  parentId: 9901,
};

const take = (rows: readonly unknown[], statedOn = '2026-05-01') =>
  desk.take({ format: 'iso-committees', path: desk.file('committees.jsonl', jsonLines(rows)), statedOn });

const held = async (code: string) => (await committeesByCode(desk.deps.database, [code], {})).get(code);

describe('committees of ISO Open Data', () => {
  test('are entered with names, parent, status and secretariat', async () => {
    expect(await take([main, part])).toMatchObject({ written: 2, rejected: 0, events: 2 });
    expect(await held('ISO/TC 991')).toEqual({
      code: 'ISO/TC 991',
      names: [
        { lang: 'en', text: 'Fictitious matters' },
        { lang: 'fr', text: 'Questions fictives' },
      ],
      status: 'active',
      parent: null,
      secretariat: 'SAC',
      source: 'iso-open-data',
      statedOn: '2026-05-01',
    });
    expect(await held('ISO/TC 991/SC 2')).toMatchObject({
      status: 'suspended',
      parent: 'ISO/TC 991',
      secretariat: null,
    });
    expect((await committeesUnder(desk.deps.database, 'ISO/TC 991', {})).map(({ code }) => code)).toEqual([
      'ISO/TC 991/SC 2',
    ]);
  });

  test('loaded a second time change nothing', async () => {
    await take([main, part]);
    expect(await take([part, main])).toMatchObject({ written: 0, unchanged: 2, events: 0 });
  });

  test('of a newer file make only the difference, and an older file none', async () => {
    await take([main, part]);
    const renamed = { ...main, title: { en: 'Matters that are made up' } };
    expect(await take([renamed, part], '2026-06-01')).toMatchObject({ written: 1, unchanged: 1 });
    expect(await take([main, part], '2026-05-15')).toMatchObject({ written: 0, unchanged: 2 });
    expect(await held('ISO/TC 991')).toMatchObject({ names: [{ text: 'Matters that are made up' }] });
  });

  test('of two sources are one committee, shown as the later of them says', async () => {
    await take([main]);
    const path = desk.file('sample.jsonl', jsonLines([{ ...main, title: { en: 'Older name' } }]));
    await desk.take({ format: 'iso-committees', path, source: 'iso-committees-sample', statedOn: '2025-05-21' });
    expect(await held('ISO/TC 991')).toMatchObject({
      source: 'iso-open-data',
      names: [{ text: 'Fictitious matters' }, {}],
    });
  });

  test('a committee that became another keeps its record', async () => {
    await take([main]);
    expect(await take([{ ...main, reference: 'ISO/TC 992' }], '2026-06-01')).toMatchObject({ written: 1 });
    expect(await held('ISO/TC 991')).toBeUndefined();
    expect(await held('ISO/TC 992')).toMatchObject({ secretariat: 'SAC' });
  });

  test('two committees cannot bear one reference', async () => {
    await take([main, part]);
    const report = await take([{ ...part, reference: 'ISO/TC 991' }], '2026-06-01');
    expect(report.rejects).toMatchObject([{ row: 1, problems: [{ code: 'bodies.code-held-otherwise' }] }]);
  });

  test('a broken row is rejected with its field, and an unknown status is told and left open', async () => {
    const report = await take([
      { ...main, reference: '' },
      { ...part, status: 'Dreaming' },
    ]);
    expect(report.rejects).toMatchObject([{ row: 1, problems: [{ field: 'reference' }] }]);
    expect(report.doubts).toMatchObject([{ row: 2, field: 'status', code: 'standards.field-not-in-list' }]);
    expect(await held('ISO/TC 991/SC 2')).toMatchObject({ status: null, parent: 'ISO/TC 991' });
  });
});

describe('a stage history', () => {
  const history = {
    id: 1,
    snapshots: [
      { stage: 4020, reference: 'ISO/DIS 1' },
      { stage: 6060, reference: 'ISO 1:2020' },
    ],
  };
  const deliverables = () =>
    desk.take({
      format: 'iso-open-data',
      path: desk.file('rows.jsonl', jsonLines([isoRow(1), isoRow(2)])),
      statedOn: '2026-05-01',
    });
  const takeHistory = (rows: readonly unknown[] = [history], statedOn = '2026-05-01') =>
    desk.take({ format: 'iso-stage-history', path: desk.file('stages.jsonl', jsonLines(rows)), statedOn });
  const stages = async () => (await desk.held('ISO 1:2020'))?.['stages'];

  test('adds the stages that a document has passed to the one at which its source saw it', async () => {
    await deliverables();
    expect(await takeHistory()).toMatchObject({ written: 1, rejected: 0, events: 1 });
    const said = { source: 'iso-open-data', statedOn: '2026-05-01' };
    expect(await stages()).toEqual([
      { stage: 'iso 40.20', number: 'ISO/DIS 1', seenOn: null, ...said },
      { stage: 'iso 60.60', number: 'ISO 1:2020', seenOn: '2026-05-01', ...said },
    ]);
  });

  test('read again changes nothing, and neither does the file of deliverables', async () => {
    await deliverables();
    await takeHistory();
    expect(await takeHistory()).toMatchObject({ written: 0, unchanged: 1, events: 0 });
    expect(await deliverables()).toMatchObject({ written: 0, unchanged: 2, events: 0 });
    expect(await takeHistory([history], '2026-06-01')).toMatchObject({ written: 0, unchanged: 1 });
  });

  test('goes on with every newer file, which says on which day it saw the new stage', async () => {
    await deliverables();
    await takeHistory();
    const path = desk.file('rows.jsonl', jsonLines([isoRow(1, { currentStage: 9020 })]));
    await desk.take({ format: 'iso-open-data', path, statedOn: '2026-06-01' });
    expect(await stages()).toMatchObject([
      { stage: 'iso 40.20', seenOn: null },
      { stage: 'iso 60.60', seenOn: '2026-05-01' },
      { stage: 'iso 90.20', seenOn: '2026-06-01' },
    ]);
  });

  test('of a document that its source has not stated is rejected, like a stage that does not exist', async () => {
    await deliverables();
    const report = await takeHistory([
      { ...history, id: 77 },
      { id: 1, snapshots: [{ stage: 1234, reference: 'ISO 1' }] },
    ]);
    expect(report.rejects.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([
      [1, 'standards.stages-of-unknown-record'],
      [2, 'standards.stage-unknown'],
    ]);
  });
});
