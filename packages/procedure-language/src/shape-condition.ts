import { z } from 'zod';
import { type Condition, type RuleChoice, windowVerdicts } from './model.ts';
import { name } from './shape-words.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);
const ruleName = z.strictObject({ rule: name });
const bound = z.union([z.int(), ruleName]);
const dayName = z.union([
  z.literal('today'),
  z.strictObject({ fact: name }),
  z.strictObject({ step: name }),
  z.strictObject({ stage: name }),
  z.strictObject({ window: name }),
]);

/** How a condition is written; the same names as it has when read. */
export const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionShape).min(1) }),
    z.strictObject({ any: z.array(conditionShape).min(1) }),
    z.strictObject({ not: conditionShape }),
    z.strictObject({ fact: name, is: z.union([value, z.array(value)]) }),
    z.strictObject({ fact: name, isSet: z.boolean() }),
    z.strictObject({ fact: name, atLeast: bound }),
    z.strictObject({ fact: name, atMost: bound }),
    z
      .strictObject({ fact: name, notBefore: dayName, after: ruleName.optional() })
      .transform(({ after, ...rest }) => ({ ...rest, ...(after && { after }) })),
    z.strictObject({ window: name, is: z.enum(windowVerdicts) }),
    z.strictObject({ track: name, is: z.union([z.enum(['notStarted', 'ended']), z.array(name)]) }),
    z.strictObject({ approved: name }),
    z.strictObject({ document: name }),
    z.strictObject({ since: dayName, atLeast: ruleName }),
    z.strictObject({ since: dayName, atMost: ruleName }),
    z.strictObject({ before: name, atLeast: ruleName }),
    z
      .strictObject({ taken: name, atLeast: z.int().optional(), atMost: bound.optional() })
      .transform(({ taken, atLeast, atMost }) => ({
        taken,
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
      })),
    z.strictObject({ switch: name }),
    z.strictObject({ party: name, isSet: z.boolean() }),
  ]),
);

/** A rule, or several of which the first applies whose condition is met. */
export const ruleChoiceShape: z.ZodType<RuleChoice> = z.union([
  name.transform((rule): RuleChoice => [{ rule }]),
  z
    .array(z.strictObject({ when: conditionShape.optional(), rule: name }))
    .min(1)
    .transform(
      (choices): RuleChoice => choices.map(({ when, rule }) => (when === undefined ? { rule } : { when, rule })),
    ),
]);
