import { mkdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { refusalTexts } from './app.tsx';
import { runCommand, sealedAtEnd } from './commands.ts';
import { keyGiven } from './foundation/commands/key-given.ts';
import type { CommandLineCommand } from './foundation/part.ts';
import { Refusal, refusal } from './foundation/refusal.ts';
import { parts } from './parts.ts';

/** What a command that does `work` says in a language, and its exit status. */
async function said(
  work: () => unknown,
  lang: 'zh-Hans' | 'en',
  argv: readonly string[] = ['work'],
): Promise<readonly [number, string]> {
  const lines: string[] = [];
  const say = (text: string): void => void lines.push(text);
  const progress = () => ({ at: () => {}, end: () => {} });
  const command: CommandLineCommand = {
    name: 'work',
    usage: 'work',
    summary: { zh: '', en: '' },
    examples: [],
    options: [
      { flag: '--by NAME', text: { zh: '', en: '' } },
      { flag: '--json', text: { zh: '', en: '' } },
    ],
    needs: 'nothing',
    run: async () => {
      await work();
      return 0;
    },
  };
  const register = () => Promise.reject(new Error('No register is needed.'));
  const running = { commands: [command], texts: refusalTexts(parts), register };
  const status = await runCommand(argv, { lang, folder: '/', print: say, error: say, progress }, running);
  return [status, lines.join('\n')];
}

describe('a command that meets what it cannot use', () => {
  test.each([
    ['a file that is not there', () => readFile('/nowhere/register.guiju'), '/nowhere/register.guiju', 'ENOENT'],
    ['a place that it may not write', () => mkdir('/proc/guiju'), '/proc/guiju', 'ENOENT'],
    ['a public key that is none', () => keyGiven('garbage'), 'garbage', 'no public key'],
  ])('%s: names it and what to do, without a stack', async (_what, work, named, why) => {
    const [status, text] = await said(work, 'en');
    expect(status).toBe(1);
    expect(text).toContain(named);
    expect(text).toContain(why);
    expect(text).not.toMatch(/ at |\{/);
    expect(text.split('\n')).toHaveLength(2);
    expect((await said(work, 'zh-Hans'))[1]).toMatch(/[一-鿿].*。\n[一-鿿]/);
  });

  test('a sealer that fails: told after the answer, with what to do', async () => {
    const sealNow = () => Promise.reject(refusal('seals.sealing-failed', { reason: 'duplicate key' }));
    const said: string[] = [];
    const console = { lang: 'en', error: (text: string) => void said.push(text) } as const;
    const sealer = { sealNow, start: () => {}, stop: async () => {} };
    expect(await sealedAtEnd(sealer, console, refusalTexts(parts))).toBe(false);
    expect(said.join('\n')).toMatch(/Sealing failed \(duplicate key\).*\n.*guiju verify/);
  });

  test('a mistake of a field: told once, several each once', async () => {
    const details = { field: 'on', reason: 'no day', reasonZh: '不是日期' };
    const problem = (field: string) => ({ code: 'foundation.input-invalid', field, details: { ...details, field } });
    const refusing =
      (...fields: string[]) =>
      () => {
        throw new Refusal('foundation.input-invalid', { ...details, field: fields[0] }, fields.map(problem));
      };
    expect((await said(refusing('on'), 'en'))[1].match(/“on”/g)).toHaveLength(1);
    const several = (await said(refusing('on', 'by'), 'en'))[1];
    expect(several.match(/“on”/g)).toHaveLength(1);
    expect(several.match(/“by”/g)).toHaveLength(1);
  });

  test.each([
    [['work', '--bogus'], '没有选项 --bogus', 'no option --bogus'],
    [['work', '--by'], '选项 --by 后面要写出它的值', 'option --by needs a value'],
    [['work', '--json=yes'], '选项 --json 后面不带值', 'option --json takes no value'],
    [['help', 'nosuch'], '没有命令 nosuch', 'no command nosuch'],
    [['nosuch'], '没有命令 nosuch', 'no command nosuch'],
  ])('%j: says so in the language of the reader', async (argv, zh, en) => {
    const [status, text] = await said(() => {}, 'zh-Hans', argv);
    expect(status).toBe(2);
    expect(text).toContain(zh);
    expect(text).not.toMatch(/Unknown|argument/);
    expect((await said(() => {}, 'en', argv))[1]).toContain(en);
  });

  test('throws a fault of ours on and does not dress it up as a file', async () => {
    const broken = () => Promise.reject(new TypeError('ours'));
    await expect(said(broken, 'en')).rejects.toThrow('ours');
  });
});
