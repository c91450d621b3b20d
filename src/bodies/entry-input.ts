import { checkCreditCode } from '@guiju/identifiers';
import { z } from 'zod';
import type { Definitions } from '../foundation/definitions.ts';
import type { ClaimKey } from '../foundation/events.ts';
import { refusal } from '../foundation/refusal.ts';

const name = z.string().trim().min(1).max(200);

/** Everything that is entered of an organization. */
export const organizationShape = z.strictObject({
  names: z.strictObject({ 'zh-Hans': name, en: name }),
  /** Code of organization-kinds. */
  kind: z.string().max(40),
  creditCode: z.string().max(40).optional(),
  /** GB/T 2260. */
  region: z.string().max(12).optional(),
  parent: z.uuid().optional(),
});

export type OrganizationInput = z.output<typeof organizationShape>;

/**
 * The input with the credit code as the standard writes it.
 *
 * @throws Refusal `bodies.kind-unknown`, `bodies.credit-code-wrong`, `bodies.region-unknown`
 */
export function soundOrganization(input: OrganizationInput, definitions: Definitions, day: string): OrganizationInput {
  if (!definitions.codelist('organization-kinds').at(day).get(input.kind))
    throw refusal('bodies.kind-unknown', { kind: input.kind });
  if (input.region !== undefined && !definitions.codelist('regions').at(day).get(input.region))
    throw refusal('bodies.region-unknown', { region: input.region });
  const { creditCode, ...others } = input;
  if (creditCode === undefined) return others;
  const checked = checkCreditCode(creditCode);
  if (checked.outcome !== 'valid') throw refusal('bodies.credit-code-wrong', { code: creditCode });
  return { ...others, creditCode: checked.value.code };
}

/** One credit code has one organization. */
export const creditCodeClaim = (creditCode: string): ClaimKey => ({ kind: 'credit-code', value: creditCode });
