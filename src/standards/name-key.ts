/** A name of an organization without spaces, punctuation and variants of width, so that spellings of one name meet. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・.,，。()（）"'“”‘’-]+/g, '');
}
