import { z } from '@hono/zod-openapi';
import { statusCodes } from '../../portal/register-codes.ts';

const day = z.string().openapi({
  example: '2026-01-31',
  description: 'As the source wrote it: a day, or `2014-10` or `2014` where no more is known.',
});

const dayAnswer = z.object({
  status: z.enum(statusCodes),
  basis: z.enum(['dates', 'reported', 'none']),
  since: day.nullable(),
  until: day.nullable(),
  certain: z.boolean().optional().openapi({
    description:
      'False where the asked day lies within the month or year that `since` names, so that no verdict can be given.',
  }),
});

const standardAnswer = z.object({
  standardId: z.string(),
  number: z.string(),
  address: z.string(),
  tier: z.string().nullable(),
  nature: z.string().nullable(),
  kind: z.string(),
  titles: z.array(z.object({ lang: z.string(), text: z.string() })),
  holder: z
    .object({ name: z.string(), role: z.enum(['issuer', 'drafter']), creditCode: z.string().nullable() })
    .optional()
    .openapi({ description: 'Whose it is, told where several standards bear its number.' }),
  today: dayAnswer,
  onDay: dayAnswer,
  replacedBy: z.array(
    z.object({
      number: z.string(),
      address: z.string().nullable(),
      from: day.nullable(),
      whole: z.boolean(),
      locality: z.string().nullable(),
    }),
  ),
  amendments: z.array(z.object({ number: z.string(), address: z.string() })),
  ended: z
    .object({
      on: day.nullable(),
      by: z.array(z.object({ lang: z.string(), text: z.string() })),
      reason: z.string().nullable(),
      instead: z.array(z.object({ number: z.string(), address: z.string().nullable() })),
    })
    .optional()
    .openapi({ description: 'Of one that is withdrawn, annulled, or whose number is cancelled; absent of any other.' }),
});

const rowAnswer = z.object({
  row: z.number().int(),
  place: z.object({
    sheet: z.string().optional(),
    table: z.number().int().optional(),
    row: z.number().int().optional(),
    column: z.string().optional(),
    paragraph: z.number().int().optional(),
    line: z.number().int().optional(),
  }),
  text: z.string(),
  understoodAs: z.array(z.string()),
  outcome: z
    .enum(['found', 'several', 'not-in-register', 'unknown-prefix', 'malformed'])
    .openapi({ description: '`not-in-register` never means that the standard does not exist.' }),
  standards: z.array(standardAnswer).openapi({ description: 'One, or several with the current one first.' }),
  problem: z
    .union([
      z.object({ prefix: z.string(), nearest: z.array(z.string()) }),
      z.object({
        position: z.number().int(),
        expected: z.string(),
        nearest: z
          .array(z.string())
          .optional()
          .openapi({ description: 'Registered numbers that differ by letters written for digits.' }),
      }),
    ])
    .nullable(),
  wouldBe: z.object({ tier: z.string(), family: z.string() }).nullable(),
});

/** The answer to a checked list. */
export const listAnswerShape = z
  .object({
    id: z.string().optional(),
    href: z.string().optional().openapi({ description: 'Address of the answer; it cannot be guessed.' }),
    keptUntil: day.optional(),
    checkedAt: z.string(),
    fileName: z.string().nullable(),
    total: z.number().int(),
    withoutNumber: z.number().int().openapi({
      description: 'Lines, paragraphs and rows of the list that hold no number and are not among the rows.',
    }),
    resultHash: z.string().openapi({ description: 'SHA-256 over the canonical JSON (RFC 8785) of `hashed`.' }),
    hashed: z.object({
      checkedOn: day,
      asOf: day,
      checkpoint: z.object({ treeSize: z.number().int(), root: z.string(), settledAt: z.string() }).nullable(),
      rows: z.array(rowAnswer),
    }),
    remarks: z.array(z.object({ row: z.number().int(), text: z.string() })),
  })
  .openapi('CheckedList');
