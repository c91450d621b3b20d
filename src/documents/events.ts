import { z } from 'zod';
import type { EventType, Visibility } from '../foundation/events.ts';
import { textFactsShape } from './text-access.ts';

export const contentHash = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const subjectShape = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  key: z.string().min(1).max(200),
});
const content = z.strictObject({
  hash: contentHash,
  size: z.number().int().positive(),
  mediaType: z.string().min(3).max(120),
  fileName: z.strictObject({ textId: z.uuid(), hash: contentHash }),
});
export const originShape = z.union([
  z.strictObject({ how: z.enum(['uploaded', 'brought-in']) }),
  z.strictObject({ how: z.literal('rendered'), template: z.string().min(1).max(60), templateHash: contentHash }),
]);
const by = z.strictObject({ organization: z.uuid(), role: z.string().min(1).max(60) });

/**
 * Nothing of a document is public by itself: what may be seen of it says its access rule for each visitor and day. The name of
 * a file is a person's.
 */
function documentEvent(type: string, fields: Readonly<Record<string, z.ZodType>>): EventType {
  const visibility = Object.fromEntries(
    Object.keys(fields).map((field): readonly [string, Visibility] => [field, 'restricted']),
  );
  return {
    type,
    kind: 'document',
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility,
    claims: () => ({}),
  };
}

export const documentEvents: readonly EventType[] = [
  documentEvent('document-entered', {
    subject: subjectShape,
    kind: z.string().min(1).max(60),
    title: z.string().min(1).max(300),
    lang: z.string().min(2).max(20),
    access: textFactsShape,
  }),
  documentEvent('document-version-added', { content, origin: originShape, by }),
  documentEvent('document-access-changed', { access: textFactsShape, reason: z.string().min(1).max(500) }),
  documentEvent('document-version-approved', { hash: contentHash, rule: z.string().min(1).max(500), by }),
  /** The sealed and signed paper came back, for the version that it signs. */
  documentEvent('document-scan-bound', { content, signs: contentHash, by }),
  documentEvent('document-withdrawn', { on: day, reason: z.string().min(1).max(500) }),
  /** The content is gone from the store; what it was stays known by its hash alone. */
  documentEvent('document-content-erased', { hash: contentHash, basis: z.string().min(1).max(500) }),
];
