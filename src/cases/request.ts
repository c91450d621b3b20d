import type { Context } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import type { HeldCase } from './case-state.ts';
import { loadCases } from './facts.ts';
import { caseNumbered } from './queries.ts';

export type CaseRequest = Context<HttpEnvironment>;

/**
 * The case that an address names by its number or its plan number.
 *
 * @throws Refusal `cases.not-found`
 */
export async function caseAsked(deps: Pick<Deps, 'database' | 'types'>, number: string): Promise<HeldCase> {
  const key = await caseNumbered(deps.database, number.slice(0, 60));
  const held = key === undefined ? undefined : (await loadCases(deps.database, [key], deps.types)).get(key.caseId);
  if (held === undefined) throw refusal('cases.not-found', {});
  return held;
}
