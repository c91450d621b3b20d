import type { Language } from '../../portal/languages.ts';
import type { Title } from '../model.ts';

/** The title in a language, else the first one; empty where the register holds none. */
export function titleOf(titles: readonly Pick<Title, 'lang' | 'text'>[], lang: Language): string {
  return (titles.find((title) => title.lang === lang) ?? titles[0])?.text ?? '';
}
