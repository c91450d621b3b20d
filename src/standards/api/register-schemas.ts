import { z } from '@hono/zod-openapi';

/** Shapes of what the register says of numbers, code lists, itself and its log, and of every “no”. */

const day = z.string().openapi({ format: 'date', example: '2026-01-31' });

export const readingShape = z
  .object({
    text: z.string(),
    outcome: z.enum(['recognized', 'ambiguous', 'unknown-prefix', 'malformed']),
    numbers: z.array(
      z.object({
        canonical: z.string(),
        tier: z.string().nullable(),
        publisher: z.string(),
        prefix: z.string(),
        serial: z.string(),
        parts: z.array(z.string()),
        year: z.number().int().nullable(),
        typographic: z.string(),
      }),
    ),
    explanation: z.array(z.object({ zh: z.string(), en: z.string() })),
    nearest: z.array(z.string()),
    position: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Index at which a malformed number cannot be read on.' }),
    addresses: z.array(z.string()).openapi({ description: 'Records of this register that bear the number.' }),
  })
  .openapi('Reading');

const codeShape = z
  .object({
    code: z.string(),
    parent: z.string().nullable(),
    zh: z.string().nullable(),
    en: z.string().nullable(),
    validFrom: day.nullable(),
    validUntil: day.nullable(),
    confirmed: z.boolean(),
    source: z.string(),
  })
  .openapi('Code');

export const codelistsShape = z.object({ names: z.array(z.string()) }).openapi('CodeLists');

export const codelistShape = z.object({ name: z.string(), codes: z.array(codeShape) }).openapi('CodeList');

export const coverageShape = z
  .object({
    parts: z.array(
      z.object({
        tier: z.string(),
        family: z.string(),
        title: z.object({ zh: z.string(), en: z.string() }),
        completeness: z.string(),
        records: z.number().int(),
        upTo: z.string().nullable(),
        sources: z.array(z.string()),
        statement: z.object({ zh: z.string(), en: z.string() }),
      }),
    ),
  })
  .openapi('Coverage');

export const checkpointShape = z
  .object({ treeSize: z.number().int(), rootHash: z.string(), settledAt: z.string(), note: z.string() })
  .openapi('Checkpoint');

export const entriesShape = z
  .object({
    entries: z.array(
      z.object({
        leafIndex: z.number().int(),
        leafHash: z.string(),
        entry: z
          .string()
          .nullable()
          .openapi({ description: 'The text that was hashed; null where not all of it is public.' }),
      }),
    ),
    next: z.number().int().nullable(),
  })
  .openapi('LogEntries');

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: z.string().optional(),
    annulledAt: z.string().optional(),
    knownAt: z.string().optional(),
    enteredAt: z.string().optional(),
    problems: z
      .array(
        z.object({
          code: z.string(),
          row: z.number().int().optional(),
          field: z.string().optional(),
          text: z.string(),
          remedy: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('Problem');
