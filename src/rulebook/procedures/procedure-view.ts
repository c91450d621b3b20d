import {
  type CompiledProcedure,
  isGathered,
  rulesUsed,
  type StageDefinition,
  spineOf,
  start,
} from '@guiju/procedure-language';
import { basisText, inLanguage } from '../sentences.ts';
import { type StepView, stepView } from './step-view.ts';
import { procedureText } from './texts.ts';
import { type Differences, differencesOf, isInForce, versionsOf } from './versions.ts';
import { type AppliedRule, appliedRule, appliedRules, type Wording } from './words.ts';

/** A procedure in a list. */
export interface ProcedureLine {
  readonly id: string;
  readonly version: number;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly from: string;
  readonly until: string | undefined;
  readonly isInForce: boolean;
  readonly basis: string;
  readonly stages: number;
  readonly steps: number;
  /** Rules that it applies and that are not confirmed in the text of a law. */
  readonly unconfirmed: readonly AppliedRule[];
}

export interface StageView {
  readonly id: string;
  readonly title: string;
  readonly codes: string;
  readonly isFinal: boolean;
  readonly deadline: readonly AppliedRule[];
  readonly steps: readonly StepView[];
  /** What time does when nobody acts. */
  readonly byTime: readonly StepView[];
}

export interface TrackView {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly StageView[];
}

export interface ClockView {
  readonly id: string;
  readonly title: string;
  readonly period: readonly AppliedRule[];
}

export interface VersionView {
  readonly version: number;
  readonly href: string;
  readonly from: string;
  readonly until: string | undefined;
  /** What the next version did differently, in titles. */
  readonly differences: Differences | undefined;
}

export interface ProcedureView extends ProcedureLine {
  readonly procedure: CompiledProcedure;
  readonly tracks: readonly TrackView[];
  readonly fromMany: readonly StepView[];
  readonly clocks: readonly ClockView[];
  readonly versions: readonly VersionView[];
}

export function procedureLine(wording: Wording): ProcedureLine {
  const { lang, day, definitions, procedure } = wording;
  const { id, version, title, summary, inForce, basis, stages, steps } = procedure;
  const rules = rulesUsed(procedure).map((rule) => appliedRule(rule, wording));
  return {
    id,
    version,
    href: `/procedures/${id}`,
    title: inLanguage(lang, title),
    summary: inLanguage(lang, summary),
    from: inForce.from,
    until: inForce.until,
    isInForce: isInForce(procedure, day),
    basis: basisText(lang, basis, definitions.legalSources),
    stages: stages.length,
    steps: steps.length,
    unconfirmed: rules.filter(({ value }) => value !== undefined && !value.isConfirmed),
  };
}

export function procedureView(wording: Wording): ProcedureView {
  const { lang, procedure } = wording;
  return {
    ...procedureLine(wording),
    procedure,
    tracks: procedure.tracks.map(({ id, title }) => ({
      id,
      title: inLanguage(lang, title),
      stages: [...beginning(id, wording), ...stagesOf(procedure, id).map((stage) => stageView(stage, wording))],
    })),
    fromMany: procedure.steps.filter(isGathered).map((step) => stepView(step, wording)),
    clocks: procedure.clocks.map(({ id, title, period }) => ({
      id,
      title: inLanguage(lang, title),
      period: appliedRules(period, wording),
    })),
    versions: versionViews(wording),
  };
}

/** In the order of the drawing: the course first, then the other ends. */
function stagesOf(procedure: CompiledProcedure, track: string): readonly StageDefinition[] {
  const spine = spineOf(procedure, track);
  const ends = procedure.stages.filter((stage) => stage.track === track && !spine.includes(stage));
  return [...spine, ...ends];
}

function stageView(stage: StageDefinition, wording: Wording): StageView {
  const { lang, procedure } = wording;
  const steps = procedure.stepsFrom(stage.id);
  return {
    id: stage.id,
    title: inLanguage(lang, stage.title),
    codes: [stage.code, stage.iso].filter((code) => code !== undefined).join(' · '),
    isFinal: stage.final !== undefined,
    deadline: appliedRules(stage.within, wording),
    steps: steps.filter((step) => step.by.length > 0 && !isGathered(step)).map((step) => stepView(step, wording)),
    byTime: steps.filter(({ by }) => by.length === 0).map((step) => stepView(step, wording)),
  };
}

/** What can be done before the first stage. */
function beginning(track: string, wording: Wording): readonly StageView[] {
  const steps = wording.procedure.stepsFrom(start).filter((step) => step.track === track && !isGathered(step));
  if (steps.length === 0) return [];
  return [
    {
      id: start,
      title: procedureText(wording.lang)('stage.start'),
      codes: '',
      isFinal: false,
      deadline: [],
      steps: steps.map((step) => stepView(step, wording)),
      byTime: [],
    },
  ];
}

function versionViews({ lang, definitions, procedure }: Wording): readonly VersionView[] {
  const versions = versionsOf(definitions, procedure.id);
  return versions.map((one, index) => {
    const newer = versions[index - 1];
    return {
      version: one.version,
      href: `/procedures/${one.id}?version=${one.version}`,
      from: one.inForce.from,
      until: one.inForce.until,
      differences: newer && titled(differencesOf(one, newer), [one, newer], lang),
    };
  });
}

function titled(
  differences: Differences,
  [older, newer]: readonly [CompiledProcedure, CompiledProcedure],
  lang: Wording['lang'],
): Differences {
  const name = (id: string): string => {
    const part = newer.stage(id) ?? newer.step(id) ?? older.stage(id) ?? older.step(id);
    return part ? inLanguage(lang, part.title) : id;
  };
  return {
    newStages: differences.newStages.map(name),
    goneStages: differences.goneStages.map(name),
    changedStages: differences.changedStages.map(name),
    newSteps: differences.newSteps.map(name),
    goneSteps: differences.goneSteps.map(name),
    changedSteps: differences.changedSteps.map(name),
  };
}
