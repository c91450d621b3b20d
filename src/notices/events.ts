import { z } from 'zod';
import type { EventType, Visibility } from '../foundation/events.ts';
import { subjectKinds } from './model.ts';

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const reference = z.strictObject({ textId: z.uuid(), hash: sha256 });
const both = z.strictObject({ 'zh-Hans': z.string(), en: z.string() });

export const subjectShape = z.strictObject({
  kind: z.enum(subjectKinds),
  key: z.string().min(1).max(4_000),
  label: both,
  path: z.string().startsWith('/').max(4_200),
});

/** Nothing of a watch is public: what somebody wants to know is theirs, even without their name. */
function watchEvent(
  type: string,
  fields: Readonly<Record<string, z.ZodType>>,
  personal: readonly string[] = [],
): EventType {
  const visibility = (field: string): Visibility => (personal.includes(field) ? 'personal' : 'restricted');
  return {
    type,
    kind: 'watch',
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility: Object.fromEntries(Object.keys(fields).map((field) => [field, visibility(field)])),
    claims: () => ({}),
  };
}

export const watchEvents: readonly EventType[] = [
  watchEvent(
    'watch-asked',
    {
      subject: subjectShape,
      lang: z.enum(['zh-Hans', 'en']),
      email: reference,
      stop: reference,
      confirmHash: sha256,
      stopHash: sha256,
      validUntil: instant,
    },
    ['email'],
  ),
  /** Asked again before it was confirmed: the new link takes the place of the old one. */
  watchEvent('watch-asked-again', { confirmHash: sha256, validUntil: instant }),
  /** What is told begins at this state of the log and this day. */
  watchEvent('watch-confirmed', { fromSize: z.number().int().min(0), fromDay: day }),
  watchEvent('watch-stopped', { basis: z.string() }),
  /** Never confirmed: the address is erased. */
  watchEvent('watch-lapsed', { basis: z.string() }),
];
