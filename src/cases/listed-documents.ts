import type { CaseHouse } from './case-desk.ts';

/** Kinds of documents that a rule of the rulebook lists. */
export function listedIn({ library }: CaseHouse, rule: string): readonly string[] {
  const values = library.rulebook.get(rule)?.values ?? [];
  return values.flatMap(({ content }) => (content.kind === 'documents' ? content.documents : []));
}
