import { foundationRefusals } from '../../foundation/http/refusals.ts';
import { type Refusal, refusalMessage } from '../../foundation/refusal.ts';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import type { Language } from '../../portal/languages.ts';
import { importRefusals } from '../import/refusals.ts';
import { standardsText } from '../pages/texts.ts';
import { checkListRefusals } from './refusals.ts';

const texts = { ...foundationRefusals, ...importRefusals, ...checkListRefusals };

/** Which field of the form a refusal is about. */
const fieldOf: Readonly<Record<string, 'numbers' | 'file' | 'as-of'>> = {
  'standards.file-refused': 'file',
  'http.parameter-invalid': 'as-of',
};

/** A refusal that the sender can mend in the form; undefined for one that no field explains. */
export function problemInForm(
  refused: Refusal,
  lang: Language,
): { readonly problem: FieldProblem; readonly category: string } | undefined {
  if (texts[refused.code] === undefined || refused.code === 'standards.list-not-kept') return undefined;
  const { text, remedy, category } = refusalMessage(texts, refused, lang);
  const field = fieldOf[refused.code] ?? 'numbers';
  const t = standardsText(lang);
  const label = { numbers: t('checkList.numbers'), file: t('checkList.file'), 'as-of': t('checkList.asOf') }[field];
  return { problem: { field, label, problem: text, why: remedy }, category };
}
