import { beforeEach, describe, expect, test } from 'vitest';
import { emptyStandardsRegister, on, type StandardsRegister } from '../../../tests/support/standards-register.ts';
import { sql } from '../../foundation/sql.ts';
import { annulledAt, firstKnown } from './annulled.ts';
import { briefsById, briefsWhere, statusAt } from './brief.ts';
import { findStandard } from './find.ts';
import { historyOf } from './history.ts';
import { inTheEnd, type Moment } from './moment.ts';
import { recordAt, type StandardRecord } from './record.ts';
import { amendmentsOf, seriesOf } from './series.ts';

const today = '2026-06-30';

let register: StandardsRegister;
beforeEach(async () => {
  register = await emptyStandardsRegister();
});

async function record(address: string, moment: Moment = { day: today }): Promise<StandardRecord> {
  const found = await recordAt(register.database, address, moment);
  if (!found) throw new Error(`Nothing stands at ${address}.`);
  return found;
}

const statusOf = async (address: string, day: string) => statusAt(await record(address, { day }), day).code;

describe('a standard on a day', () => {
  test('is unpublished before publication, waits for its day, holds, and ends with its successor', async () => {
    await register.state('GB 9706.1-2007', {
      publishedOn: on('2007-07-02'),
      implementations: [{ date: on('2008-07-01') }],
    });
    await register.state('GB 9706.1-2020', {
      publishedOn: on('2020-04-09'),
      implementations: [{ date: on('2023-05-01') }],
      relations: [{ kind: 'replaces', target: 'GB 9706.1—2007' }],
    });
    expect(await statusOf('GB-9706.1-2007', '2007-01-01')).toBe('notYetPublished');
    expect(await statusOf('GB-9706.1-2007', '2008-01-01')).toBe('notYetInForce');
    expect(await statusOf('GB-9706.1-2007', '2022-01-01')).toBe('inForce');
    expect(await statusOf('GB-9706.1-2020', '2022-01-01')).toBe('notYetInForce');
    expect(await statusOf('GB-9706.1-2007', '2023-05-01')).toBe('superseded');
    expect(await statusOf('GB-9706.1-2020', '2023-05-01')).toBe('inForce');
  });

  test('ends only when every successor that replaces it as a whole is in force', async () => {
    await register.state('GB/T 1.1-2009', { implementations: [{ date: on('2010-01-01') }] });
    await register.state('GB/T 1.1-2020', {
      implementations: [{ date: on('2020-10-01') }],
      relations: [{ kind: 'replaces', target: 'GB/T 1.1-2009' }],
    });
    await register.state('GB/T 1.3-2021', {
      implementations: [{ date: on('2022-03-01') }],
      relations: [{ kind: 'replaces', target: 'GB/T 1.1-2009' }],
    });
    expect(await statusOf('GB-T-1.1-2009', '2021-01-01')).toBe('inForce');
    expect(await statusOf('GB-T-1.1-2009', '2022-03-01')).toBe('superseded');
  });

  test('replaced in part goes on', async () => {
    await register.state('YY/T 0001-2008', { implementations: [{ date: on('2009-01-01') }] });
    await register.state('YY/T 0002-2015', {
      implementations: [{ date: on('2016-01-01') }],
      relations: [{ kind: 'replaces', target: 'YY/T 0001-2008', whole: false, locality: 'clause 5' }],
    });
    expect(await statusOf('YY-T-0001-2008', today)).toBe('inForce');
    const { successors } = await record('YY-T-0001-2008');
    expect(successors).toMatchObject([{ number: 'YY/T 0002-2015', whole: false, locality: 'clause 5' }]);
  });

  test('that takes effect together with another follows its day', async () => {
    await register.state('GB 9706.1-2020', {
      publishedOn: on('2020-04-09'),
      implementations: [{ date: on('2023-05-01') }],
    });
    await register.state('GB 9706.202-2021', {
      publishedOn: on('2021-02-20'),
      implementations: [{ togetherWith: 'GB 9706.1-2020' }],
    });
    await register.state('GB 9706.4-2009', {
      implementations: [{ date: on('2010-12-01') }],
      relations: [{ kind: 'replacedBy', target: 'GB 9706.202-2021' }],
    });
    expect((await record('GB-9706.202-2021')).inForceOn).toBe('2023-05-01');
    expect(await statusOf('GB-9706.4-2009', '2023-04-30')).toBe('inForce');
    expect(await statusOf('GB-9706.4-2009', '2023-05-01')).toBe('superseded');
  });

  test('without days has the status that its source reported, from the day on which it spoke', async () => {
    await register.state('YY/T 0740-2009', { reported: { state: 'inForce', words: '现行' } });
    const brief = await record('YY-T-0740-2009');
    expect(statusAt(brief, today)).toMatchObject({ code: 'inForce', basis: 'reported' });
    expect(statusAt(brief, '2010-01-01').code).toBe('unknown');
  });

  test('is not replaced by a draft, nor by what was withdrawn before its day', async () => {
    await register.state('GB/T 5-2000', { implementations: [{ date: on('2001-01-01') }] });
    await register.state('GB/T 5-2010', {
      implementations: [{ date: on('2011-01-01') }],
      withdrawnOn: on('2010-12-01'),
      relations: [{ kind: 'replaces', target: 'GB/T 5-2000' }],
    });
    expect(await statusOf('GB-T-5-2000', today)).toBe('inForce');
  });

  test('rests on the same days wherever it is told: record, search, list', async () => {
    await register.state('GB/T 7-1990', {
      implementations: [{ date: on('1991-01-01') }],
      relations: [{ kind: 'replacedBy', target: 'GB/T 7-2000' }],
    });
    await register.state('GB/T 7-2000', { implementations: [{ togetherWith: 'GB/T 8-2000' }] });
    await register.state('GB/T 8-2000', { implementations: [{ date: on('2001-07-01') }] });
    await register.state('GB/T 9-2001', {
      reported: { state: 'inDevelopment' },
      relations: [{ kind: 'replaces', target: 'GB/T 8-2000' }],
    });
    const briefs = await briefsWhere(register.database, { condition: sql`true`, moment: { day: today } });
    const inTheIndex = await briefsById(
      register.database,
      briefs.map((brief) => brief.standardId),
      inTheEnd,
    );
    expect(briefs).toHaveLength(4);
    for (const brief of briefs) {
      expect(brief.dates).toEqual(inTheIndex.get(brief.standardId)?.dates);
    }
  });

  test('keeps running while the standard said to replace it is not in the register', async () => {
    await register.state('GB/T 42061-2015', {
      implementations: [{ date: on('2016-01-01') }],
      relations: [{ kind: 'replacedBy', target: 'GB/T 42061-2022' }],
    });
    expect(await statusOf('GB-T-42061-2015', today)).toBe('inForce');
    expect((await record('GB-T-42061-2015')).relations).toMatchObject([
      { target: 'GB/T 42061-2022', otherAddress: null },
    ]);
  });
});

describe('the second clock', () => {
  test('shows what the register held before a later statement', async () => {
    await register.state('GB/T 1.1-2020', { titles: [{ lang: 'zh-Hans', text: '旧题', standing: 'official' }] });
    const before = await register.instant();
    await register.state(
      'GB/T 1.1-2020',
      { titles: [{ lang: 'zh-Hans', text: '新题', standing: 'official' }] },
      { statedOn: '2026-02-01' },
    );
    expect((await record('GB-T-1.1-2020')).titles[0]?.text).toBe('新题');
    expect((await record('GB-T-1.1-2020', { day: today, known: before })).titles[0]?.text).toBe('旧题');
    expect(await firstKnown(register.database, 'GB-T-1.1-2020')).toMatchObject({ number: 'GB/T 1.1-2020' });
  });

  test('leaves an annulled record visible at earlier known-dates, and its address says why it is gone', async () => {
    await register.state('GB/T 9999-2020');
    const before = await register.instant();
    const stream = await register.streamOf('GB/T 9999-2020');
    await register.write([
      {
        type: 'standard-annulled',
        homeId: stream.homeId,
        streamId: stream.standardId,
        data: {
          reason: '重复录入',
          instead: ['GB/T 9998-2020'],
          releases: [{ kind: 'standard-number', value: 'GB/T 9999-2020' }],
        },
      },
    ]);
    expect(await recordAt(register.database, 'GB-T-9999-2020', { day: today })).toBeUndefined();
    expect((await record('GB-T-9999-2020', { day: today, known: before })).number).toBe('GB/T 9999-2020');
    expect(await annulledAt(register.database, 'GB-T-9999-2020')).toMatchObject({
      number: 'GB/T 9999-2020',
      reason: '重复录入',
      instead: ['GB/T 9998-2020'],
    });
    expect(await findStandard(register.database, 'gb/t9999-2020', { day: today })).toEqual({
      kind: 'number',
      address: 'GB-T-9999-2020',
      namesEdition: true,
    });
  });
});

describe('finding by number', () => {
  beforeEach(async () => {
    await register.state('GB 9706.1-2007', { publishedOn: on('2007-07-02') });
    await register.state('GB 9706.1-2020', { publishedOn: on('2020-04-09') });
  });

  test.each(['GB9706.1-2020', 'gb 9706.1—2020', 'ＧＢ　9706.1－2020'])('%s leads to one standard', async (text) => {
    expect(await findStandard(register.database, text, { day: today })).toEqual({
      kind: 'number',
      address: 'GB-9706.1-2020',
      namesEdition: true,
    });
  });

  test('a number without year offers its editions, the latest first', async () => {
    const found = await findStandard(register.database, 'GB 9706.1', { day: today });
    expect(found.kind === 'several' && found.standards.map((standard) => standard.number)).toEqual([
      'GB 9706.1-2020',
      'GB 9706.1-2007',
    ]);
  });

  test('an enterprise number that two enterprises bear is a choice', async () => {
    const maker = (name: string, creditCode: string) => ({
      organizations: [{ name, role: 'leading', creditCode } as const],
    });
    await register.state('Q/GDW 1-2020', maker('甲', '91110000100000000A'), { key: 'a' });
    await register.state('Q/GDW 1-2020', maker('乙', '91110000100000000B'), { key: 'b' });
    const found = await findStandard(register.database, 'Q/GDW 1-2020', { day: today });
    expect(found.kind === 'several' && found.standards).toHaveLength(2);
  });

  test('a number that nobody registered is none', async () => {
    expect(await findStandard(register.database, 'GB 1-1999', { day: today })).toMatchObject({
      kind: 'none',
      reading: { outcome: 'recognized' },
    });
  });
});

describe('series and history', () => {
  test('editions of both natures and the amendments of each edition belong together', async () => {
    await register.state('GB 8599-1988');
    await register.state('GB/T 8599-2008');
    await register.state('GB/T 8599-2008/XG1-2010');
    const series = await seriesOf(register.database, 'GB 8599', { day: today });
    expect(series.editions.map((edition) => edition.number)).toEqual(['GB 8599-1988', 'GB/T 8599-2008']);
    const [, newest] = series.editions;
    expect(newest && amendmentsOf(series, newest).map((sheet) => sheet.number)).toEqual(['GB/T 8599-2008/XG1-2010']);
  });

  test('every act tells what it changed, and sources that disagree are both kept', async () => {
    await register.state('YY/T 0740-2022', { publishedOn: on('2022-05-18') });
    await register.state(
      'YY/T 0740-2022',
      { publishedOn: on('2022-05-19'), department: '国家药监局' },
      { name: 'nmpa-documents', key: 'table', rank: 20 },
    );
    const history = await historyOf(register.database, await register.streamOf('YY/T 0740-2022'), { day: today });
    expect(history.acts.map((one) => one.differences.map((change) => change.field))).toEqual([
      expect.arrayContaining(['number', 'published_as']),
      ['department'],
    ]);
    expect(history.disagreements).toMatchObject([
      {
        field: 'publishedOn',
        values: [
          { source: { name: 'nmpa-register' }, isShown: true },
          { source: { name: 'nmpa-documents' }, isShown: false },
        ],
      },
    ]);
    expect(JSON.stringify(history)).not.toContain('person');
  });

  test('a draft that became an edition keeps its old address', async () => {
    await register.state('ISO/DIS 14971', {}, { name: 'relaton', key: 'iso-14971' });
    await register.state(
      'ISO 14971:2019',
      { publishedOn: on('2019-12-10') },
      { name: 'relaton', key: 'iso-14971', statedOn: '2026-02-01' },
    );
    const [old, current] = [await record('ISO-DIS-14971'), await record('ISO-14971-2019')];
    expect(old.standardId).toBe(current.standardId);
    expect(old.address).toBe('ISO-14971-2019');
  });
});
