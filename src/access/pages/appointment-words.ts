import type { Language } from '../../portal/languages.ts';
import { accessText } from './texts.ts';

interface Days {
  readonly from: string;
  readonly until: string | null;
}

export function daysText(lang: Language, { from, until }: Days): string {
  const t = accessText(lang);
  return until === null ? t('authority.daysOpen', { from }) : t('authority.daysUntil', { from, until });
}

export function stateText(lang: Language, { from, until }: Days, today: string): string {
  const t = accessText(lang);
  if (from > today) return t('person.toCome');
  return until !== null && until <= today ? t('person.over') : t('person.inForce');
}
