import { z } from 'zod';
import { addDays } from '../foundation/clock.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What the access rule of a text looks at. What is not known stays absent, and opens nothing. */
export const textFactsShape = z.strictObject({
  tier: z.enum(['national', 'sectoral', 'local', 'association', 'enterprise', 'international', 'foreign']).optional(),
  nature: z.enum(['mandatory', 'voluntary', 'guiding']).optional(),
  /** Degrees in which it adopts documents of others. */
  adopts: z
    .array(z.enum(['IDT', 'MOD', 'NEQ', 'EQV']))
    .max(50)
    .optional(),
  /** The special law under which it was made, as a code. */
  regime: z.string().min(1).max(60).optional(),
  publishedOn: day.optional(),
  /** First day of the window for comments. */
  opensOn: day.optional(),
  /** What its owner, department or authority chose to open. */
  choice: z.enum(['full', 'main-content', 'basic-data']).optional(),
  /** What the source of an adopted, international or foreign document allows. */
  licence: z.enum(['full', 'preview', 'metadata']).optional(),
});

export type TextFacts = z.output<typeof textFactsShape>;

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const accessLevels = ['none', 'metadata', 'preview', 'full'] as const;
export type TextAccess = (typeof accessLevels)[number];

const listed = z.array(z.string().min(1)).min(1);
const rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  matter: z.string().min(1),
  when: z.strictObject({
    tier: listed.optional(),
    nature: listed.optional(),
    adopts: listed.optional(),
    choice: listed.optional(),
    licence: listed.optional(),
    regime: z.literal('any').optional(),
  }),
  grants: z
    .array(
      z.strictObject({
        to: listed,
        access: z.enum(['metadata', 'preview', 'full']),
        from: z.enum(['publishedOn', 'opensOn']).optional(),
      }),
    )
    .min(1),
  due: z
    .strictObject({
      days: z.number().int().positive(),
      after: z.literal('publishedOn'),
      confirmed: z.boolean(),
      basis: both,
    })
    .optional(),
  sentence: both,
  basis: both,
  confirmed: z.boolean(),
});

/** `definitions/text-access.yaml`: rules in the order in which they are tried. */
export const textAccessShape = z.strictObject({
  /** Groups that stand in grants, each with the roles that belong to it. */
  groups: z.record(z.string(), listed),
  stewards: listed,
  preview: z.strictObject({ paragraphs: z.number().int().positive(), characters: z.number().int().positive() }),
  rules: z.array(rule).min(1),
});

export type TextAccessTable = z.output<typeof textAccessShape>;
type AccessRule = TextAccessTable['rules'][number];

/** One question: this matter with these facts, on this day, for somebody of these roles. */
export interface TextAsked extends TextFacts {
  readonly matter: string;
  readonly day: string;
  /** Roles that the visitor holds for the home of the text; none for a reader who is nobody in particular. */
  readonly roles: readonly string[];
}

export interface TextVerdict {
  readonly access: TextAccess;
  /** Since which day it is given; absent where no day decides. */
  readonly from?: string;
  /** What will be given, and from which day. */
  readonly later?: { readonly access: TextAccess; readonly on: string };
  /** Day by which the text has to be on the page. */
  readonly due?: { readonly on: string; readonly confirmed: boolean; readonly basis: AccessRule['basis'] };
  readonly rule: Pick<AccessRule, 'id' | 'sentence' | 'basis' | 'confirmed'>;
}

/**
 * What somebody may see of a text on a day, and by which rule. Pages, interface, search hits, files and exports all ask
 * here. No rule for a matter gives nothing.
 */
export function textAccess(table: TextAccessTable, asked: TextAsked): TextVerdict {
  const found = table.rules.find((one) => one.matter === asked.matter && fits(one, asked)) ?? unruled;
  const isSteward = asked.roles.some((role) => table.stewards.includes(role));
  const isIn = (group: string): boolean =>
    group === 'everyone' || asked.roles.some((role) => table.groups[group]?.includes(role));
  const grants = found.grants.filter(({ to }) => to.some(isIn));
  const dated = (isSteward ? [{ access: 'full' as const, from: undefined }] : grants).map((grant) => ({
    access: grant.access,
    isDated: grant.from !== undefined,
    on: grant.from === undefined ? undefined : asked[grant.from],
  }));
  const begun = dated.filter(({ isDated, on }) => !isDated || (on !== undefined && on <= asked.day));
  const given = best(begun);
  const coming = best(dated.filter(({ on }) => on !== undefined && on > asked.day));
  return {
    access: given?.access ?? 'none',
    ...(given?.on === undefined ? {} : { from: given.on }),
    ...(coming?.on !== undefined && rank(coming.access) > rank(given?.access ?? 'none')
      ? { later: { access: coming.access, on: coming.on } }
      : {}),
    ...dueOf(found, asked),
    rule: { id: found.id, sentence: found.sentence, basis: found.basis, confirmed: found.confirmed },
  };
}

const rank = (access: TextAccess): number => accessLevels.indexOf(access);

/** The most that is given; of equals the one without a day, else the earliest. */
function best<Grant extends { readonly access: TextAccess; readonly on: string | undefined }>(
  grants: readonly Grant[],
): Grant | undefined {
  return grants.toSorted(
    (one, other) => rank(other.access) - rank(one.access) || (one.on ?? '').localeCompare(other.on ?? ''),
  )[0];
}

function fits({ when }: AccessRule, asked: TextAsked): boolean {
  const isOne = (values: readonly string[] | undefined, value: string | undefined): boolean =>
    values === undefined || (value !== undefined && values.includes(value));
  return (
    isOne(when.tier, asked.tier) &&
    isOne(when.nature, asked.nature) &&
    isOne(when.choice, asked.choice) &&
    isOne(when.licence, asked.licence) &&
    (when.regime === undefined || asked.regime !== undefined) &&
    (when.adopts === undefined || (asked.adopts ?? []).some((degree) => when.adopts?.includes(degree)))
  );
}

function dueOf({ due }: AccessRule, asked: TextAsked): Pick<TextVerdict, 'due'> {
  if (due === undefined || asked.publishedOn === undefined) return {};
  return { due: { on: addDays(asked.publishedOn, due.days), confirmed: due.confirmed, basis: due.basis } };
}

/** Deny by default: what the table does not speak of is nobody's but the stewards'. */
const unruled: AccessRule = {
  id: 'no-rule',
  matter: '',
  when: {},
  grants: [{ to: ['nobody'], access: 'metadata' }],
  sentence: { zh: '没有规则开放这一材料，因此不公开。', en: 'No rule opens this material, so it is not open.' },
  basis: { zh: 'definitions/text-access.yaml', en: 'definitions/text-access.yaml' },
  confirmed: true,
};
