import type { Child } from 'hono/jsx';
import type { Language } from './languages.ts';

/** Elements joined as the language joins them: "A, B and C", “A、B和C”; or with "or". */
export function listed(
  lang: Language,
  items: readonly Child[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): Child {
  const parts = new Intl.ListFormat(lang, { type }).formatToParts(items.map((_, index) => String(index)));
  return parts.map((part) => (part.type === 'element' ? items[Number(part.value)] : part.value));
}
