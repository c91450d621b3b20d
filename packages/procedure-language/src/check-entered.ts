import type { TakeStep } from './command.ts';
import { isMet } from './condition.ts';
import { isDay } from './day.ts';
import type { Finding } from './finding.ts';
import type { Asking } from './ground.ts';
import type { FactDefinition, FactValue, StepDefinition } from './model.ts';

/** Whether all that has to be entered is, and nothing else: facts, documents, organization, cases. */
export function checkEntered(step: StepDefinition, asking: Asking, command: TakeStep): readonly Finding[] {
  return [
    ...checkForm(step, asking, command),
    ...checkDocuments(step, asking, command),
    ...(step.transfers === undefined
      ? []
      : [
          finding(
            'party-required',
            command.organization !== undefined && command.organization !== asking.state.parties[step.transfers],
            { party: step.transfers },
          ),
        ]),
    ...(step.splits ? [finding('into-required', new Set(command.into).size >= 2, { least: 2 })] : []),
    ...(step.merges ? [finding('into-required', command.into?.length === 1, { least: 1 })] : []),
    ...(command.elsewhere === undefined
      ? []
      : [
          finding('elsewhere', command.elsewhere.channel !== '' && command.elsewhere.on <= command.on, {
            on: command.elsewhere.on,
          }),
        ]),
  ];
}

function checkForm(step: StepDefinition, asking: Asking, { facts = {} }: TakeStep): readonly Finding[] {
  const findings: Finding[] = [];
  const known = new Set<string>();
  for (const field of step.form) {
    known.add(field.fact);
    const isAsked = field.isRequired && isMet(field.when, asking);
    if (isAsked) findings.push(finding('form-required', isGiven(asking.facts[field.fact]), { fact: field.fact }));
  }
  for (const [fact, value] of Object.entries(facts)) {
    if (!known.has(fact)) {
      findings.push(finding('form-unknown', false, { fact }));
      continue;
    }
    const definition = asking.procedure.fact(fact);
    if (definition !== undefined && !fits(value, definition))
      findings.push(finding('form-value', false, { fact, value }));
  }
  return findings;
}

function isGiven(value: FactValue | undefined): boolean {
  return value !== undefined && value !== '' && (typeof value !== 'object' || value.length > 0);
}

/** Whether a value is of the fact's type; numbers are whole, days are of the calendar. */
export function fits(value: FactValue, { type, choices = [] }: FactDefinition): boolean {
  switch (type) {
    case 'yesNo':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return choices.some((choice) => choice.value === value);
    case 'list':
      return typeof value === 'object' && value.every((one) => typeof one === 'string' && one !== '');
    case 'text':
    case 'number-of-standard':
    case 'plan-number':
      return typeof value === 'string';
  }
}

function checkDocuments(step: StepDefinition, asking: Asking, { documents = {} }: TakeStep): readonly Finding[] {
  const findings: Finding[] = [];
  const known = new Set<string>();
  for (const demand of step.documents) {
    const rule = demand.rule === undefined ? undefined : asking.ground.rule(demand.rule);
    const listed = rule?.content.kind === 'documents' ? rule.content.documents : [];
    const kinds = [...demand.kinds, ...listed];
    for (const kind of kinds) known.add(kind);
    if (!demand.isRequired || !isMet(demand.when, asking)) continue;
    for (const kind of kinds)
      findings.push({
        ...finding('document-required', asking.documents[kind] !== undefined, { kind }),
        ...(rule && { rule, basis: rule.basis }),
      });
  }
  for (const kind of Object.keys(documents))
    if (!known.has(kind)) findings.push(finding('document-unknown', false, { kind }));
  return findings;
}

function finding(check: Finding['check'], met: boolean, details: Finding['details']): Finding {
  return { check, isMet: met, details, basis: [] };
}
