import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../tests/support/public-desk.ts';
import { on } from '../../tests/support/standards-register.ts';
import type { Command } from '../foundation/command.ts';
import { sql } from '../foundation/sql.ts';
import { annulStandard } from './annul-standard.ts';
import { cancelNumber } from './cancel-number.ts';
import { changeNature } from './change-nature.ts';
import { correctStandard } from './correct-standard.ts';
import type { StandardStatement } from './model.ts';
import { annulledAt } from './queries/annulled.ts';
import { statusAt } from './queries/brief.ts';
import { findStandard } from './queries/find.ts';
import { recordAt } from './queries/record.ts';
import { suspendStandard } from './suspend-standard.ts';
import { withdrawStandard } from './withdraw-standard.ts';

const day = '2026-06-30';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});

async function record(address: string, onDay = day) {
  const found = await recordAt(house.database, address, { day: onDay });
  if (!found) throw new Error(`Nothing stands at ${address}.`);
  return found;
}

const statusOf = async (address: string, onDay: string) => statusAt(await record(address, onDay), onDay).code;

async function refusalOf(command: Command, input: unknown): Promise<string> {
  const answer = await house.act(command, input).catch((error: unknown) => error);
  return answer instanceof Error && 'code' in answer ? String(answer.code) : 'carried out';
}

const decided = { by: '国家标准委', reason: '复审结论：废止' };

describe('withdrawal', () => {
  beforeEach(() =>
    house.state('GB 1-1999', { publishedOn: on('1999-03-01'), implementations: [{ date: on('1999-09-01') }] }),
  );
  const withdrawal = { standard: 'gb1—1999', withdrawnOn: '2026-01-01', ...decided, instead: ['GB/T2-2026'] };

  test('ends a standard on its day and says by whom, why and what to use instead', async () => {
    await house.act(withdrawStandard, withdrawal);
    expect(await statusOf('GB-1-1999', '2025-12-31')).toBe('inForce');
    expect(await statusOf('GB-1-1999', '2026-01-01')).toBe('withdrawn');
    expect((await record('GB-1-1999')).withdrawal).toEqual({ ...decided, instead: ['GB/T 2-2026'] });
  });

  test('is refused where it cannot be', async () => {
    expect(await refusalOf(withdrawStandard, { ...withdrawal, standard: 'GB 2-1999' })).toBe(
      'standards.not-in-register',
    );
    expect(await refusalOf(withdrawStandard, { ...withdrawal, withdrawnOn: '1998-01-01' })).toBe(
      'standards.before-publication',
    );
    expect(await refusalOf(withdrawStandard, { ...withdrawal, withdrawnOn: '2026-02-30' })).toBe(
      'foundation.input-invalid',
    );
    expect(await refusalOf(withdrawStandard, { ...withdrawal, instead: ['something else'] })).toBe(
      'standards.instead-not-understood',
    );
    await house.act(withdrawStandard, withdrawal);
    expect(await refusalOf(withdrawStandard, { ...withdrawal, withdrawnOn: '2026-03-01' })).toBe(
      'standards.ended-already',
    );
  });

  test('is no act of the public desk', async () => {
    const asReader = house.executor.execute(withdrawStandard, withdrawal, { actor: house.publicDesk, key: 'reader' });
    await expect(asReader).rejects.toMatchObject({ code: 'access.not-permitted' });
  });
});

describe('cancellation of a number', () => {
  const cancellation = {
    standard: 'T/CAS 1-2020',
    cancelledOn: '2024-05-01',
    by: '省级标准化行政主管部门',
    reason: '逾期不改正',
  };

  test('holds from its day, even for a standard withdrawn before', async () => {
    await house.state('T/CAS 1-2020', { publishedOn: on('2020-01-01'), implementations: [{ date: on('2020-02-01') }] });
    await house.act(withdrawStandard, { standard: 'T/CAS 1-2020', withdrawnOn: '2024-01-01', ...decided, instead: [] });
    await house.act(cancelNumber, cancellation);
    expect(await statusOf('T-CAS-1-2020', '2024-02-01')).toBe('withdrawn');
    expect(await statusOf('T-CAS-1-2020', '2024-05-01')).toBe('numberCancelled');
    expect(await refusalOf(cancelNumber, cancellation)).toBe('standards.ended-already');
  });

  test('is not for numbers that others give', async () => {
    await house.state('ISO 14971:2019');
    expect(await refusalOf(cancelNumber, { ...cancellation, standard: 'ISO 14971:2019' })).toBe(
      'standards.number-of-others',
    );
  });
});

describe('suspension', () => {
  const suspension = {
    standard: 'YY 0505-2012',
    from: '2026-01-01',
    until: '2026-07-01',
    by: '国家药监局',
    reason: '延期实施',
  };
  beforeEach(() =>
    house.state('YY 0505-2012', { publishedOn: on('2012-12-17'), implementations: [{ date: on('2014-01-01') }] }),
  );

  test('stands beside the status, and a second one must not overlap', async () => {
    await house.act(suspendStandard, suspension);
    expect(await statusOf('YY-0505-2012', '2026-02-01')).toBe('inForce');
    expect((await record('YY-0505-2012')).suspensions).toMatchObject([{ from: '2026-01-01', until: '2026-07-01' }]);
    expect(await refusalOf(suspendStandard, { ...suspension, from: '2026-06-01', until: undefined })).toBe(
      'standards.suspended-already',
    );
    await house.act(suspendStandard, { ...suspension, from: '2026-07-01', until: '2026-08-01' });
  });

  test('ends after it begins, and does not begin after the end of the standard', async () => {
    expect(await refusalOf(suspendStandard, { ...suspension, until: '2026-01-01' })).toBe(
      'standards.until-before-from',
    );
    await house.act(withdrawStandard, { standard: 'YY 0505-2012', withdrawnOn: '2026-01-01', ...decided, instead: [] });
    expect(await refusalOf(suspendStandard, suspension)).toBe('standards.ended-already');
  });
});

describe('change of nature', () => {
  const change = {
    standard: 'GB 8599-2008',
    nature: 'voluntary',
    from: '2017-03-23',
    by: '国家标准委',
    reason: '整合精简',
  };
  beforeEach(() =>
    house.state('GB 8599-2008', { publishedOn: on('2008-01-02'), implementations: [{ date: on('2008-06-01') }] }),
  );

  test('changes the number on its day and keeps the record, its old address and its old number', async () => {
    await house.act(changeNature, change);
    expect(await record('GB-8599-2008', '2017-03-22')).toMatchObject({ number: 'GB 8599-2008', nature: 'mandatory' });
    expect(await record('GB-8599-2008', '2017-03-23')).toMatchObject({
      number: 'GB/T 8599-2008',
      nature: 'voluntary',
      address: 'GB-T-8599-2008',
    });
    expect(await findStandard(house.database, 'GB/T 8599-2008', { day })).toEqual({
      kind: 'number',
      address: 'GB-T-8599-2008',
      namesEdition: true,
    });
    expect(await refusalOf(changeNature, { ...change, standard: 'GB/T 8599-2008' })).toBe('standards.nature-unchanged');
  });

  test('is refused where the number cannot say it or is borne by another', async () => {
    expect(await refusalOf(changeNature, { ...change, nature: 'mandatory' })).toBe('standards.nature-unchanged');
    await house.state('T/CAS 1-2020');
    expect(await refusalOf(changeNature, { ...change, standard: 'T/CAS 1-2020' })).toBe('standards.nature-not-carried');
    await house.state('GB/T 8599-2008');
    expect(await refusalOf(changeNature, change)).toBe('standards.number-registered-otherwise');
  });
});

describe('annulment', () => {
  const annulment = { standard: 'GB/T 9999-2020', reason: '重复录入', instead: ['GB/T 9998-2020'] };

  test('frees number and source, keeps the address, and a right record can be entered anew', async () => {
    await house.state('GB/T 9999-2020');
    await house.act(annulStandard, annulment);
    expect(await recordAt(house.database, 'GB-T-9999-2020', { day })).toBeUndefined();
    expect(await annulledAt(house.database, 'GB-T-9999-2020')).toMatchObject({
      reason: '重复录入',
      instead: ['GB/T 9998-2020'],
    });
    expect(await refusalOf(annulStandard, { ...annulment, standard: 'GB-T-9999-2020' })).toBe(
      'standards.annulled-already',
    );
    await house.state('GB/T 9999-2020', { edition: 2 });
    const found = await findStandard(house.database, 'GB/T 9999-2020', { day });
    expect(found).toMatchObject({ kind: 'number', address: 'GB-T-9999-2020-SAC' });
  });
});

describe('correction', () => {
  const asStated = {
    publishedOn: on('2020-04-19'),
    titles: [{ lang: 'zh-Hans', text: '医用电气设备', standing: 'official' }],
  } as const;
  beforeEach(() => house.state('GB 9706.1-2020', asStated));

  async function statementOf(number: string): Promise<StandardStatement> {
    const row = await house.database.first<{ readonly statement: StandardStatement }>(
      sql`select e.data->'statement' as statement from event e join claim c on c.stream_id = e.stream_id
        where c.kind = 'standard-number' and c.value = ${number} and e.type in ('standard-stated', 'standard-statement-corrected') order by e.version desc limit 1`,
    );
    if (!row) throw new Error(`${number} is not registered.`);
    return row.statement;
  }

  test('gives the whole new statement, and earlier known-dates still show the old one', async () => {
    const before = await house.database.first<{ readonly at: string }>(sql`select clock_timestamp() as at`);
    const statement = { ...(await statementOf('GB 9706.1-2020')), publishedOn: on('2020-04-09') };
    const answer = await house.act(correctStandard, { standard: 'GB 9706.1-2020', statement, reason: '误录' });
    expect(answer.events).toMatchObject([{ type: 'standard-statement-corrected', version: 2 }]);
    expect((await record('GB-9706.1-2020')).publishedOn).toBe('2020-04-09');
    const earlier = await recordAt(house.database, 'GB-9706.1-2020', { day, ...(before ? { known: before.at } : {}) });
    expect(earlier?.publishedOn).toBe('2020-04-19');
    expect(
      (await house.act(correctStandard, { standard: 'GB 9706.1-2020', statement, reason: '误录' })).events,
    ).toEqual([]);
  });

  test('outlasts the source repeating its error, and gives way to a new word of the source', async () => {
    const statement = { ...(await statementOf('GB 9706.1-2020')), publishedOn: on('2020-04-09') };
    await house.act(correctStandard, { standard: 'GB 9706.1-2020', statement, reason: '误录' });
    await house.state('GB 9706.1-2020', asStated);
    expect((await record('GB-9706.1-2020')).publishedOn).toBe('2020-04-09');
    await house.state('GB 9706.1-2020', { ...asStated, publishedOn: on('2020-04-10') });
    expect((await record('GB-9706.1-2020')).publishedOn).toBe('2020-04-10');
  });

  test('of a mistyped number takes the right number, frees the wrong one and keeps the old address', async () => {
    const statement = { ...(await statementOf('GB 9706.1-2020')), number: 'GB 9706.11-2020' };
    await house.act(correctStandard, { standard: 'GB 9706.1-2020', statement, reason: '编号误录' });
    expect((await record('GB-9706.1-2020')).address).toBe('GB-9706.11-2020');
    const claims = await house.database.all<{ readonly value: string }>(
      sql`select value from claim where kind = 'standard-number' order by value`,
    );
    expect(claims.map(({ value }) => value)).toEqual(['GB 9706.11-2020']);
  });

  test('is refused for a source that is silent, a number that is taken, and a statement that is none', async () => {
    const statement = await statementOf('GB 9706.1-2020');
    const input = { standard: 'GB 9706.1-2020', statement: { ...statement, pages: 4 }, reason: '误录' };
    expect(await refusalOf(correctStandard, { ...input, source: 'iso-open-data' })).toBe('standards.source-not-stated');
    expect(await refusalOf(correctStandard, { ...input, statement: { ...statement, number: '?' } })).toBe(
      'standards.number-not-understood',
    );
    expect(await refusalOf(correctStandard, { ...input, statement: { ...statement, publishedOn: '2020' } })).toBe(
      'foundation.input-invalid',
    );
    await house.state('GB 9706.2-2020');
    expect(await refusalOf(correctStandard, { ...input, statement: { ...statement, number: 'GB 9706.2-2020' } })).toBe(
      'standards.number-registered-otherwise',
    );
  });
});
