/** One paragraph of a text, with the number of its clause where it begins one. */
export interface Clause {
  /** `5.2.1`, `A.3`, `第二条`, `a)`; absent for a paragraph within a clause. */
  readonly label?: string;
  readonly text: string;
}

/** Clause numbers as GB/T 1.1 and laws write them at the head of a paragraph; what follows is set off from them. */
const heading =
  /^(?:(附\s?录\s?[A-Z]|[A-Z](?:\.\d{1,3}){1,5}|\d{1,3}(?:\.\d{1,3}){0,6}|第[一二三四五六七八九十百零〇\d]+[条章节]|(?:Annex|Clause)\s[A-Z\d]+|[a-z]\)|\d{1,2}\))(?:[\s\u3000]+|(?=[\u4e00-\u9fff]))|((?:注|示例)\s?\d{0,2})[:：])(.*)$/su;

/** Parts the clause number from the text. A quantity at the head of a sentence (`5 mm 的间隙`) is no number of a clause. */
export function clauseOf(line: string): Clause {
  const text = line.replace(/[\s\u3000]+/g, ' ').trim();
  const found = heading.exec(text);
  const label = found?.[1] ?? found?.[2];
  const rest = found?.[3]?.trim() ?? '';
  if (label === undefined || rest === '' || (/^\d+$/.test(label) && quantity.test(rest))) return { text };
  return { label: label.replace(/\s/g, ''), text: rest };
}

const quantity = /^(?:%|‰|℃|°|[µμmkMGn]?(?:m|g|s|A|V|W|Hz|Pa|N|J|K|L|mol|min|h|d)\b|[年月日个次天项条倍])/;

/** A text taken out of a file, or why there is none to compare. */
export type ExtractedText =
  | { readonly clauses: readonly Clause[] }
  | { readonly reason: 'no-text' | 'no-reader' | 'not-comparable' | 'unreadable' };
