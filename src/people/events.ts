import { z } from 'zod';
import type { EventType, Visibility } from '../foundation/events.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const reference = z.strictObject({ textId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const emailKey = z.string().regex(/^[0-9a-f]{64}$/);
const lang = z.enum(['zh-Hans', 'en']);

interface Fields {
  readonly fields: Readonly<Record<string, z.ZodType>>;
  readonly personal?: readonly string[];
  readonly public?: readonly string[];
  readonly claims?: EventType['claims'];
}

function eventType(
  kind: string,
  type: string,
  { fields, personal = [], public: open = [], claims }: Fields,
): EventType {
  const visibility = (field: string): Visibility => {
    if (personal.includes(field)) return 'personal';
    return open.includes(field) ? 'public' : 'restricted';
  };
  return {
    type,
    kind,
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility: Object.fromEntries(Object.keys(fields).map((field) => [field, visibility(field)])),
    claims: claims ?? (() => ({})),
  };
}

/** One person is entered once for an e-mail address; the claim holds a keyed hash that nobody can guess an address from. */
const emailClaims = (keys: unknown) =>
  z
    .array(emailKey)
    .parse(keys)
    .map((value) => ({ kind: 'person-email', value }));

const ofPerson = {
  name: reference,
  email: reference.optional(),
  phone: reference.optional(),
  emailKey: emailKey.optional(),
  lang,
};
const personalFields = ['name', 'email', 'phone', 'emailKey', 'takes', 'releases'];

/** Persons: who they are lies apart, the events hold references alone. */
const personEvents: readonly EventType[] = [
  eventType('person', 'person-entered', {
    fields: { ...ofPerson, takes: z.array(emailKey) },
    personal: personalFields,
    claims: ({ takes }) => ({ take: emailClaims(takes) }),
  }),
  eventType('person', 'person-changed', {
    fields: { ...ofPerson, takes: z.array(emailKey), releases: z.array(emailKey) },
    personal: personalFields,
    claims: ({ takes, releases }) => ({ take: emailClaims(takes), release: emailClaims(releases) }),
  }),
  /** What was written of the person is erased; the address may be entered again. */
  eventType('person', 'person-forgotten', {
    fields: { releases: z.array(emailKey), basis: z.string() },
    personal: ['releases'],
    claims: ({ releases }) => ({ release: emailClaims(releases) }),
  }),
  /** Away from a day up to and without another. */
  eventType('person', 'absence-announced', { fields: { from: day, until: day, substitute: z.uuid().optional() } }),
];

const appointmentEvents: readonly EventType[] = [
  eventType('appointment', 'appointment-given', {
    fields: {
      person: z.uuid(),
      role: z.string(),
      scope: z.enum(['own', 'below', 'everywhere']),
      from: day,
      until: day.optional(),
      givenBy: z.uuid().optional(),
      decision: z.string().optional(),
    },
    public: ['role', 'scope', 'from', 'until', 'decision'],
  }),
  eventType('appointment', 'appointment-ended', { fields: { until: day }, public: ['until'] }),
  eventType('appointment', 'appointment-delegated', {
    fields: { delegation: z.uuid(), to: z.uuid(), from: day, until: day, reason: reference },
    personal: ['reason'],
  }),
  eventType('appointment', 'delegation-ended', { fields: { delegation: z.uuid(), until: day } }),
];

export const peopleEvents: readonly EventType[] = [...personEvents, ...appointmentEvents];
