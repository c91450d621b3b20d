import { clockOfStage } from './case.ts';
import { anyone } from './command.ts';
import type { CompiledProcedure } from './compiled.ts';
import { trackAndStage } from './effects.ts';
import type { Found, KnownWords } from './found.ts';
import { type Condition, type DayName, type StepDefinition, start } from './model.ts';
import type { Basis } from './rule.ts';
import { suspension } from './time.ts';
import { conditionsIn, stepPath } from './walk-parts.ts';

type Kind = 'stage' | 'step' | 'window' | 'fact' | 'party' | 'clock' | 'track' | 'source' | 'role' | 'document' | 'act';

interface Use {
  readonly kind: Kind;
  readonly name: string;
  readonly path: readonly string[];
}

/** Names that lead nowhere, and parts that nothing uses. */
export function checkNames(procedure: CompiledProcedure, known: KnownWords): readonly Found[] {
  const uses = [...usesInSteps(procedure), ...usesInConditions(procedure), ...usesElsewhere(procedure)];
  const exists = lookUp(procedure, known);
  const unknown = uses.filter(({ kind, name }) => !exists(kind, name)).map(unknownName);
  return [...unknown, ...unused(procedure, uses), ...unknownChoices(procedure)];
}

function lookUp(procedure: CompiledProcedure, known: KnownWords): (kind: Kind, name: string) => boolean {
  const tracks = new Set(procedure.tracks.map(({ id }) => id));
  return (kind, name) => {
    switch (kind) {
      case 'stage':
        return name === start || procedure.stage(name) !== undefined;
      case 'step':
        return procedure.step(name) !== undefined;
      case 'window':
        return procedure.windowOf(name) !== undefined;
      case 'fact':
        return procedure.fact(name) !== undefined;
      case 'party':
        return procedure.party(name) !== undefined;
      case 'clock':
        return isClock(procedure, name);
      case 'track':
        return tracks.has(name);
      case 'source':
        return known.sources.has(name);
      case 'role':
        return name === anyone || known.roles.has(name);
      case 'document':
        return known.documentKinds.has(name);
      case 'act':
        return known.makes.has(name);
    }
  };
}

function isClock(procedure: CompiledProcedure, name: string): boolean {
  if (name === suspension || procedure.clock(name) !== undefined) return true;
  return procedure.stages.some(({ id, within }) => within !== undefined && clockOfStage(id) === name);
}

function usesInSteps(procedure: CompiledProcedure): readonly Use[] {
  return procedure.steps.flatMap((step) => {
    const path = stepPath(step);
    const use = (kind: Kind, all: readonly (string | undefined)[]): readonly Use[] =>
      all.flatMap((name) => (name === undefined ? [] : [{ kind, name, path }]));
    const starts = step.starts.map(trackAndStage);
    return [
      ...use('stage', [...step.from, step.to, ...starts.map(({ to }) => to)]),
      ...use(
        'track',
        starts.map(({ track }) => track),
      ),
      ...use(
        'role',
        step.by.map(({ role }) => role),
      ),
      ...use('party', [...step.by.map(({ of }) => of), step.transfers, ...step.notOf.map(({ party }) => party)]),
      ...use(
        'fact',
        step.form.map(({ fact }) => fact),
      ),
      ...use('fact', [step.extends?.until]),
      ...use('document', [...step.documents.flatMap(({ kinds }) => kinds), ...step.approves]),
      ...use('window', [step.opens, step.concludes, step.answers]),
      ...use('clock', [step.extends?.clock, step.whenDue]),
      ...use(
        'step',
        step.notBy.map((one) => one.step),
      ),
      ...use('act', step.makes),
      ...use('source', sourcesOf(step)),
    ];
  });
}

function sourcesOf(step: StepDefinition): readonly string[] {
  const all: readonly Basis[] = [step, ...step.guards, ...step.notBy, ...step.notOf].flatMap(({ basis }) => basis);
  return all.map(({ source }) => source);
}

function usesInConditions(procedure: CompiledProcedure): readonly Use[] {
  return conditionsIn(procedure).flatMap(({ path, condition }) => usesIn(condition).map((use) => ({ ...use, path })));
}

type BareUse = Omit<Use, 'path'>;

function usesIn(condition: Condition): readonly BareUse[] {
  if ('fact' in condition)
    return [
      { kind: 'fact', name: condition.fact },
      ...('notBefore' in condition ? usesInDay(condition.notBefore) : []),
    ];
  if ('window' in condition) return [{ kind: 'window', name: condition.window }];
  if ('track' in condition) {
    const stages = typeof condition.is === 'string' ? [] : condition.is;
    return [{ kind: 'track', name: condition.track }, ...stages.map((name): BareUse => ({ kind: 'stage', name }))];
  }
  if ('approved' in condition) return [{ kind: 'document', name: condition.approved }];
  if ('document' in condition) return [{ kind: 'document', name: condition.document }];
  if ('since' in condition) return usesInDay(condition.since);
  if ('before' in condition) return [{ kind: 'clock', name: condition.before }];
  if ('taken' in condition) return [{ kind: 'step', name: condition.taken }];
  if ('party' in condition) return [{ kind: 'party', name: condition.party }];
  return [];
}

function usesInDay(day: DayName): readonly BareUse[] {
  if (day === 'today') return [];
  if ('fact' in day) return [{ kind: 'fact', name: day.fact }];
  if ('step' in day) return [{ kind: 'step', name: day.step }];
  if ('stage' in day) return [{ kind: 'stage', name: day.stage }];
  return [{ kind: 'window', name: day.window }];
}

function usesElsewhere(procedure: CompiledProcedure): readonly Use[] {
  return [
    ...procedure.windows.flatMap(({ id, answeredIn }): readonly Use[] =>
      answeredIn === undefined ? [] : [{ kind: 'stage', name: answeredIn, path: ['windows', id] }],
    ),
    ...procedure.clocks.flatMap(({ id, startsWith, stopsWith }) =>
      [...startsWith, ...stopsWith].map((name): Use => ({ kind: 'step', name, path: ['clocks', id] })),
    ),
    ...procedure.parties.flatMap(({ id, recordedBy }): readonly Use[] =>
      recordedBy === undefined ? [] : [{ kind: 'party', name: recordedBy, path: ['parties', id] }],
    ),
    ...procedure.basis.map(({ source }): Use => ({ kind: 'source', name: source, path: ['basis'] })),
  ];
}

const kindNames: Readonly<Record<Kind, { readonly zh: string; readonly en: string }>> = {
  stage: { zh: '阶段', en: 'stage' },
  step: { zh: '步骤', en: 'step' },
  window: { zh: '窗口', en: 'window' },
  fact: { zh: '事实', en: 'fact' },
  party: { zh: '参与方', en: 'party' },
  clock: { zh: '期限', en: 'clock' },
  track: { zh: '轨道', en: 'track' },
  source: { zh: '依据', en: 'source' },
  role: { zh: '角色', en: 'role' },
  document: { zh: '文件种类', en: 'kind of document' },
  act: { zh: '登记行为', en: 'act in a register' },
};

function unknownName({ kind, name, path }: Use): Found {
  const { zh, en } = kindNames[kind];
  return {
    path,
    code: 'unknown-name',
    what: { zh: `没有名为 ${name} 的${zh}。`, en: `There is no ${en} called ${name}.` },
    remedy: { zh: `改正名称，或先定义这个${zh}。`, en: `Mend the name, or define this ${en} first.` },
  };
}

function unused(procedure: CompiledProcedure, uses: readonly Use[]): readonly Found[] {
  const used = new Set(uses.map(({ kind, name }) => `${kind} ${name}`));
  const parts: readonly (readonly [Kind, string, readonly { readonly id: string }[]])[] = [
    ['fact', 'facts', procedure.facts],
    ['party', 'parties', procedure.parties],
    ['window', 'windows', procedure.windows],
  ];
  return parts.flatMap(([kind, folder, all]) =>
    all
      .filter(({ id }) => !used.has(`${kind} ${id}`))
      .map(
        ({ id }): Found => ({
          path: [folder, id],
          code: 'unused',
          what: {
            zh: `${kindNames[kind].zh} ${id} 没有用到。`,
            en: `The ${kindNames[kind].en} ${id} is used nowhere.`,
          },
          remedy: { zh: '用上它，或删去。', en: 'Use it, or take it away.' },
        }),
      ),
  );
}

/** A value that the fact can never have. */
function unknownChoices(procedure: CompiledProcedure): readonly Found[] {
  return conditionsIn(procedure).flatMap(({ path, condition }) => {
    if (!('fact' in condition) || !('is' in condition)) return [];
    const fact = procedure.fact(condition.fact);
    const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
    const possible =
      fact?.type === 'yesNo'
        ? [true, false]
        : fact?.type === 'choice'
          ? (fact.choices ?? []).map(({ value }) => value)
          : undefined;
    if (possible === undefined) return [];
    return wanted
      .filter((value) => !possible.some((one) => one === value))
      .map(
        (value): Found => ({
          path,
          code: 'unknown-choice',
          what: {
            zh: `${condition.fact} 没有 ${String(value)} 这个值。`,
            en: `${condition.fact} has no value ${String(value)}.`,
          },
          remedy: { zh: `可用的值：${possible.join('、')}。`, en: `Its values: ${possible.join(', ')}.` },
        }),
      );
  });
}
