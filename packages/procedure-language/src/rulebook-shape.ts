import { z } from 'zod';
import { isDay } from './day.ts';
import { ruleBounds } from './rule.ts';

const inBoth = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const day = z.string().regex(dayPattern, 'not a day YYYY-MM-DD').refine(isDay, 'not a day of the calendar');
const share = z.string().regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'not a share such as 3/4');

/** `60 days`, `10 working days`, `18 months`, `5 years`. */
export const periodPattern = /^([1-9]\d{0,3}) (days?|working days?|months?|years?)$/;

const majority = z.strictObject({
  quorum: share.optional(),
  voters: z.int().positive().optional(),
  favour: share,
  strict: z.literal(true).optional(),
  against: share.optional(),
  abstentionsCount: z.boolean(),
});

const value = z.strictObject({
  for: z
    .string()
    .regex(/^(nation|region:\d{2}(\d{4})?|department:\d{3})$/, 'not nation, region:31 or department:339')
    .optional(),
  from: day.optional(),
  until: day.optional(),
  period: z
    .string()
    .regex(periodPattern, 'not a period such as 60 days, 7 working days, 18 months or 5 years')
    .optional(),
  number: z.number().optional(),
  unit: inBoth.optional(),
  majority: majority.optional(),
  documents: z.array(z.string().regex(kebabCase)).min(1).optional(),
  reminders: z.array(z.int().positive()).min(1).optional(),
  switch: z.boolean().optional(),
  pattern: z.string().min(1).optional(),
  basis: z.array(z.string().regex(/^[A-Za-z0-9-]+( .+)?$/, 'not a source with its article, such as SL 29')).min(1),
  confirmed: z.boolean(),
  note: inBoth.optional(),
});
export type ValueEntry = z.infer<typeof value>;

const rule = z.strictObject({
  id: z.string().regex(kebabCase, 'not lower-case words joined by hyphens'),
  kind: z.enum(['period', 'number', 'majority', 'documents', 'reminders', 'switch', 'pattern']),
  title: inBoth,
  bound: z.enum(ruleBounds).optional(),
  noNationalValue: inBoth.optional(),
  values: z.array(value).min(1),
});
export type RuleEntry = z.infer<typeof rule>;

/** One file of `definitions/rulebook`: the rules of one subject. */
export const rulebookFileShape = z.strictObject({ subject: inBoth, rules: z.array(rule).min(1) });
export type RulebookFile = z.infer<typeof rulebookFileShape>;

/** How much of a source was read when its values were written down. */
const extentsRead = ['whole', 'part', 'summary', 'none'] as const;

/** `sources.yaml`: the acts that values rest on. */
export const sourcesFileShape = z.strictObject({
  sources: z
    .array(
      z.strictObject({
        tag: z.string().regex(/^[A-Za-z0-9-]+$/),
        title: inBoth,
        /** Order, announcement or document number. */
        number: z.string().min(1).optional(),
        issuedOn: z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
          .optional(),
        inForceFrom: z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
          .optional(),
        read: z.enum(extentsRead),
        whatWasRead: inBoth,
      }),
    )
    .min(1),
});
export type SourcesFile = z.infer<typeof sourcesFileShape>;

/** `document-kinds.yaml`: the names of the kinds of documents that rules ask for. */
export const documentKindsFileShape = z.strictObject({ kinds: z.record(z.string().regex(kebabCase), inBoth) });
