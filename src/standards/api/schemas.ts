import { z } from '@hono/zod-openapi';
import { natures, statusCodes, tiers } from '../../portal/register-codes.ts';

/** Shapes of the public interface. Each is published under its name in the OpenAPI document. */

const text = z.object({ lang: z.string().openapi({ example: 'zh-Hans' }), text: z.string() });
const day = z.string().openapi({ format: 'date', example: '2026-01-31' });
const writtenDate = z
  .string()
  .openapi({ description: 'As its source wrote it: YYYY-MM-DD, YYYY-MM or YYYY.', example: '2020-04-09' });

export const statusShape = z
  .object({
    code: z.enum(statusCodes),
    basis: z
      .enum(['dates', 'reported', 'none'])
      .openapi({ description: 'Computed from dates, the word of a source, or unknown.' }),
    since: day.nullable(),
    until: day.nullable().openapi({ description: 'The first day on which it will not hold any more, when known.' }),
    partlyReplaced: z.boolean(),
    suspended: z.boolean(),
  })
  .openapi('Status');

const titleShape = text.extend({ standing: z.enum(['official', 'adopted', 'unofficial']) });

export const relationShape = z
  .object({
    kind: z.string().openapi({
      example: 'replaces',
      description:
        'replaces, replacedBy, amends, amendedBy, adopts, adoptedBy, cites, citedBy, translates, translatedBy',
    }),
    number: z.string(),
    address: z.string().nullable().openapi({ description: 'Null when this register holds no record of it.' }),
    whole: z.boolean(),
    locality: z.string().nullable(),
    degree: z.enum(['IDT', 'MOD', 'NEQ', 'EQV']).nullable(),
  })
  .openapi('Relation');

const relationCounts = z.record(z.string(), z.number().int()).openapi({
  description: 'How many there are of each kind, also where not all are listed.',
  example: { citedBy: 300 },
});

export const relationsShape = z
  .object({
    relations: z.array(relationShape),
    counts: relationCounts,
    next: z.string().nullable().openapi({ description: 'Cursor of the next page.' }),
  })
  .openapi('Relations');

const implementationShape = z.object({
  scope: z.string().optional(),
  date: z.object({ written: writtenDate, first: day, last: day }).optional(),
  togetherWith: z.string().optional().openapi({ description: 'Number of the standard whose day this one follows.' }),
  words: z.string().optional(),
});

export const summaryShape = z
  .object({
    number: z.string().openapi({ example: 'GB 9706.1-2020' }),
    address: z.string().openapi({ example: 'GB-9706.1-2020' }),
    href: z.string().openapi({ example: '/standards/GB-9706.1-2020' }),
    tier: z.enum(tiers).nullable(),
    kind: z.string(),
    nature: z.enum(natures).nullable(),
    titles: z.array(titleShape),
    status: statusShape,
    published: writtenDate.nullable(),
    inForceOn: day.nullable(),
    supersededOn: day.nullable(),
    withdrawn: writtenDate.nullable(),
  })
  .openapi('StandardSummary');

const suspensionShape = z.object({
  from: day,
  until: day.optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
});

export const standardShape = summaryShape
  .extend({
    scope: z.array(text),
    asOf: day,
    known: z
      .string()
      .nullable()
      .openapi({ description: 'The known-date asked for; null: what the register holds now.' }),
    settled: z.boolean().openapi({ description: 'True when nothing can change this answer any more.' }),
    implementations: z.array(implementationShape),
    withdrawal: z
      .object({ by: z.string().optional(), reason: z.string().optional(), instead: z.array(z.string()).optional() })
      .nullable(),
    numberCancelledOn: day.nullable(),
    suspensions: z.array(suspensionShape),
    reviewedOn: day.nullable(),
    stage: z.string().nullable().openapi({ example: 'iso 60.60' }),
    stages: z
      .array(
        z.object({
          stage: z.string().openapi({ example: 'iso 40.20' }),
          number: z.string().openapi({ description: 'The number it bore then.' }),
          seenOn: day.nullable().openapi({
            description:
              'The day on which the source said it stood there; null for a stage told of as past, without a day.',
          }),
          source: z.string(),
          statedOn: day,
        }),
      )
      .openapi({ description: 'Stages that sources told of, by code; empty where only the present one is known.' }),
    edition: z.number().int().nullable(),
    ics: z.array(z.string()),
    ccs: z.array(z.string()),
    industry: z.string().nullable(),
    region: z.string().nullable(),
    sector: z.string().nullable(),
    topics: z.array(z.string()),
    committee: z.string().nullable(),
    department: z.string().nullable(),
    issuers: z.array(z.string()),
    organizations: z.array(
      z.object({
        name: z.string(),
        role: z.string(),
        place: z.number().int(),
        creditCode: z.string().nullable(),
        kind: z.string().nullable(),
        region: z.string().nullable(),
      }),
    ),
    drafters: z.array(z.string()),
    filing: z.object({ number: z.string(), date: z.object({ written: writtenDate }).optional() }).nullable(),
    pages: z.number().int().nullable(),
    languages: z.array(z.string()),
    textAddress: z.string().nullable(),
    remarks: z.string().nullable(),
    relations: z
      .array(relationShape)
      .openapi({ description: 'All that it states itself; of each kind that others state of it, at most 200.' }),
    relationCounts,
    moreRelations: z
      .string()
      .nullable()
      .openapi({ description: 'Where all are read page by page; null when all are listed here.' }),
    sources: z.array(z.object({ name: z.string(), statedOn: day })),
    sourcesDisagree: z.boolean(),
    knownSince: z.string(),
  })
  .openapi('Standard');

export const listShape = z
  .object({
    items: z.array(summaryShape),
    total: z.number().int(),
    isTotalApproximate: z.boolean(),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page.' }),
    indexingToGo: z.number().int().openapi({
      description: 'Records that have changed and are not in the index yet; what is not found may be among them.',
    }),
  })
  .openapi('StandardList');

const committeeShape = z
  .object({
    reference: z.string().openapi({ example: 'ISO/TC 210' }),
    names: z.array(text),
    status: z.string().nullable(),
    parent: z.string().nullable(),
    secretariat: z.string().nullable(),
    source: z.string(),
    statedOn: day,
  })
  .openapi('Committee');

export const searchShape = listShape
  .extend({
    readAs: z.array(z.string()).openapi({ description: 'Numbers as which the query was read.' }),
    facets: z.array(
      z.object({
        name: z.string(),
        values: z.array(z.object({ value: z.string(), count: z.number().int() })),
        hasMore: z.boolean(),
      }),
    ),
    notHeld: z.string().nullable().openapi({
      description:
        'The number asked for, when the register does not hold it: the items are other editions, or name it.',
    }),
    nearest: z.array(summaryShape),
    spellings: z
      .array(z.object({ text: z.string(), total: z.number().int(), isTotalApproximate: z.boolean() }))
      .openapi({
        description: 'Other ways to ask that find something under the same conditions, when this one finds nothing.',
      }),
    committees: z.array(committeeShape).openapi({ description: 'Technical committees that the query names.' }),
  })
  .openapi('SearchAnswer');

export const historyShape = z
  .object({
    acts: z.array(
      z.object({
        recordedAt: z.string(),
        command: z.string(),
        basis: z.string(),
        ruleVersion: z.string().nullable(),
        organization: z
          .string()
          .nullable()
          .openapi({ description: 'Code of the organization that acted; never a person.' }),
        events: z.array(
          z.object({
            version: z.number().int(),
            type: z.string(),
            validOn: day.nullable(),
            corrects: z.number().int().nullable(),
          }),
        ),
        changes: z.array(z.object({ field: z.string(), before: z.any(), after: z.any() })),
        correctedAt: z.string().nullable(),
      }),
    ),
    disagreements: z.array(
      z.object({
        field: z.string(),
        values: z.array(z.object({ source: z.string(), statedOn: day, value: z.any(), isShown: z.boolean() })),
      }),
    ),
  })
  .openapi('History');

export const proofShape = z
  .object({
    number: z.string(),
    address: z.string(),
    treeSize: z.number().int(),
    rootHash: z.string(),
    checkpoint: z.string().openapi({ description: 'Signed note (C2SP tlog-checkpoint).' }),
    leaves: z.array(
      z.object({ leafIndex: z.number().int(), leafHash: z.string(), entry: z.string(), proof: z.array(z.string()) }),
    ),
    waiting: z.number().int(),
  })
  .openapi('Proof');

export const seriesShape = z
  .object({ editions: z.array(summaryShape), amendments: z.array(summaryShape) })
  .openapi('Series');
