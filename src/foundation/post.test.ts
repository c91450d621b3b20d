import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../../tests/support/public-desk.ts';
import { type Letter, postOf } from './post.ts';

test('without a server of messages each letter is a file, whole, once, and kept from other users', async () => {
  const house = await openHouse();
  const files = postOf(house);
  const letter: Letter = {
    id: house.random.uuid(),
    to: 'reader@example.org',
    lang: 'zh-Hans',
    subject: '有变化：GB 1-2020\nBcc: x@example.org',
    text: '标准已被代替。\n',
    stopAddress: 'https://register.example/watches/1/stop/2',
  };
  await files.send(letter);
  await files.send(letter);
  const folder = join(house.settings.data, 'messages');
  expect(readdirSync(folder)).toEqual([`${letter.id}.eml`]);
  const text = readFileSync(join(folder, `${letter.id}.eml`), 'utf8');
  expect(text).toContain('List-Unsubscribe: <https://register.example/watches/1/stop/2>');
  expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(text).toContain('Auto-Submitted: auto-generated');
  expect(text).not.toMatch(/^Bcc:/m);
  expect(files.wasSent(letter.id)).toBe(true);
});
