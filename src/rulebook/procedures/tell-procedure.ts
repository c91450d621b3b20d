import type { Console } from '../../foundation/part.ts';
import type { ProcedureLine, ProcedureView, StageView } from './procedure-view.ts';
import type { StepView } from './step-view.ts';
import { procedureText } from './texts.ts';
import type { AppliedRule } from './words.ts';

/** A procedure in a few lines. */
export function tellLine(line: ProcedureLine, console: Console): void {
  const t = procedureText(console.lang);
  const { title, id, version, from, basis, stages, steps, unconfirmed } = line;
  console.print(t('command.head', { title, id, version }));
  console.print(`  ${t('command.from', { from, size: t('size', { stages, steps }), basis })}`);
  if (unconfirmed.length > 0)
    console.print(`  ${t('command.unconfirmed', { rules: unconfirmed.map((rule) => rule.id).join(', ') })}`);
}

/** A procedure stage by stage: who acts by when, with what, only if, under which article. */
export function tellProcedure(view: ProcedureView, console: Console): void {
  const t = procedureText(console.lang);
  tellLine(view, console);
  console.print(`  ${view.summary}`);
  for (const track of view.tracks) {
    console.print(`\n${t('stages.of', { track: track.title })}`);
    for (const stage of track.stages) tellStage(stage, console);
  }
  if (view.fromMany.length > 0) console.print(`\n${t('many.title')}`);
  for (const step of view.fromMany) tellStep(step, console);
  if (view.clocks.length > 0) console.print(`\n${t('clocks.title')}`);
  for (const { title, period } of view.clocks)
    for (const rule of period)
      console.print(`  ${t('command.detail', { label: title, text: ruleText(rule, console) })}`);
  if (view.unconfirmed.length > 0) console.print(`\n${t('unconfirmed.title')}`);
  for (const rule of view.unconfirmed) console.print(`  ${ruleText(rule, console)}`);
}

function tellStage(stage: StageView, console: Console): void {
  const t = procedureText(console.lang);
  console.print(`\n  ${[stage.codes, stage.title].filter((one) => one !== '').join(' ')}`);
  if (stage.isFinal) console.print(`    ${t('stage.end')}`);
  for (const rule of stage.deadline)
    console.print(`    ${t('command.detail', { label: t('stage.deadline'), text: ruleText(rule, console) })}`);
  for (const { title } of stage.byTime)
    console.print(`    ${t('command.detail', { label: t('stage.byTime'), text: title })}`);
  for (const step of stage.steps) tellStep(step, console);
}

function tellStep(step: StepView, console: Console): void {
  const t = procedureText(console.lang);
  const by = step.by.join(console.lang === 'en' ? ' or ' : '或');
  const { title, to } = step;
  console.print(`    ${to === undefined ? t('command.step', { title, by }) : t('command.stepTo', { title, to, by })}`);
  const comma = console.lang === 'en' ? '; ' : '；';
  const detail = (label: string, texts: readonly string[]): void => {
    if (texts.length > 0) console.print(`      ${t('command.detail', { label, text: texts.join(comma) })}`);
  };
  detail(t('step.form'), step.form);
  detail(t('step.documents'), step.documents);
  detail(
    t('step.guards'),
    step.guards.map(({ text }) => text),
  );
  for (const { label, rule } of step.rules) detail(label, [ruleText(rule, console)]);
  detail(t('step.effects'), step.effects);
  detail(t('step.basis'), step.basis === '' ? [] : [step.basis]);
}

function ruleText({ title, value, when }: AppliedRule, { lang }: Console): string {
  const t = procedureText(lang);
  const said = value === undefined ? t('rule.none') : t('rule.place', { value: value.value, place: value.place });
  const isConfirmed = value?.isConfirmed ?? true;
  const text = t(isConfirmed ? 'command.rule' : 'command.ruleUnconfirmed', { title, value: said });
  return when === undefined ? text : `${t('rule.when', { when })} ${text}`;
}
