/** The languages every page exists in, the register's own first. */
export const languages = ['zh-Hans', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text with the language it is written in, so that the page can mark it with `lang`. */
export interface LanguageText {
  readonly text: string;
  /** BCP 47: `zh-Hans`, `en`, `fr` ... */
  readonly lang: string;
}

/** A label that exists in both languages of the pages. */
export type TextInBoth = Readonly<Record<Language, string>>;

/** A name of a code list or source, which may lack one of the languages. */
export type TextInLanguages = { readonly [lang in Language]?: string | undefined };

export function otherLanguage(lang: Language): Language {
  return lang === 'en' ? 'zh-Hans' : 'en';
}

/** The text in the page's language, else in the other one, with the language it is really in. */
export function textFor(lang: Language, texts: TextInLanguages): LanguageText | undefined {
  const own = texts[lang];
  if (own !== undefined) return { text: own, lang };
  const other = texts[otherLanguage(lang)];
  return other === undefined ? undefined : { text: other, lang: otherLanguage(lang) };
}
