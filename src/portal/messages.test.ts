import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standardsMessages } from '../standards/pages/texts.ts';
import { defineMessages, type Message, translator } from './messages.ts';
import { portalMessages } from './texts.ts';

const folders = [
  { name: 'portal', messages: portalMessages, sources: ['src/portal'] },
  { name: 'standards', messages: standardsMessages, sources: ['src/standards'] },
];

test.each(folders)('every sentence of $name exists in both languages with the same values', ({ messages }) => {
  const en = new Map<string, Message>(Object.entries(messages.en));
  const zh = new Map<string, Message>(Object.entries(messages['zh-Hans']));
  expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  for (const [key, message] of en) {
    const chinese = zh.get(key);
    expect(forms(chinese).length, key).toBeGreaterThan(0);
    for (const form of [...forms(message), ...forms(chinese)]) expect(form.trim(), key).not.toBe('');
    // A plural form may say "1" instead of {n}; every other value must stand in each form.
    const wanted = namesIn(forms(chinese)[0] ?? '').filter((name) => name !== '{n}');
    for (const form of forms(message))
      expect(
        namesIn(form).filter((name) => name !== '{n}'),
        key,
      ).toEqual(wanted);
  }
});

test.each(folders)('no sentence of $name waits in vain: each is used by a page', ({ messages, sources }) => {
  const code = sources.flatMap(codeIn).join('\n');
  // Keys put together from a family and one of its members: `says.inForce.${tense}`.
  const patterns = [...code.matchAll(/`((?:[\w-]+\.)+(?:[\w.-]|\$\{[^{}`]*\})*)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  const unused = Object.keys(messages.en).filter(
    (key) => !code.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test('Chinese sentences use full-width punctuation and none of the words that are avoided', () => {
  for (const { messages } of folders) {
    for (const [key, message] of Object.entries(messages['zh-Hans'])) {
      for (const form of forms(message)) {
        expect(form, key).not.toMatch(/请(?!求)|您|成功|[\u4e00-\u9fff][,;:!?](?![\w/])/);
      }
    }
    for (const [key, message] of Object.entries(messages.en)) {
      for (const form of forms(message)) expect(form, key).not.toMatch(/\b(?:please|successfully|click here)\b|!/i);
    }
  }
});

test('a number chooses its plural form and is written with thousands', () => {
  const t = translator(defineMessages({ rows: { one: '1 row', other: '{n} rows' } }, { rows: '{n} 行' }), 'en');
  expect([t('rows', { n: 1 }), t('rows', { n: 12_345 })]).toEqual(['1 row', '12,345 rows']);
});

test('a sentence whose value is missing is a fault, not a gap', () => {
  const t = translator(defineMessages({ by: 'by {who}' }, { by: '由{who}' }), 'en');
  expect(() => t('by')).toThrow('nothing is given for {who}');
});

/** Placeholders and tags of a sentence, in any order. */
function namesIn(message: string): readonly string[] {
  return [...message.matchAll(/\{\w+\}|<\/?\w+>/g)].map(([name]) => name).sort();
}

function forms(message: Message | undefined): readonly string[] {
  if (message === undefined) return [];
  return typeof message === 'string' ? [message] : Object.values(message).filter((form) => form !== undefined);
}

function codeIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
}
