import type { FieldSpec } from './understanding.ts';

/** A heading as it is compared: full-width made narrow, case, spaces and marks dropped. */
export function headingKey(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export interface NameMatch {
  readonly field: string;
  readonly why: 'name' | 'name-and-more';
  /** Characters of the name that was found, so that the longest wins. */
  readonly length: number;
}

/** Finds the field that a heading names. */
export type FindField = (headings: readonly string[]) => NameMatch | undefined;

/** Prepares the names of all fields. The finder takes a heading in several forms and gives the best match of any. */
export function fieldFinder(fields: readonly FieldSpec[]): FindField {
  const exact = new Map<string, string>();
  const inner: { readonly key: string; readonly field: string }[] = [];
  for (const { field, names } of fields)
    for (const name of [field, ...names]) {
      for (const key of [headingKey(name), wordKey(name)]) if (key !== '' && !exact.has(key)) exact.set(key, field);
      const key = headingKey(name);
      if (key.length >= (isChinese(key) ? 2 : 4)) inner.push({ key, field });
    }
  inner.sort((a, b) => b.key.length - a.key.length);
  const known = new Map<string, NameMatch | undefined>();
  const find = (heading: string) => {
    if (!known.has(heading)) known.set(heading, findOne(heading, exact, inner));
    return known.get(heading);
  };
  return (headings) => {
    const matches = headings.map(find).filter((match) => match !== undefined);
    return matches.find(({ why }) => why === 'name') ?? matches.toSorted((a, b) => b.length - a.length)[0];
  };
}

function findOne(
  heading: string,
  exact: ReadonlyMap<string, string>,
  inner: readonly { readonly key: string; readonly field: string }[],
): NameMatch | undefined {
  // A heading is short; a long text that happens to hold a name is a title or a note.
  if (heading.length > 60) return undefined;
  const key = headingKey(heading);
  if (key === '') return undefined;
  for (const form of formsOf(heading)) {
    const field = exact.get(form);
    if (field !== undefined) return { field, why: 'name', length: form.length };
  }
  const found = inner.find((name) => key.includes(name.key) && name.key.length * 4 >= key.length);
  return found && { field: found.field, why: 'name-and-more', length: found.key.length };
}

/** The heading as a whole, without brackets, and each language of a bilingual one. */
function formsOf(heading: string): readonly string[] {
  const bare = heading.replace(/[（(［[【][^）)\]］】]*[）)\]］】]/g, '');
  const parts = heading.split(/[/|]|(?<=[\u3400-\u9fff）)])\s*(?=[A-Za-z(（])/);
  return [heading, bare, ...parts].flatMap((part) => [headingKey(part), wordKey(part)]).filter((form) => form !== '');
}

/** English headings turn their words around: `date of publication` is `publication date`. */
function wordKey(text: string): string {
  const words =
    text
      .slice(0, 200)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  if (words.length < 2 || isChinese(text)) return '';
  return `words ${words
    .filter((word) => !fillers.has(word))
    .toSorted()
    .join(' ')}`;
}

const fillers: ReadonlySet<string> = new Set(['of', 'the', 'a', 'in', 'for', 'and']);

function isChinese(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}
