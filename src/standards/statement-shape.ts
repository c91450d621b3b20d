import { z } from 'zod';
import { isDay } from '../foundation/clock.ts';
import { natures, tiers } from '../portal/register-codes.ts';
import { adoptionDegrees, kinds, relationKinds, reportedStates, type StandardStatement } from './model.ts';

const day = z.string().refine(isDay, 'a day YYYY-MM-DD of the calendar');
const text = z.string().min(1).max(4_000);
const word = z.string().min(1).max(300);
const langText = z.strictObject({ lang: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/), text });

/** A date of any precision: what is written, and the first and last day it can mean. */
const statedDate = z
  .strictObject({ written: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/), first: day, last: day })
  .refine(
    ({ written, first, last }) => first.startsWith(written) && last.startsWith(written) && first <= last,
    'first and last must be days that the written date can mean',
  );

/** A whole statement as a person writes it to correct one; readers of sources have schemas of their own. */
export const statementShape: z.ZodType<StandardStatement> = z.strictObject({
  number: word,
  tier: z.enum(tiers).exactOptional(),
  kind: z.enum(kinds).exactOptional(),
  nature: z.enum(natures).exactOptional(),
  titles: z.array(langText.extend({ standing: z.enum(['official', 'adopted', 'unofficial']) })),
  scope: z.array(langText).exactOptional(),
  publishedOn: statedDate.exactOptional(),
  implementations: z.array(
    z.strictObject({
      scope: text.exactOptional(),
      date: statedDate.exactOptional(),
      togetherWith: word.exactOptional(),
      words: text.exactOptional(),
    }),
  ),
  withdrawnOn: statedDate.exactOptional(),
  withdrawalReason: text.exactOptional(),
  reviewedOn: statedDate.exactOptional(),
  reported: z
    .strictObject({
      state: z.enum(reportedStates),
      words: text.exactOptional(),
    })
    .exactOptional(),
  stage: word.exactOptional(),
  edition: z.number().int().positive().exactOptional(),
  relations: z.array(
    z.strictObject({
      kind: z.enum(relationKinds),
      target: word,
      whole: z.literal(false).exactOptional(),
      locality: text.exactOptional(),
      degree: z.enum(adoptionDegrees).exactOptional(),
    }),
  ),
  ics: z.array(word),
  ccs: z.array(word),
  industry: word.exactOptional(),
  region: word.exactOptional(),
  topics: z.array(word),
  committee: word.exactOptional(),
  department: word.exactOptional(),
  issuers: z.array(word),
  organizations: z.array(
    z.strictObject({
      name: word,
      role: z.enum(['leading', 'takingPart']),
      creditCode: word.exactOptional(),
      kind: word.exactOptional(),
      region: word.exactOptional(),
    }),
  ),
  drafters: z.array(word),
  filing: z.strictObject({ number: word, date: statedDate.exactOptional() }).exactOptional(),
  pages: z.number().int().positive().exactOptional(),
  languages: z.array(word).exactOptional(),
  textAddress: z.httpUrl().exactOptional(),
  remarks: text.exactOptional(),
});
