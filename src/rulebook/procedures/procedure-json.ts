import { type CompiledProcedure, ruleOn, rulesUsed } from '@guiju/procedure-language';
import { z } from '@hono/zod-openapi';
import type { Definitions } from '../../foundation/definitions.ts';
import { isInForce, procedureNamed, proceduresOn, versionsOf } from './versions.ts';

const both = z.object({ zh: z.string(), en: z.string() });
const basis = z.array(z.object({ source: z.string(), article: z.string().optional() }));
const brief = {
  id: z.string(),
  version: z.number().int(),
  title: both,
  summary: both,
  inForce: z.object({ from: z.string(), until: z.string().optional() }),
  isInForce: z.boolean(),
  basis,
  jurisdiction: z.string(),
  stageCount: z.number().int(),
  stepCount: z.number().int(),
  unconfirmedRules: z.array(z.string()).openapi({ description: 'Rules it applies that no text of a law confirms.' }),
  address: z.string(),
};
/** What the definition says beside the members named here is passed on as it is. */
const beside = z.any();
const named = z.object({ id: z.string(), title: both }).catchall(beside);

/** The procedures as programs get them. */
export const proceduresAnswerShape = z
  .object({ asOf: z.string(), procedures: z.array(z.object(brief)) })
  .openapi('Procedures');

/** One procedure as programs get it: the definition as it was read, and the rules it applies with their values. */
export const procedureAnswerShape = z
  .object({
    ...brief,
    asOf: z.string(),
    versions: z.array(z.number().int()),
    parties: z.array(named),
    facts: z.array(named),
    windows: z.array(named),
    clocks: z.array(named),
    tracks: z.array(named),
    stages: z.array(
      z
        .object({
          id: z.string(),
          track: z.string(),
          title: both,
          code: z.string().optional(),
          iso: z.string().optional(),
          final: z.string().optional(),
        })
        .catchall(beside),
    ),
    steps: z.array(
      z
        .object({
          id: z.string(),
          track: z.string(),
          title: both,
          by: z.array(z.object({ role: z.string(), of: z.string().optional() })),
          from: z.array(z.string()),
          to: z.string().optional(),
          basis,
        })
        .catchall(beside),
    ),
    rules: z.array(
      z
        .object({ rule: z.string(), title: both, jurisdiction: z.string(), confirmed: z.boolean(), basis })
        .catchall(beside),
    ),
  })
  .openapi('Procedure');

type Known = Pick<Definitions, 'procedures' | 'rulebook'>;

export function proceduresAnswer(known: Known, day: string): z.output<typeof proceduresAnswerShape> {
  return { asOf: day, procedures: proceduresOn(known, day).map((procedure) => briefOf(procedure, known, day)) };
}

/** @throws Refusal when there is no such procedure or version */
export function procedureAnswer(
  known: Known,
  asked: { readonly id: string; readonly version?: string | undefined; readonly day: string },
): z.output<typeof procedureAnswerShape> {
  const procedure = procedureNamed(known, asked);
  const { parties, facts, windows, clocks, tracks, stages, steps } = procedure;
  const whole = {
    ...briefOf(procedure, known, asked.day),
    asOf: asked.day,
    versions: versionsOf(known, procedure.id).map(({ version }) => version),
    ...{ parties, facts, windows, clocks, tracks, stages, steps },
    rules: rulesUsed(procedure).flatMap(
      (id) => ruleOn(known.rulebook, id, { day: asked.day, jurisdictions: [] }) ?? [],
    ),
  };
  return procedureAnswerShape.parse(whole);
}

function briefOf(procedure: CompiledProcedure, { rulebook }: Known, day: string) {
  const { id, version, title, summary, inForce, jurisdiction, stages, steps } = procedure;
  const unconfirmed = rulesUsed(procedure).filter(
    (rule) => ruleOn(rulebook, rule, { day, jurisdictions: [] })?.confirmed === false,
  );
  return {
    ...{ id, version, title, summary, inForce, jurisdiction },
    isInForce: isInForce(procedure, day),
    basis: procedure.basis.map((one) => ({ ...one })),
    stageCount: stages.length,
    stepCount: steps.length,
    unconfirmedRules: unconfirmed,
    address: `/procedures/${id}`,
  };
}
