import { z } from 'zod';
import type { EventType, Visibility } from '../foundation/events.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const name = z.string().min(1).max(100);
const value = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]);
const facts = z.record(name, value);
const reference = z.strictObject({ textId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const due = z.strictObject({
  day,
  rule: name,
  jurisdiction: z.string(),
  isConfirmed: z.boolean(),
  holidaysKnown: z.boolean(),
});
const document = z.strictObject({ document: name, hash: z.string(), on: day });
const count = z.int().min(0);
const result = z.strictObject({
  asked: count.optional(),
  replied: count.optional(),
  received: count.optional(),
  answered: count.optional(),
  upheld: count.optional(),
  entitled: count.optional(),
  favour: count.optional(),
  against: count.optional(),
  abstained: count.optional(),
});
const verdict = z.enum(['carried', 'notCarried', 'noQuorum']);
const takenBy = z.union([
  z.literal('time'),
  z.strictObject({
    organization: z.string().optional(),
    appointment: z.string().optional(),
    role: z.string().optional(),
  }),
]);
const elsewhere = z.strictObject({ channel: z.string().min(1), on: day, number: z.string().optional() });

/** What the case waits for after the event, resolved to roles and organizations: the inbox is folded from it. */
export const waitShape = z.strictObject({
  track: name,
  stage: name,
  code: z.string().optional(),
  role: name,
  organization: z.string().optional(),
  steps: z.array(name),
  since: day,
  due: day.optional(),
  isConfirmed: z.boolean().optional(),
  closesOn: day.optional(),
});
export type Wait = z.output<typeof waitShape>;

/** What lists show of a case: its words, and the kind of its stage. */
const shown = z.strictObject({
  waits: z.array(waitShape),
  /** Clocks at whose end time takes a step. */
  timed: z.array(name),
  stageCode: z.string().optional(),
  outcome: z.enum(['done', 'refused', 'terminated', 'withdrawn', 'merged']).optional(),
});
export type Shown = z.output<typeof shown>;

const running = z.strictObject({
  startedOn: day,
  due,
  extensions: count,
  stoppedOn: day.optional(),
});
const window = z.strictObject({
  openedOn: day,
  closesOn: day,
  stage: name,
  result: result.optional(),
  concludedOn: day.optional(),
  verdict: verdict.optional(),
  isAbandoned: z.literal(true).optional(),
});
const taken = z.strictObject({
  step: name,
  on: day,
  by: takenBy,
  isWitnessed: z.boolean(),
  elsewhere: elsewhere.optional(),
  isEnteredFor: z.literal(true).optional(),
});

const whole = z.strictObject({
  procedure: name,
  version: z.int().min(1),
  jurisdictions: z.array(z.string()),
  openedOn: day,
  stages: z.record(name, z.strictObject({ stage: name, since: day })),
  ended: z.strictObject({ stage: name, on: day }).optional(),
  suspended: z.strictObject({ on: day, step: name, due }).optional(),
  facts,
  parties: z.record(name, z.string()),
  documents: z.record(name, document),
  approvals: z.record(name, z.strictObject({ hash: z.string(), on: day, step: name })),
  windows: z.record(name, z.array(window)),
  clocks: z.record(name, running),
  taken: z.array(taken),
});

const stepTaken = {
  step: name,
  on: day,
  by: takenBy,
  elsewhere: elsewhere.optional(),
  isEnteredFor: z.literal(true).optional(),
  facts: facts.optional(),
  documents: z.record(name, document).optional(),
  approves: z.record(name, z.string()).optional(),
  moves: z.array(z.strictObject({ track: name, to: name })).optional(),
  clocksStarted: z.record(name, due).optional(),
  clocksStopped: z.array(name).optional(),
  clocksMoved: z.record(name, due).optional(),
  isExtension: z.literal(true).optional(),
  opened: z.strictObject({ window: name, closesOn: day, stage: name }).optional(),
  concluded: z.strictObject({ window: name, result, verdict: verdict.optional() }).optional(),
  abandonedWindows: z.array(name).optional(),
  suspended: due.optional(),
  resumed: z.literal(true).optional(),
  parties: z.record(name, z.string()).optional(),
  ended: name.optional(),
  reopened: z.literal(true).optional(),
  into: z.array(z.string()).optional(),
  makes: z.array(name).optional(),
};

/** A case is the office's work until it is published: its lists and pages show what the permissions of each page allow. */
function caseEvent(
  type: string,
  fields: Readonly<Record<string, z.ZodType>>,
  more: { readonly personal?: readonly string[]; readonly claims?: EventType['claims'] } = {},
): EventType {
  const visibility = (field: string): Visibility => (more.personal?.includes(field) ? 'personal' : 'restricted');
  return {
    type,
    kind: 'case',
    schema: 1,
    schemas: { 1: z.strictObject(fields) },
    steps: {},
    visibility: Object.fromEntries(Object.keys(fields).map((field) => [field, visibility(field)])),
    claims: more.claims ?? (() => ({})),
  };
}

const takesNumber: EventType['claims'] = ({ number }) =>
  typeof number === 'string' ? { take: [{ kind: 'case-number', value: number }] } : {};

export const caseEvents: readonly EventType[] = [
  caseEvent(
    'case-opened',
    {
      number: name,
      procedure: name,
      version: z.int().min(1),
      jurisdictions: z.array(z.string()),
      on: day,
      parties: z.record(name, z.string()),
      facts,
    },
    { claims: takesNumber },
  ),
  /** A project that began elsewhere, or one that was split off: it stands where it stood. */
  caseEvent(
    'case-brought-in',
    {
      number: name,
      from: z.union([
        z.strictObject({ kind: z.literal('elsewhere') }),
        z.strictObject({ kind: z.literal('split'), of: z.string() }),
      ]),
      state: whole,
      shown,
    },
    { claims: takesNumber },
  ),
  caseEvent(
    'case-step-taken',
    {
      ...stepTaken,
      shown,
      /** What persons wrote about persons or in confidence, by fact. */
      privateFacts: z.record(name, reference).optional(),
      /** For whom the secretariat entered it, and the scan of what came on paper. */
      enteredFor: reference.optional(),
      scan: z.strictObject({ document: name, hash: z.string() }).optional(),
    },
    { personal: ['privateFacts', 'enteredFor'] },
  ),
  caseEvent('case-document-changed', { on: day, kind: name, document }),
  caseEvent('case-moved-to-version', {
    on: day,
    version: z.int().min(1),
    clocksStarted: z.record(name, due),
    clocksMoved: z.record(name, due),
    clocksStopped: z.array(name),
    reason: z.string().min(1),
    shown,
  }),
];
