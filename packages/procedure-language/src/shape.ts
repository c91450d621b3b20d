import { z } from 'zod';
import { type ActorDefinition, type FormField, factTypes, windowKinds } from './model.ts';
import { conditionShape, ruleChoiceShape } from './shape-condition.ts';
import { basisShape, both, name, names, oneOrMore } from './shape-words.ts';

/** `tc-secretary@committee`: a role, held for the organization in this place of the case. */
const actor = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(?:@[a-z][a-z0-9-]*)?$/)
  .transform((text): ActorDefinition => {
    const [role = '', of] = text.split('@');
    return of === undefined ? { role } : { role, of };
  });

/** `urgent`, or `urgent?` when it may stay empty. */
const formField = z.union([
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*\??$/)
    .transform((text): FormField => ({ fact: text.replace('?', ''), isRequired: !text.endsWith('?') })),
  z
    .strictObject({ fact: name, when: conditionShape })
    .transform(({ fact, when }): FormField => ({ fact, when, isRequired: true })),
]);

const document = z.union([
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*\??$/)
    .transform((text) => ({ kinds: [text.replace('?', '')], isRequired: !text.endsWith('?') })),
  z
    .strictObject({ rule: name, when: conditionShape.optional() })
    .transform(({ rule, when }) => ({ kinds: [], rule, isRequired: true, ...(when && { when }) })),
  z
    .strictObject({ kind: name, when: conditionShape })
    .transform(({ kind, when }) => ({ kinds: [kind], isRequired: true, when })),
]);

const guard = z
  .strictObject({
    when: conditionShape.optional(),
    must: conditionShape,
    says: both.optional(),
    basis: basisShape.default([]),
  })
  .transform(({ when, says, ...rest }) => ({ ...rest, ...(when && { when }), ...(says && { says }) }));

const fact = z
  .strictObject({
    title: both,
    type: z.enum(factTypes),
    choices: z.record(name, both).optional(),
    isLookedUp: z.literal(true).optional(),
    isPrivate: z.literal(true).optional(),
  })
  .transform(({ choices, isLookedUp, isPrivate, ...rest }) => ({
    ...rest,
    ...(choices && { choices: Object.entries(choices).map(([value, title]) => ({ value, title })) }),
    ...(isLookedUp && { isLookedUp }),
    ...(isPrivate && { isPrivate }),
  }));

const window = z
  .strictObject({
    kind: z.enum(windowKinds),
    title: both,
    audience: z.enum(['public', 'members', 'abroad']),
    least: ruleChoiceShape.optional(),
    majority: ruleChoiceShape.optional(),
    answeredIn: name.optional(),
  })
  .transform(({ least, majority, answeredIn, ...rest }) => ({
    ...rest,
    ...(least && { least }),
    ...(majority && { majority }),
    ...(answeredIn && { answeredIn }),
  }));

const clock = z.strictObject({ title: both, period: ruleChoiceShape, startsWith: names, stopsWith: names });

const stage = z
  .strictObject({
    title: both,
    code: z.string().optional(),
    iso: z.string().optional(),
    final: z.enum(['done', 'refused', 'terminated', 'withdrawn', 'merged']).optional(),
    within: ruleChoiceShape.optional(),
  })
  .transform(({ code, iso, final, within, ...rest }) => ({
    ...rest,
    ...(code && { code }),
    ...(iso && { iso }),
    ...(final && { final }),
    ...(within && { within }),
  }));

const within = z.strictObject({ within: ruleChoiceShape });

const step = z.strictObject({
  title: both,
  by: z.union([z.literal('time').transform((): ActorDefinition[] => []), oneOrMore(actor)]),
  from: names,
  to: name.optional(),
  form: z.array(formField).default([]),
  documents: z.array(document).default([]),
  guards: z.array(guard).default([]),
  basis: basisShape.default([]),
  opens: name.optional(),
  concludes: name.optional(),
  answers: name.optional(),
  approves: names.default([]),
  starts: oneOrMore(z.string().regex(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/)).default([]),
  makes: names.default([]),
  whenDue: z
    .string()
    .regex(/^(?:stage:)?[a-z][a-z0-9-]*$/)
    .optional(),
  extends: z
    .strictObject({ clock: name, by: ruleChoiceShape, until: name.optional() })
    .transform(({ until, ...rest }) => ({ ...rest, ...(until && { until }) }))
    .optional(),
  suspends: within.optional(),
  resumes: z.literal(true).optional(),
  whileSuspended: z.literal(true).optional(),
  transfers: name.optional(),
  splits: z.literal(true).optional(),
  merges: z.literal(true).optional(),
  abandons: z.literal(true).optional(),
  reopens: within.optional(),
  notBy: z
    .array(z.strictObject({ step: name, same: z.enum(['person', 'organization']), basis: basisShape.default([]) }))
    .default([]),
  notOf: z.array(z.strictObject({ party: name, basis: basisShape.default([]) })).default([]),
});
export type WrittenStep = z.output<typeof step>;

/** A name for several stages, so that `from` need not list them again and again. */
const track = z.strictObject({
  title: both,
  groups: z.record(name, names).default({}),
  stages: z.record(name, stage),
  steps: z.record(name, step),
});

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How a definition of a procedure is written. */
export const procedureShape = z.strictObject({
  id: name,
  version: z.int().min(1),
  title: both,
  summary: both,
  inForce: z.strictObject({ from: day, until: day.optional() }),
  basis: basisShape,
  jurisdiction: z
    .string()
    .regex(/^(?:nation|region:\d{2,6}|department:\d{3})$/)
    .default('nation'),
  parties: z.record(
    name,
    z
      .strictObject({ title: both, recordedBy: name.optional() })
      .transform(({ recordedBy, ...rest }) => ({ ...rest, ...(recordedBy && { recordedBy }) })),
  ),
  facts: z.record(name, fact),
  windows: z.record(name, window).default({}),
  clocks: z.record(name, clock).default({}),
  tracks: z.record(name, track),
});
export type WrittenProcedure = z.output<typeof procedureShape>;
