import { refusalMessage } from '../foundation/refusal.ts';
import type { Language } from '../portal/languages.ts';
import type { StandardStatement } from './model.ts';
import { sourceReadingTexts } from './sources/refusals.ts';
import { statementShape } from './statement-shape.ts';

/** The day of implementation that lies before the publication: nearly always a slip. Kept as it is given, and doubted. */
export function implementedBeforePublished({
  publishedOn,
  implementations,
}: Pick<StandardStatement, 'publishedOn' | 'implementations'>): string | undefined {
  return implementations.find(({ date }) => date && publishedOn && date.last < publishedOn.first)?.date?.written;
}

/** What an import would doubt in a statement, said to the registrar who gives it whole. */
export function statementRemarks(statement: unknown, lang: Language): readonly string[] {
  const given = statementShape.safeParse(statement);
  const value = given.success ? implementedBeforePublished(given.data) : undefined;
  if (value === undefined) return [];
  const doubt = { code: 'standards.implemented-before-published', details: { value } };
  const { text, remedy } = refusalMessage(sourceReadingTexts, doubt, lang);
  return [lang === 'en' ? `Remark: ${text} ${remedy}` : `存疑：${text}${remedy}`];
}
