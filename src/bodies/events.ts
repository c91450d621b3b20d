import { z } from 'zod';
import type { EventType } from '../foundation/events.ts';
import { organizationEntered, organizationStated } from './organization.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const claim = z.strictObject({ kind: z.string(), value: z.string() });

/** Everything that is entered of an organization; a change states it anew as a whole. */
const whole = {
  names: z.strictObject({ 'zh-Hans': z.string().min(1), en: z.string().min(1) }),
  kind: z.string().min(1),
  creditCode: z.string().optional(),
  region: z.string().optional(),
  parent: z.uuid().optional(),
};

const visible = {
  names: 'public',
  kind: 'public',
  creditCode: 'public',
  region: 'public',
  parent: 'public',
  takes: 'public',
  releases: 'public',
} as const;

/** An organization is entered in full; one that was known by its code or by a source gets what it lacks. */
const organizationRegistered: EventType = {
  type: 'organization-registered',
  kind: 'organization',
  schema: 1,
  schemas: { 1: z.strictObject({ ...whole, takes: z.array(claim) }) },
  steps: {},
  visibility: visible,
  claims: ({ takes }) => ({ take: z.array(claim).parse(takes) }),
};

/** From a day on the organization has another name, place or superior. */
const organizationChanged: EventType = {
  type: 'organization-changed',
  kind: 'organization',
  schema: 1,
  schemas: { 1: z.strictObject({ ...whole, from: day, takes: z.array(claim), releases: z.array(claim) }) },
  steps: {},
  visibility: { ...visible, from: 'public' },
  claims: ({ takes, releases }) => ({ take: z.array(claim).parse(takes), release: z.array(claim).parse(releases) }),
};

export const bodiesEvents: readonly EventType[] = [
  organizationEntered,
  organizationStated,
  organizationRegistered,
  organizationChanged,
];
