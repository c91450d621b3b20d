import type { CompiledProcedure } from './compiled.ts';
import type { Condition, RuleChoice, StepDefinition } from './model.ts';

/** A condition with the place at which it stands. */
export interface PlacedCondition {
  readonly path: readonly string[];
  readonly condition: Condition;
}

export interface PlacedChoice {
  readonly path: readonly string[];
  readonly choice: RuleChoice;
  /** What kind of rule belongs there. */
  readonly kind: 'period' | 'majority';
}

export function stepPath(step: StepDefinition): readonly string[] {
  return ['tracks', step.track, 'steps', step.id];
}

/** Every choice of a rule in a definition. */
export function choicesIn(procedure: CompiledProcedure): readonly PlacedChoice[] {
  const one = (path: readonly string[], choice: RuleChoice | undefined, kind: PlacedChoice['kind'] = 'period') =>
    choice === undefined ? [] : [{ path, choice, kind }];
  return [
    ...procedure.stages.flatMap(({ id, track, within }) => one(['tracks', track, 'stages', id, 'within'], within)),
    ...procedure.windows.flatMap(({ id, least, majority }) => [
      ...one(['windows', id, 'least'], least),
      ...one(['windows', id, 'majority'], majority, 'majority'),
    ]),
    ...procedure.clocks.flatMap(({ id, period }) => one(['clocks', id, 'period'], period)),
    ...procedure.steps.flatMap((step) => [
      ...one([...stepPath(step), 'extends'], step.extends?.by),
      ...one([...stepPath(step), 'suspends'], step.suspends?.within),
      ...one([...stepPath(step), 'reopens'], step.reopens?.within),
    ]),
  ];
}

/** Every condition in a definition, also those inside others. */
export function conditionsIn(procedure: CompiledProcedure): readonly PlacedCondition[] {
  const ofChoices = choicesIn(procedure).flatMap(({ path, choice }) =>
    choice.flatMap(({ when }) => (when === undefined ? [] : [{ path, condition: when }])),
  );
  const ofSteps = procedure.steps.flatMap((step) => {
    const path = stepPath(step);
    const guards = step.guards.flatMap(({ when, must }, index) =>
      [when, must].map((condition) => ({ path: [...path, 'guards', String(index)], condition })),
    );
    const demands = [...step.form, ...step.documents].map(({ when }) => ({ path, condition: when }));
    return [...guards, ...demands].flatMap(({ path: at, condition }) =>
      condition === undefined ? [] : [{ path: at, condition }],
    );
  });
  return [...ofChoices, ...ofSteps].flatMap(inside);
}

function inside({ path, condition }: PlacedCondition): readonly PlacedCondition[] {
  const parts =
    'all' in condition ? condition.all : 'any' in condition ? condition.any : 'not' in condition ? [condition.not] : [];
  return [{ path, condition }, ...parts.flatMap((part) => inside({ path, condition: part }))];
}
