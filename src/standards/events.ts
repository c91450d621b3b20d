import { z } from 'zod';
import type { ClaimKey, EventData, EventType } from '../foundation/events.ts';

const claimKeys = z.array(z.strictObject({ kind: z.string(), value: z.string() }));
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A statement as its reader made it; the reader's own schema refuses what does not fit. */
const statement = z.looseObject({ number: z.string().min(1) });
const source = z.strictObject({
  name: z.string(),
  key: z.string(),
  statedOn: day,
  rank: z.number().int(),
  locator: z.string().optional(),
});

/** Claims stand in the event itself, so that they are sealed with it and do not move when the parser learns. */
function claims(data: EventData): { readonly take: readonly ClaimKey[]; readonly release: readonly ClaimKey[] } {
  return { take: claimList(data['takes']), release: claimList(data['releases']) };
}

function claimList(value: unknown): readonly ClaimKey[] {
  return Array.isArray(value) ? value.filter(isClaim) : [];
}

function isClaim(value: unknown): value is ClaimKey {
  return typeof value === 'object' && value !== null && 'kind' in value && 'value' in value;
}

function standardEvent(type: string, fields: Readonly<Record<string, z.ZodType>>): EventType {
  return {
    type,
    kind: 'standard',
    schema: 1,
    schemas: { 1: z.strictObject({ ...fields, takes: claimKeys.optional(), releases: claimKeys.optional() }) },
    steps: {},
    visibility: Object.fromEntries(
      [...Object.keys(fields), 'takes', 'releases'].map((field) => [field, 'public'] as const),
    ),
    claims,
  };
}

const identity = { number: z.string(), numberKey: z.string(), address: z.string() };

export const standardEvents: readonly EventType[] = [
  /** A source states what it knows of the standard. A later statement of the same source takes the place of the earlier. */
  standardEvent('standard-stated', { ...identity, source, contentHash: z.string(), statement }),
  /** The register corrects a statement: the event corrected is named, the whole new statement given, with the reason. */
  standardEvent('standard-statement-corrected', {
    ...identity,
    source,
    contentHash: z.string(),
    statement,
    reason: z.string(),
  }),
  /** Stages at which a source saw it before, each with the number it bore then; they add to what is known. */
  standardEvent('standard-stages-stated', {
    source: source.omit({ rank: true, locator: true }),
    stages: z.array(z.strictObject({ stage: z.string().regex(/^(?:iso|cn) \d\d/), number: z.string() })).min(1),
  }),
  /** Withdrawn in law (废止) from a day on. */
  standardEvent('standard-withdrawn', {
    withdrawnOn: day,
    by: z.string(),
    reason: z.string(),
    instead: z.array(z.string()),
  }),
  /** The number is cancelled (Standardization Law, arts. 40 and 42). */
  standardEvent('standard-number-cancelled', { cancelledOn: day, by: z.string(), reason: z.string() }),
  standardEvent('standard-suspended', { from: day, until: day.optional(), by: z.string(), reason: z.string() }),
  /** Nature changes on a day (GB to GB/T), and the number with it; serial and year stay. */
  standardEvent('standard-nature-changed', {
    ...identity,
    nature: z.enum(['mandatory', 'voluntary', 'guiding']),
    by: z.string(),
    reason: z.string(),
  }),
  /** Entered in error: nothing is known of it from now on; earlier known-dates still show it. */
  standardEvent('standard-annulled', { reason: z.string(), instead: z.array(z.string()) }),
];
