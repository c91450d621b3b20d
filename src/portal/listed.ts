import type { Child } from 'hono/jsx';
import type { Language } from './languages.ts';

/** Elements joined as the language joins them: "A, B and C", “A、B和C”; with "or"; or by commas alone. */
export function listed(lang: Language, items: readonly Child[], type: 'and' | 'or' | 'commas' = 'and'): Child {
  if (type === 'commas') return items.map((item, index) => (index === 0 ? item : [commas[lang], item]));
  const format = new Intl.ListFormat(locales[lang], { type: type === 'and' ? 'conjunction' : 'disjunction' });
  const parts = format.formatToParts(items.map((_, index) => String(index)));
  return parts.map((part) => (part.type === 'element' ? items[Number(part.value)] : part.value));
}

const commas: Readonly<Record<Language, string>> = { en: ', ', 'zh-Hans': '、' };

// British English joins the last two without a comma, as the pages do everywhere.
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-Hans' };

/** What stands between two sentences: a space in English; a Chinese full stop brings its own. */
export function sentenceGap(lang: Language): string {
  return lang === 'en' ? ' ' : '';
}
