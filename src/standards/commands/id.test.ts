import { expect, it } from 'vitest';
import { idCommand } from './id.ts';

async function printed(
  text: string,
  options = {},
): Promise<{ readonly status: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const console = {
    print: (line: string) => lines.push(line),
    error: (line: string) => lines.push(line),
    progress: () => ({ at: () => {}, end: () => {} }),
    lang: 'en' as const,
    folder: '.',
  };
  if (idCommand.needs !== 'nothing') throw new Error('id reads no register.');
  return { status: await idCommand.run({ args: [text], options }, console), lines };
}

it('a number in any spelling is answered with its canonical form and its parts', async () => {
  const { status, lines } = await printed('ＧＢ／Ｔ４２０６１—2022');
  expect(status).toBe(0);
  expect(lines[0]).toBe('GB/T 42061-2022');
  expect(lines.length).toBeGreaterThan(2);
});

it.each([
  ['91350100M000100Y43', 'credit-code'],
  ['6901234567892', 'gtin'],
  ['20170425-T-469', 'plan-number'],
  ['ISO 14971:2019', 'standard-number'],
])('%s is told to be a %s', async (text, identifier) => {
  const { status, lines } = await printed(text, { json: true });
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ identifier });
  expect(status).toBe(0);
});

it('a wrong check character is refused with the right one', async () => {
  const { status, lines } = await printed('91350100M000100Y44', { json: true });
  expect(status).toBe(1);
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ outcome: 'wrong-check', expected: '3', found: '4' });
});
