import type { CompiledProcedure } from './compiled.ts';
import { trackAndStage } from './effects.ts';
import type { Found, KnownWords } from './found.ts';
import { type Condition, type StageDefinition, type StepDefinition, start } from './model.ts';
import type { InBoth } from './rule.ts';
import { suspension } from './time.ts';
import { stepPath } from './walk-parts.ts';

/** Whether a case can go its way: every stage is reached and left, waits for somebody by a day, and ends somewhere. */
export function checkGraph(procedure: CompiledProcedure, known: KnownWords): readonly Found[] {
  return [
    ...checkStages(procedure),
    ...checkWindows(procedure),
    ...checkSuspension(procedure),
    ...procedure.steps.flatMap((step) => [...checkStep(step, procedure), ...checkPublication(step, known)]),
  ];
}

function checkStages(procedure: CompiledProcedure): readonly Found[] {
  const reached = reachedFrom(entriesOf(procedure), procedure);
  const ending = leadingToEnd(procedure);
  return procedure.stages.flatMap((stage) => {
    const path = ['tracks', stage.track, 'stages', stage.id];
    const steps = procedure.stepsFrom(stage.id);
    const found: Found[] = [];
    const tell = (code: string, what: InBoth, remedy: InBoth): void => void found.push({ path, code, what, remedy });
    if (!reached.has(stage.id))
      tell(
        'stage-never-reached',
        { zh: `阶段 ${stage.id} 永远到不了。`, en: `The stage ${stage.id} is never reached.` },
        { zh: '加一个通向它的步骤，或删去它。', en: 'Add a step that leads to it, or take it away.' },
      );
    if (stage.final !== undefined) {
      if (steps.some((step) => step.reopens === undefined && step.track === stage.track))
        tell(
          'left-after-end',
          { zh: `终结阶段 ${stage.id} 之后还有步骤。`, en: `Steps follow the final stage ${stage.id}.` },
          { zh: '只有 reopens 的步骤可以从终结阶段出发。', en: 'Only a step that reopens may leave it.' },
        );
      return found;
    }
    if (!steps.some((step) => step.by.length > 0))
      tell(
        'waits-for-nobody',
        { zh: `阶段 ${stage.id} 没有指明等待谁。`, en: `The stage ${stage.id} waits for nobody by name.` },
        { zh: '给出从这里出发、有承办角色的步骤。', en: 'Give a step from here with an actor.' },
      );
    if (stage.within === undefined)
      tell(
        'waits-without-deadline',
        { zh: `阶段 ${stage.id} 没有期限。`, en: `The stage ${stage.id} has no deadline.` },
        { zh: '用 within 指明规则手册中的期限。', en: 'Name a period of the rulebook with within.' },
      );
    if (!ending.has(stage.id))
      tell(
        'never-ends',
        { zh: `从阶段 ${stage.id} 到不了任何终结阶段。`, en: `No end is reached from the stage ${stage.id}.` },
        { zh: '加一个通向终结阶段的步骤。', en: 'Add a step that leads to an end.' },
      );
    return found;
  });
}

function entriesOf(procedure: CompiledProcedure): readonly string[] {
  const started = procedure.steps.flatMap(({ starts }) => starts.map((name) => trackAndStage(name).to));
  return [start, ...started];
}

function reachedFrom(entries: readonly string[], procedure: CompiledProcedure): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...entries];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    for (const { to } of procedure.stepsFrom(stage)) if (to !== undefined) open.push(to);
  }
  return reached;
}

function leadingToEnd(procedure: CompiledProcedure): ReadonlySet<string> {
  const leading = new Set(procedure.stages.filter(({ final }) => final !== undefined).map(({ id }) => id));
  for (let before = -1; before !== leading.size; ) {
    before = leading.size;
    for (const { from, to } of procedure.steps)
      if (to !== undefined && leading.has(to)) for (const stage of from) leading.add(stage);
  }
  return leading;
}

function checkWindows(procedure: CompiledProcedure): readonly Found[] {
  return procedure.windows.flatMap(({ id, kind, majority }) => {
    const path = ['windows', id];
    const opening = procedure.steps.filter(({ opens }) => opens === id);
    const concluding = procedure.steps.filter(({ concludes }) => concludes === id);
    const found: Found[] = [];
    if (opening.length > 0 && concluding.length === 0)
      found.push({
        path,
        code: 'window-never-concluded',
        what: { zh: `窗口 ${id} 打开后没有步骤登记结果。`, en: `No step enters what came of the window ${id}.` },
        remedy: { zh: '加一个 concludes 它的步骤。', en: 'Add a step that concludes it.' },
      });
    for (const step of opening) {
      const stages = step.to === undefined ? step.from : [step.to];
      for (const stage of stages)
        if (!concluding.some(({ from }) => from.includes(stage)))
          found.push({
            path: stepPath(step),
            code: 'window-left-open',
            what: {
              zh: `窗口 ${id} 在阶段 ${stage} 打开，那里没有登记结果的步骤。`,
              en: `The window ${id} is open in the stage ${stage}, where no step concludes it.`,
            },
            remedy: {
              zh: `给阶段 ${stage} 加一个 concludes ${id} 的步骤。`,
              en: `Add a step from ${stage} that concludes ${id}.`,
            },
          });
    }
    if (kind === 'ballot' && majority === undefined)
      found.push({
        path,
        code: 'ballot-without-majority',
        what: { zh: `表决 ${id} 没有通过规则。`, en: `The ballot ${id} has no majority.` },
        remedy: { zh: '用 majority 指明规则手册中的多数规则。', en: 'Name a majority of the rulebook.' },
      });
    return found;
  });
}

function checkSuspension(procedure: CompiledProcedure): readonly Found[] {
  const suspending = procedure.steps.filter(({ suspends }) => suspends !== undefined);
  const hasWayOn = procedure.steps.some(({ resumes }) => resumes);
  const hasEnd = procedure.steps.some(
    ({ whileSuspended, to, by, whenDue }) =>
      (whileSuspended && to !== undefined && by.length > 0) || whenDue === suspension,
  );
  if (suspending.length === 0 || (hasWayOn && hasEnd)) return [];
  return suspending.map((step) => ({
    path: stepPath(step),
    code: 'suspended-for-ever',
    what: {
      zh: `步骤 ${step.id} 暂停项目，但没有恢复或终止的步骤。`,
      en: `The step ${step.id} suspends, but nothing resumes and nothing ends what is suspended.`,
    },
    remedy: {
      zh: '加上 resumes 的步骤，以及 whileSuspended 的终止步骤或 whenDue: suspension。',
      en: 'Add a step that resumes, and one that ends it while suspended or when due.',
    },
  }));
}

function checkStep(step: StepDefinition, procedure: CompiledProcedure): readonly Found[] {
  const path = stepPath(step);
  const found: Found[] = [];
  if (step.by.length === 0 && step.whenDue === undefined)
    found.push({
      path,
      code: 'nobody-takes-it',
      what: {
        zh: `步骤 ${step.id} 没有人承办，也没有到期条件。`,
        en: `Nobody takes the step ${step.id}, and no time does.`,
      },
      remedy: { zh: '给出 by，或 whenDue。', en: 'Give by, or whenDue.' },
    });
  if (step.by.length > 0 && step.basis.length === 0)
    found.push({
      path,
      code: 'without-basis',
      what: { zh: `步骤 ${step.id} 没有依据。`, en: `The step ${step.id} has no basis.` },
      remedy: {
        zh: '用 basis 写明条款；尚无条款的写 proposed。',
        en: 'Name the article with basis; write proposed where there is none.',
      },
    });
  const stages = [step.to, ...step.from].flatMap((id) => procedure.stage(id ?? '') ?? []);
  if (stages.some((stage: StageDefinition) => stage.track !== step.track))
    found.push({
      path,
      code: 'another-track',
      what: { zh: `步骤 ${step.id} 用到别的轨道的阶段。`, en: `The step ${step.id} names a stage of another track.` },
      remedy: {
        zh: '用 starts 开始另一轨道，或用 track 条件查看它。',
        en: 'Start another track with starts, or ask for it with a condition.',
      },
    });
  return found;
}

/** What is published was approved, and the approval is of the text that is published. */
function checkPublication(step: StepDefinition, known: KnownWords): readonly Found[] {
  const publishes = step.makes.some((name) => known.makes.get(name)?.publishes);
  if (!publishes || step.guards.some(({ when, must }) => when === undefined && asksApproval(must))) return [];
  return [
    {
      path: stepPath(step),
      code: 'published-without-approval',
      what: {
        zh: `步骤 ${step.id} 发布，却不要求批准。`,
        en: `The step ${step.id} publishes and asks for no approval.`,
      },
      remedy: {
        zh: '加一条没有前提的 guard：must: {approved: 文件种类}。',
        en: 'Add a guard without when: must: {approved: kind of document}.',
      },
    },
  ];
}

function asksApproval(condition: Condition): boolean {
  return 'approved' in condition || ('all' in condition && condition.all.some(asksApproval));
}
