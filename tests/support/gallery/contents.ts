import { languages } from '../../../src/portal/languages.ts';
import { looksOf } from './looks.ts';

/** The file of one picture. */
export function pictureFile(state: string, lang: string, look: string): string {
  return `${state}.${lang}.${look}.webp`;
}

/** The page of docs/gallery: every state under its name, in both languages and all its looks. */
export function contents(states: readonly string[]): string {
  return [
    '# Gallery',
    '',
    'Every kind of page in every state a reader can meet, in both languages, wide (1280 px) and narrow (360 px); the main',
    'kinds also dark, on paper and in forced colours. Records, organizations and persons are samples. Long pages are cut.',
    '',
    '`npm run gallery` makes the pictures anew whose page changed; a test tells when one is missing.',
    '',
    states.map((state) => `[${state}](#${state})`).join(' · '),
    '',
    ...states.flatMap((state) => [`## ${state}`, '', ...looksOf(state).map(({ name }) => pair(state, name)), '']),
  ].join('\n');
}

function pair(state: string, look: string): string {
  const width = look === 'narrow' ? 180 : 400;
  return languages
    .map((lang) => {
      const file = pictureFile(state, lang, look);
      return `<a href="${file}"><img src="${file}" width="${width}" alt="${state}, ${lang}, ${look}"></a>`;
    })
    .join('\n');
}
