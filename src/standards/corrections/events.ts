import { z } from 'zod';
import type { EventType, Visibility } from '../../foundation/events.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const reference = z.strictObject({ textId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
/** What the reader wrote and who it was is the reader's; where the record is wrong is everybody's. */
const personal: readonly string[] = ['shouldBe', 'evidence', 'email'];

function correctionEvent(type: string, fields: Readonly<Record<string, z.ZodType>>): EventType {
  const visibility = (field: string): Visibility => (personal.includes(field) ? 'personal' : 'public');
  return {
    type,
    kind: 'correction-request',
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility: Object.fromEntries(Object.keys(fields).map((field) => [field, visibility(field)])),
    claims: ({ number }) => (typeof number === 'string' ? { take: [{ kind: 'correction', value: number }] } : {}),
  };
}

export const correctionEvents: readonly EventType[] = [
  correctionEvent('correction-requested', {
    number: z.string().min(1),
    standard: z.strictObject({ homeId: z.uuid(), standardId: z.uuid() }),
    standardNumber: z.string(),
    standardAddress: z.string(),
    field: z.string(),
    was: z.string(),
    shouldBe: reference,
    evidence: reference,
    email: reference.optional(),
    answerBy: day,
  }),
  /** The answer of the register: accepted, with the correction in the same act or in one before, or refused. */
  correctionEvent('correction-answered', { accepted: z.boolean(), corrected: z.boolean(), reason: z.string() }),
];
