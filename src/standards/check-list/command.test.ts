import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTables } from '@guiju/office-tables';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDocument, paragraph } from '../../../packages/office-tables/sample-files/documents.ts';
import { type House, openHouse } from '../../../tests/support/public-desk.ts';
import { on } from '../../../tests/support/standards-register.ts';
import { withdrawStandard } from '../withdraw-standard.ts';
import { checkListCommand } from './command.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  house.turnTo('2026-06-30');
  await house.state('GB 9706.1-2020', { publishedOn: on('2020-04-09'), implementations: [{ date: on('2023-05-01') }] });
  writeFileSync(join(house.settings.data, 'contract.docx'), aDocument(paragraph('引用 GB9706.1—2020 和 YY/T 0740。')));
});

async function run(
  file: string,
  options: Readonly<Record<string, string | boolean>> = {},
  lang: 'zh-Hans' | 'en' = 'en',
) {
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const console = {
    print,
    error: print,
    progress: () => ({ at: () => {}, end: () => {} }),
    lang,
    folder: house.settings.data,
  };
  if (checkListCommand.needs !== 'register') throw new Error('This command needs a register.');
  const status = await checkListCommand.run({ args: [file], options }, console, house);
  return { status, printed: printed.join('\n') };
}

describe('guiju check-list', () => {
  test('prints each row with its status on both days, and ends with 1 when a number was not found', async () => {
    const { status, printed } = await run('contract.docx', { 'as-of': '2022-01-01' });
    expect(status).toBe(1);
    expect(printed).toContain('GB 9706.1-2020: In force, 2022-01-01: Not yet in force');
    expect(printed).toContain('does not mean that it does not exist');
    expect((await run('contract.docx', {}, 'zh-Hans')).printed).toContain('现行');
    const before = await run('contract.docx', { 'as-of': '2019-01-01' }, 'zh-Hans');
    expect(before.printed).toContain('2019-01-01: 尚未发布');
  });

  test('writes a workbook and JSON, and takes files from the folder of the caller', async () => {
    const { printed } = await run('contract.docx', { out: 'answer.xlsx', json: true });
    expect(JSON.parse(printed)).toMatchObject({
      total: 2,
      fileName: 'contract.docx',
      hashed: { asOf: '2026-06-30', rows: [{ outcome: 'found' }, { outcome: 'not-in-register' }] },
    });
    const read = readTables(readFileSync(join(house.settings.data, 'answer.xlsx')));
    expect(read.ok && read.tables[0]?.rows.length).toBe(3);
  });

  test('prints since when a withdrawn standard is none, and what to use instead', async () => {
    await house.state('GB/T 5-2012', { publishedOn: on('2012-01-02') });
    await house.act(withdrawStandard, {
      standard: 'GB/T 5-2012',
      withdrawnOn: '2026-03-01',
      by: '国家标准委',
      reason: '已无必要',
      instead: ['GB 9706.1-2020'],
    });
    writeFileSync(join(house.settings.data, 'old.txt'), 'GB/T 5-2012');
    const { printed } = await run('old.txt');
    expect(printed).toContain('GB/T 5-2012: Withdrawn (2026-03-01), use instead: GB 9706.1-2020 Done by 国家标准委.');
    expect((await run('old.txt', {}, 'zh-Hans')).printed).toContain('废止 (2026-03-01)，可改用：GB 9706.1-2020');
  });

  test('says how many lines of a running text hold no number', async () => {
    writeFileSync(
      join(house.settings.data, 'prose.txt'),
      '第一条 质量\n按 GB 9706.1-2020 供货。\n交货期一个月。\n共三台。\n',
    );
    expect((await run('prose.txt')).printed).toContain('3 further lines, paragraphs or rows hold no standard number');
    expect((await run('prose.txt', {}, 'zh-Hans')).printed).toContain('另有 3 行（段）不含标准编号');
    const { printed } = await run('prose.txt', { out: 'prose.xlsx', json: true });
    expect(JSON.parse(printed)).toMatchObject({ total: 1, withoutNumber: 3 });
    const read = readTables(readFileSync(join(house.settings.data, 'prose.xlsx')));
    expect(read.ok && read.tables[1]?.rows.flat().map(({ text }) => text)).toContain('Not answered');
  });

  test('refuses a file that is not there, a day that is none, and another format', async () => {
    await expect(run('missing.docx')).rejects.toMatchObject({ code: 'standards.file-not-readable' });
    await expect(run('contract.docx', { 'as-of': 'yesterday' })).rejects.toMatchObject({
      code: 'http.parameter-invalid',
    });
    await expect(run('contract.docx', { out: 'answer.pdf' })).rejects.toThrow('--out FILE.xlsx');
  });
});
