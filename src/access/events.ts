import { z } from 'zod';
import type { EventType } from '../foundation/events.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

function linkEvent(type: string, fields: Readonly<Record<string, z.ZodType>>, claims?: EventType['claims']): EventType {
  return {
    type,
    kind: 'task-link',
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility: Object.fromEntries(Object.keys(fields).map((field) => [field, 'restricted' as const])),
    claims: claims ?? (() => ({})),
  };
}

/** Personal links for one task: who was sent one, and what became of it. */
export const accessEvents: readonly EventType[] = [
  linkEvent('task-link-issued', {
    tokenHash: sha256,
    person: z.uuid(),
    kind: z.string().min(1),
    key: z.string().min(1).max(200),
    until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  }),
  /** The claim lets one act alone use it, whatever comes at the same time. */
  linkEvent('task-link-used', { tokenHash: sha256 }, ({ tokenHash }) => ({
    take: [{ kind: 'task-link-used', value: String(tokenHash) }],
  })),
  linkEvent('task-link-replaced', { by: z.uuid() }),
];
