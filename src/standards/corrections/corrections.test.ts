import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { on } from '../../../tests/support/standards-register.ts';
import { eraseCommand } from '../../foundation/commands/erase.ts';
import { verifyCommand } from '../../foundation/commands/verify.ts';
import type { CommandLineCommand } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { recordCommand } from '../commands/record.ts';
import { historyOf } from '../queries/history.ts';
import { recordAt } from '../queries/record.ts';
import { correctionCommand } from './command.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.state('GB 9706.1-2020', {
    publishedOn: on('2020-04-19'),
    titles: [{ lang: 'zh-Hans', text: '医用电气设备', standing: 'official' }],
  });
});

const form = '/corrections/new?standard=GB-9706.1-2020';
const page = { accept: 'text/html', 'accept-language': 'en' };
const report = {
  field: 'publishedOn',
  'should-be': '2020-04-09',
  evidence: '国家标准公告 2020 年第 8 号',
  email: 'reader@example.org',
};

const send = (fields: Readonly<Record<string, string>> = report) =>
  house.app.request(form, { method: 'POST', body: new URLSearchParams(fields), headers: page });

async function reported(): Promise<string> {
  const answer = await send();
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

const text = async (path: string) => (await house.app.request(path, { headers: page })).text();

/** Runs a command of the command line and answers its status and what it printed. */
async function run(
  command: CommandLineCommand,
  args: readonly string[],
  options: Readonly<Record<string, string | boolean>> = {},
) {
  const printed: string[] = [];
  const console = {
    print: (line: string) => printed.push(line),
    error: (line: string) => printed.push(line),
    progress: () => ({ at: () => {}, end: () => {} }),
    lang: 'en' as const,
    folder: house.settings.data,
  };
  if (command.needs !== 'register') throw new Error('This command needs no register.');
  const status = await command.run({ args, options }, console, house);
  return { status, printed: printed.join('\n') };
}

async function numberOf(path: string): Promise<string> {
  return /C-\d{4}-[2-9A-Z]{6}/.exec(await text(path))?.[0] ?? '';
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const answer = await work.catch((error: unknown) => error);
  return answer instanceof Error && 'code' in answer ? String(answer.code) : 'carried out';
}

describe('reporting an error', () => {
  test('shows what the record says, and opens a report with a number and a day for the answer', async () => {
    expect(await text(form)).toContain('2020-04-19');
    const path = await reported();
    const shown = await text(path);
    expect(shown).toContain('Waiting for an answer.');
    expect(shown).toContain('2020-04-09');
    expect(shown).toContain('国家标准公告 2020 年第 8 号');
    expect(shown).not.toContain('reader@example.org');
  });

  test('is not opened by its short number, which could be guessed', async () => {
    const path = await reported();
    const answer = await house.app.request(`/corrections/${await numberOf(path)}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('国家标准公告 2020 年第 8 号');
  });

  test('keeps what the reader wrote out of the sealed history', async () => {
    await reported();
    const events = JSON.stringify(
      await house.database.all(sql`select data from event where kind = 'correction-request'`),
    );
    expect(events).not.toMatch(/2020-04-09|公告|reader@/);
  });

  test.each([
    ['no field', { ...report, field: 'password' }, 'No field was chosen'],
    ['nothing said', { ...report, 'should-be': '  ' }, 'is missing'],
    ['no evidence', { ...report, evidence: '' }, 'is missing'],
    ['a book', { ...report, evidence: 'x'.repeat(5_000) }, 'at most 4000'],
    ['no address', { ...report, email: 'nobody' }, 'is not an e-mail address'],
  ])('with %s comes back as the form', async (_, fields, words) => {
    const answer = await send(fields);
    expect([400, 413]).toContain(answer.status);
    expect(await answer.text()).toContain(words);
  });

  test('shows markup as text, and ends for the day after twenty reports', async () => {
    const path = (await send({ ...report, 'should-be': '<img src=x onerror=alert(1)>' })).headers.get('location') ?? '';
    expect(await text(path)).not.toContain('<img src=x');
    for (let count = 0; count < 19; count++) await send();
    expect((await send()).status).toBe(429);
  });
});

describe('answering a report', () => {
  async function corrected(): Promise<void> {
    const statement = JSON.parse((await run(recordCommand, ['statement', 'GB 9706.1-2020'])).printed);
    writeFileSync(
      join(house.settings.data, 'corrected.json'),
      JSON.stringify({ ...statement, publishedOn: on('2020-04-09') }),
    );
  }

  test('accepts it with the corrected statement in the same act, tells the reporter and erases the address', async () => {
    const path = await reported();
    const number = await numberOf(path);
    expect((await run(correctionCommand, ['list'])).printed).toContain(number);
    await corrected();
    const answer = await run(correctionCommand, ['answer', number, 'accept'], {
      statement: 'corrected.json',
      reason: '按公告更正',
      basis: '国家标准公告 2020 年第 8 号',
    });
    expect(answer).toEqual({ status: 0, printed: `${number}: accepted. The reporter was told.` });
    expect((await recordAt(house.database, 'GB-9706.1-2020', { day: house.clock.today() }))?.publishedOn).toBe(
      '2020-04-09',
    );
    const acts = await house.database.all(
      sql`select count(distinct act_id)::int as acts, count(*)::int as events from event where type in ('correction-answered', 'standard-statement-corrected')`,
    );
    expect(acts).toEqual([{ acts: 1, events: 2 }]);
    const shown = await text(path);
    expect(shown).toContain('The record has been corrected');
    expect(shown).toContain('按公告更正');
    expect(shown).toContain('国家标准公告 2020 年第 8 号');
    const folder = join(house.settings.data, 'messages');
    expect(
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join(''),
    ).toContain('To: reader@example.org');
    expect(await house.database.all(sql`select 1 from private_text where text = 'reader@example.org'`)).toEqual([]);
    const record = await recordAt(house.database, 'GB-9706.1-2020', { day: house.clock.today() });
    if (!record) throw new Error('The record is gone.');
    const { acts: history } = await historyOf(house.database, record, { day: house.clock.today() });
    expect(history.at(-1)?.act.basis).toBe('国家标准公告 2020 年第 8 号');
  });

  test('does not accept it while the record stands as it stood', async () => {
    const number = await numberOf(await reported());
    expect(await refusalOf(run(correctionCommand, ['answer', number, 'accept'], { reason: '是' }))).toBe(
      'standards.report-nothing-corrected',
    );
    await corrected();
    await run(recordCommand, ['correct', 'GB 9706.1-2020'], { statement: 'corrected.json', reason: '误录' });
    expect((await run(correctionCommand, ['answer', number, 'accept'], { reason: '已更正' })).status).toBe(0);
    expect(await refusalOf(run(correctionCommand, ['answer', number, 'refuse'], { reason: '否' }))).toBe(
      'standards.report-answered-already',
    );
  });

  test('takes no corrected statement that is no JSON, and writes nothing', async () => {
    writeFileSync(join(house.settings.data, 'half.json'), '{"number": "GB 9706.1-2020"');
    const given = { statement: 'half.json', reason: '误录' };
    const number = await numberOf(await reported());
    const refused = 'standards.statement-not-json';
    expect(await refusalOf(run(recordCommand, ['correct', 'GB 9706.1-2020'], given))).toBe(refused);
    expect(await refusalOf(run(correctionCommand, ['answer', number, 'accept'], given))).toBe(refused);
    expect((await run(correctionCommand, ['list'])).printed).toContain('open');
  });

  test('refuses it with a reason that everybody can read', async () => {
    const path = await reported();
    const number = await numberOf(path);
    expect((await run(correctionCommand, ['answer', number, 'refuse'], { reason: '封面即为 2020-04-19' })).status).toBe(
      0,
    );
    const shown = await text(path);
    expect(shown).toContain('Not accepted');
    expect(shown).toContain('封面即为 <time>2020-04-19</time>');
    expect((await run(correctionCommand, ['list'])).printed).toBe('Nothing waits for an answer.');
    expect((await run(correctionCommand, ['list'], { all: true })).printed).toContain(number);
  });

  test('knows no report that was not made, and no verdict but two', async () => {
    expect(await refusalOf(run(correctionCommand, ['show', 'C-2026-XXXXXX']))).toBe('standards.report-unknown');
    await expect(run(correctionCommand, ['answer', 'C-2026-XXXXXX', 'perhaps'], { reason: 'x' })).rejects.toThrow(
      'accept|refuse',
    );
  });

  test('shows where the texts of the reader lie, so that they can be erased; the page then says so and history holds', async () => {
    const path = await reported();
    const number = await numberOf(path);
    const shown = (await run(correctionCommand, ['show', number])).printed;
    const [place = ''] = /(?<=Evidence: )[0-9a-f-]{36}\/[0-9a-f-]{36}/.exec(shown) ?? [];
    const { texts } = JSON.parse((await run(correctionCommand, ['show', number], { json: true })).printed);
    expect(texts.evidence).toBe(place);
    const basis = 'PIPL art. 47, request of 2026-05-03';
    expect((await run(eraseCommand([]), ['text', place], { basis })).printed).toContain('Erased');
    const page = await text(path);
    expect(page).toMatch(/Erased on .*PIPL art. 47, request of/);
    expect(page).not.toContain(report.evidence);
    expect((await run(correctionCommand, ['show', number])).printed).toMatch(/Evidence: \[erased on .*: PIPL art. 47/);
    const none = { check: async () => ({ differences: [], count: 0 }), mend: async () => 0 };
    expect((await run(verifyCommand(none), [])).status).toBe(0);
  });

  test('is not for the public desk', async () => {
    const number = await numberOf(await reported());
    const { answerReport } = await import('./answer-report.ts');
    const input = { report: number, reason: 'x', accepted: false, standard: 'GB-9706.1-2020' };
    expect(await refusalOf(house.executor.execute(answerReport, input, { actor: house.publicDesk, key: 'x' }))).toBe(
      'access.not-permitted',
    );
  });
});

describe('guiju record', () => {
  test('carries out each act of the registrar and says which', async () => {
    const decided = { on: '2031-01-01', by: '国家标准委', reason: '复审', basis: '公告 2031 年第 1 号' };
    expect(
      (await run(recordCommand, ['suspend', 'gb9706.1-2020'], { ...decided, until: '2031-06-01' })).printed,
    ).toContain('Done: Suspended (act ');
    expect(
      (await run(recordCommand, ['change-nature', 'GB 9706.1-2020'], { ...decided, nature: 'voluntary' })).printed,
    ).toContain('Done: Nature changed (act ');
    expect(
      (
        await run(recordCommand, ['withdraw', 'GB/T 9706.1-2020'], {
          ...decided,
          on: '2032-01-01',
          instead: 'GB 1-2030；GB 2-2030',
        })
      ).printed,
    ).toContain('Done: Withdrawn (act ');
    expect(
      (await run(recordCommand, ['cancel', 'GB/T 9706.1-2020'], { ...decided, on: '2033-01-01' })).printed,
    ).toContain('Done: Number cancelled (act ');
    const withdrawn = await house.database.first<{ readonly data: unknown }>(
      sql`select data from event where type = 'standard-withdrawn'`,
    );
    expect(withdrawn?.data).toMatchObject({ instead: ['GB 1-2030', 'GB 2-2030'] });
    expect(
      await house.database.first(
        sql`select a.basis from act a join event e on e.act_id = a.act_id where e.type = 'standard-suspended'`,
      ),
    ).toEqual({ basis: '公告 2031 年第 1 号' });
    expect((await run(recordCommand, ['annul', 'GB-9706.1-2020'], { reason: '误录' })).printed).toContain(
      'Done: Record annulled (act ',
    );
  });

  test('takes a correction by which a standard holds before it is published, and doubts it as an import does', async () => {
    const statement = JSON.parse((await run(recordCommand, ['statement', 'GB 9706.1-2020'])).printed);
    const early = { ...statement, implementations: [{ date: on('2019-01-01') }] };
    writeFileSync(join(house.settings.data, 'early.json'), JSON.stringify(early));
    const given = { statement: 'early.json', reason: '误录' };
    const { status, printed } = await run(recordCommand, ['correct', 'GB 9706.1-2020'], given);
    expect(status).toBe(0);
    expect(printed).toContain('Remark: The implementation date 2019-01-01 lies before the publication date.');
  });

  test('says what is missing, and does one thing under one key', async () => {
    await expect(run(recordCommand, ['withdraw', 'GB 9706.1-2020'], { on: '2031-01-01' })).rejects.toThrow('--by');
    await expect(run(recordCommand, ['delete', 'GB 9706.1-2020'])).rejects.toThrow('withdraw|cancel');
    const once = { on: '2031-01-01', by: '国家标准委', reason: '复审', key: 'announcement 1' };
    await run(recordCommand, ['withdraw', 'GB 9706.1-2020'], once);
    expect((await run(recordCommand, ['withdraw', 'GB 9706.1-2020'], once)).status).toBe(0);
    expect(await house.database.all(sql`select 1 from event where type = 'standard-withdrawn'`)).toHaveLength(1);
  });
});
