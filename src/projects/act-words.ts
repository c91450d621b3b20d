import type { FactValue } from '@guiju/procedure-language';
import type { ActOccasion } from '../cases/index.ts';

export function textFact(facts: Readonly<Record<string, FactValue>>, name: string): string | undefined {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function listFact(facts: Readonly<Record<string, FactValue>>, name: string): readonly string[] {
  const value = facts[name];
  return typeof value === 'object' ? value : [];
}

/** The case as events of other streams name it. */
export function caseReference({ homeId, caseId, caseNumber }: ActOccasion) {
  return { homeId, caseId, number: caseNumber };
}

export function titleOf(facts: Readonly<Record<string, FactValue>>): { readonly zh?: string; readonly en?: string } {
  const zh = textFact(facts, 'title-zh');
  const en = textFact(facts, 'title-en');
  return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
}
