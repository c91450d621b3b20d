import type { CompiledProcedure } from './compiled.ts';
import type { Found, KnownWords } from './found.ts';
import type { Rule, RuleKind } from './rule.ts';
import { choicesIn, conditionsIn, stepPath } from './walk-parts.ts';

/** Every rule that a definition applies, in the order in which it names them. */
export function rulesUsed(procedure: CompiledProcedure): readonly string[] {
  return [...new Set(usesOf(procedure).map(({ rule }) => rule))];
}

interface RuleUse {
  readonly path: readonly string[];
  readonly rule: string;
  readonly kind: RuleKind;
}

/** Rules that are not in the rulebook, are of another kind, or do not hold on a day on which the procedure is in force. */
export function checkRules(procedure: CompiledProcedure, { rulebook }: KnownWords): readonly Found[] {
  return [...new Map(usesOf(procedure).map((use) => [JSON.stringify(use), use])).values()].flatMap((use) => {
    const rule = rulebook.get(use.rule);
    if (rule === undefined) return [noRule(use)];
    if (rule.kind !== use.kind) return [otherKind(use, rule)];
    const gap = firstDayWithout(rule, procedure.inForce);
    return gap === undefined ? [] : [notInForce(use, gap)];
  });
}

function usesOf(procedure: CompiledProcedure): readonly RuleUse[] {
  const chosen = choicesIn(procedure).flatMap(({ path, choice, kind }) =>
    choice.map(({ rule }) => ({ path, rule, kind })),
  );
  const asked = conditionsIn(procedure).flatMap(({ path, condition }): readonly RuleUse[] => {
    if ('switch' in condition) return [{ path, rule: condition.switch, kind: 'switch' }];
    if ('notBefore' in condition)
      return condition.after === undefined ? [] : [{ path, rule: condition.after.rule, kind: 'period' }];
    const kind = 'since' in condition || 'before' in condition ? 'period' : 'number';
    const bounds = [
      'atLeast' in condition ? condition.atLeast : undefined,
      'atMost' in condition ? condition.atMost : undefined,
    ];
    return bounds.flatMap((bound) => (typeof bound === 'object' ? [{ path, rule: bound.rule, kind }] : []));
  });
  const documents = procedure.steps.flatMap((step) =>
    step.documents.flatMap(({ rule }): readonly RuleUse[] =>
      rule === undefined ? [] : [{ path: [...stepPath(step), 'documents'], rule, kind: 'documents' }],
    ),
  );
  return [...chosen, ...asked, ...documents];
}

/** The first day of a time on which no value of the nation holds. */
function firstDayWithout(rule: Rule, time: { readonly from: string; readonly until?: string }): string | undefined {
  const values = rule.values.filter(({ jurisdiction }) => jurisdiction === 'nation');
  let day = time.from;
  for (;;) {
    const here = values.find(
      ({ from, until }) => (from === undefined || from <= day) && (until === undefined || day < until),
    );
    if (here === undefined) return day;
    if (here.until === undefined || (time.until !== undefined && here.until >= time.until)) return undefined;
    day = here.until;
  }
}

function noRule({ path, rule }: RuleUse): Found {
  return {
    path,
    code: 'unknown-rule',
    what: { zh: `规则手册中没有规则 ${rule}。`, en: `The rulebook has no rule ${rule}.` },
    remedy: {
      zh: '在 definitions/rulebook 中加入它，或改正名称。',
      en: 'Add it to definitions/rulebook, or mend the name.',
    },
  };
}

function otherKind({ path, rule, kind }: RuleUse, held: Rule): Found {
  return {
    path,
    code: 'rule-of-another-kind',
    what: {
      zh: `这里需要 ${kind} 类规则，${rule} 是 ${held.kind}。`,
      en: `Here belongs a rule of kind ${kind}; ${rule} is of kind ${held.kind}.`,
    },
    remedy: { zh: '改用合适的规则。', en: 'Use a rule that fits.' },
  };
}

function notInForce({ path, rule }: RuleUse, day: string): Found {
  return {
    path,
    code: 'rule-not-in-force',
    what: {
      zh: `规则 ${rule} 在 ${day} 没有全国值，而程序当日有效。`,
      en: `The rule ${rule} has no national value on ${day}, when the procedure is in force.`,
    },
    remedy: {
      zh: '补上该日的值，或改程序的有效期。',
      en: 'Add a value for that day, or change the days of the procedure.',
    },
  };
}
