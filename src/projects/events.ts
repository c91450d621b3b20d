import { z } from 'zod';
import type { EventType } from '../foundation/events.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const title = z.strictObject({ zh: z.string().optional(), en: z.string().optional() });
const ofCase = z.strictObject({ homeId: z.uuid(), caseId: z.uuid(), number: z.string() });

/** What the plan and the announcements say is public from the day of the act. */
function publicEvent(
  kind: string,
  type: string,
  fields: Readonly<Record<string, z.ZodType>>,
  claims: EventType['claims'] = () => ({}),
): EventType {
  return {
    type,
    kind,
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility: Object.fromEntries(Object.keys(fields).map((field) => [field, 'public'])),
    claims,
  };
}

/** A number is claimed when it is given, and never let go: none is given twice. */
const takes =
  (kind: string): EventType['claims'] =>
  ({ number }) =>
    typeof number === 'string' ? { take: [{ kind, value: number }] } : {};

export const projectEvents: readonly EventType[] = [
  publicEvent(
    'plan-item',
    'plan-item-issued',
    {
      number: z.string(),
      subject: z.enum(['standard', 'foreign-version', 'reference-material']),
      year: z.int(),
      serial: z.int().min(1),
      nature: z.enum(['mandatory', 'voluntary', 'guiding']).optional(),
      department: z.string().optional(),
      title,
      procedure: z.string(),
      case: ofCase,
      on: day,
    },
    takes('plan-number'),
  ),
  publicEvent('plan-item', 'plan-item-adjusted', { title, reason: z.string(), on: day }),
  publicEvent('plan-item', 'plan-item-cancelled', { reason: z.string(), on: day }),
  publicEvent('plan-item', 'plan-item-done', { standardNumber: z.string(), on: day }),
  publicEvent(
    'assigned-number',
    'standard-number-assigned',
    {
      number: z.string(),
      pool: z.string(),
      serial: z.int().min(1).optional(),
      year: z.int(),
      case: ofCase,
      on: day,
    },
    takes('assigned-number'),
  ),
  /** Serials that nobody got: from the first to the last of them, and why. */
  publicEvent('assigned-number', 'standard-serials-passed-over', {
    pool: z.string(),
    first: z.int().min(1),
    last: z.int().min(1),
    year: z.int(),
    reason: z.string().min(1),
    on: day,
  }),
  publicEvent('assigned-number', 'assigned-number-published', { on: day }),
  publicEvent('assigned-number', 'assigned-number-released', { reason: z.string(), on: day }),
  publicEvent(
    'announcement',
    'announcement-opened',
    {
      number: z.string(),
      kind: z.enum(['standards', 'amendments', 'reference-materials', 'foreign-versions', 'withdrawals']),
      on: day,
    },
    takes('announcement-number'),
  ),
  publicEvent('announcement', 'announcement-item-added', {
    case: ofCase,
    number: z.string().optional(),
    title,
    replaces: z.array(z.string()),
    implementedOn: day.optional(),
    furtherDays: z.array(z.string()),
    planNumber: z.string().optional(),
  }),
];
