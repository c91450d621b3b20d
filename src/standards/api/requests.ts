import { z } from '@hono/zod-openapi';
import { seenKinds } from '../relation-kinds.ts';
import { problemShape } from './register-schemas.ts';

/** What may be asked in an address, with the sentences that the OpenAPI document says of it. */

const parameter = (name: string, place: 'query' | 'path', description: string, example?: string) => ({
  param: { name, in: place },
  description,
  ...(example === undefined ? {} : { example }),
});

export const asOf = z
  .string()
  .optional()
  .openapi(parameter('as-of', 'query', 'The day whose law is asked for; today when absent.', '2010-06-30'));
export const known = z
  .string()
  .optional()
  .openapi(
    parameter(
      'known',
      'query',
      'Up to when the register’s knowledge counts: a day (its end) or an instant; now when absent. Of what is still to come the answer is what is known now, and `settled` is false.',
      '2026-01-31',
    ),
  );
export const lang = z
  .string()
  .max(20)
  .optional()
  .openapi(parameter('lang', 'query', 'Language of problem texts: zh-Hans or en.', 'en'));
export const twoClocks = z.object({ 'as-of': asOf, known, lang });

export const standardPath = z.object({
  number: z
    .string()
    .min(1)
    .max(300)
    .openapi(
      parameter(
        'number',
        'path',
        'Permanent address, or the number in any spelling with its slashes encoded.',
        'GB-9706.1-2020',
      ),
    ),
});

const several = (name: string, description: string) =>
  z
    .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .optional()
    .openapi({ ...parameter(name, 'query', description), type: 'array', items: { type: 'string' } });

export const wholeNumber = (
  name: string,
  description: string,
  bounds: { readonly least: number; readonly most: number },
) =>
  z
    .string()
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= bounds.least && Number(value) <= bounds.most, {
      params: bounds,
    })
    .optional()
    .openapi({
      ...parameter(name, 'query', description),
      type: 'integer',
      minimum: bounds.least,
      maximum: bounds.most,
    });

/** Conditions of lists and searches; values of one parameter are alternatives, different parameters narrow together. */
export const conditions = z.object({
  q: z
    .string()
    .optional()
    .openapi(parameter('q', 'query', 'A number in any spelling, or words in Chinese or English.', '除颤器')),
  tier: several('tier', 'national, sectoral, local, association, enterprise, international, foreign'),
  nature: several('nature', 'mandatory, voluntary, guiding'),
  kind: several('kind', 'Kind of document (code list kinds).'),
  status: several('status', 'Status on the asked day.'),
  ics: several('ics', 'ICS field, group or subgroup.'),
  ccs: several('ccs', 'CCS class or code.'),
  region: several('region', 'GB/T 2260 code; a province includes its cities.'),
  sector: several('sector', 'Sector code.'),
  department: several('department', 'Department in charge, as named.'),
  committee: several('committee', 'Technical committee, as named.'),
  organization: several('organization', 'Drafting organization by name or unified social credit code.'),
  'year-from': wholeNumber('year-from', 'First year.', { least: 1800, most: 2200 }),
  'year-to': wholeNumber('year-to', 'Last year.', { least: 1800, most: 2200 }),
  adopted: z
    .enum(['true', 'false'])
    .optional()
    .openapi(parameter('adopted', 'query', 'Whether it adopts an international standard.')),
  sort: z
    .enum(['relevance', 'newest', 'oldest'])
    .optional()
    .openapi(parameter('sort', 'query', 'Order; relevance when words are asked.')),
  limit: wholeNumber('limit', 'Standards on a page, 20 when absent.', { least: 1, most: 200 }),
  cursor: z
    .string()
    .max(600)
    .optional()
    .openapi(parameter('cursor', 'query', 'Where an earlier answer ended (its `next`).')),
  'as-of': asOf,
  lang,
});
export type Conditions = z.infer<typeof conditions>;

/** Relations of one standard: of one kind or all, page by page. */
export const relationsAsked = twoClocks.extend({
  kind: z
    .enum(seenKinds)
    .optional()
    .openapi(parameter('kind', 'query', 'Relations of this kind alone.')),
  limit: wholeNumber('limit', 'Relations on a page, 200 when absent.', { least: 1, most: 1_000 }),
  cursor: z
    .string()
    .max(600)
    .optional()
    .openapi(parameter('cursor', 'query', 'Where an earlier answer ended (its `next`).')),
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
});

/** Answers that every operation may give. */
export const noAnswers = {
  400: problem('A parameter cannot be used.'),
  429: problem('Too many requests.'),
} as const;

/** Answers of operations on one standard. */
export const noStandard = {
  ...noAnswers,
  404: problem('Not in this register, or not known then.'),
  409: problem('Several standards bear the number.'),
  410: problem('The record was entered in error and annulled.'),
} as const;

export function answer<Shape extends z.ZodType>(description: string, schema: Shape) {
  return { 200: { description, content: { 'application/json': { schema } } } };
}
