import type { Language, LanguageText } from '../../portal/languages.ts';
import type { TitleView } from './standard-link.ts';

/** Titles with that of the page's language first, then Chinese, English and the rest. */
export function titlesFor(lang: Language, titles: readonly TitleView[]): readonly TitleView[] {
  const rank = (title: TitleView) => [lang, 'zh-Hans', 'en'].indexOf(title.lang);
  const place = (title: TitleView) => (rank(title) === -1 ? 9 : rank(title));
  return titles.toSorted((a, b) => place(a) - place(b));
}

/** The title a page of this language leads with; the number where the register holds no title. */
export function leadingTitle(lang: Language, titles: readonly TitleView[], number: string): LanguageText {
  return titlesFor(lang, titles)[0] ?? { text: number, lang: 'en' };
}
