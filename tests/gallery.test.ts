import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../src/portal/languages.ts';
import { contents, pictureFile } from './support/gallery/contents.ts';
import { looksOf } from './support/gallery/looks.ts';
import { gallery } from './support/gallery-samples.tsx';

const folder = join(import.meta.dirname, '../docs/gallery');
const states = Object.keys(gallery('en'));
const pictures = readdirSync(folder).filter((file) => file.endsWith('.webp'));

test('the gallery shows every state of every page in both languages, and nothing else', () => {
  const wanted = languages.flatMap((lang) =>
    states.flatMap((state) => looksOf(state).map(({ name }) => pictureFile(state, lang, name))),
  );
  expect(pictures.toSorted()).toEqual(wanted.toSorted());
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(contents(states));
});

test('the gallery stays small: under 120 kB a picture, under 6 MB together', () => {
  const sizes = pictures.map((file) => statSync(join(folder, file)).size);
  expect(Math.max(...sizes)).toBeLessThan(120_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
});
