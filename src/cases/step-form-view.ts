import {
  type CompiledProcedure,
  explain,
  type Finding,
  isMet,
  leastDay,
  type StepDefinition,
} from '@guiju/procedure-language';
import type { FieldProblem } from '../portal/error-summary.tsx';
import type { Language } from '../portal/languages.ts';
import { basisText, inLanguage } from '../rulebook/index.ts';
import { groundOf } from './case-ground.ts';
import type { HeldCase } from './case-state.ts';
import { titlesOf } from './case-view.ts';
import { listedIn } from './listed-documents.ts';
import type { StepFormView } from './pages/step-form-props.ts';
import type { CasePlace } from './place.ts';
import type { EnteredStep, Taker } from './step-desk.ts';
import { kindsOf, type Typed } from './step-form.ts';

interface FormAsked {
  readonly held: HeldCase;
  readonly procedure: CompiledProcedure;
  readonly step: StepDefinition;
  readonly isNew: boolean;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly lang: Language;
  readonly action: string;
  readonly formToken: string | undefined;
  readonly entered: EnteredStep;
  readonly taker: Taker;
  readonly trace: readonly Finding[];
}

/** The form of a step for whoever takes it. */
export function stepFormView(place: CasePlace, asked: FormAsked): StepFormView {
  const { house, deps } = place;
  const { procedure, step, held, lang, typed, problems, action, formToken, trace } = asked;
  const asking = groundOf(house, { held, entered: asked.entered, today: deps.clock.today() });
  const least = leastDayOf(step, asking);
  const basis = basisText(lang, step.basis, deps.definitions.legalSources);
  return {
    procedure,
    step,
    action,
    typed,
    problems,
    formToken,
    basis: basis === '' ? '—' : basis,
    ...(asked.isNew ? {} : { of: { number: held.number, title: titlesOf(held, lang).title } }),
    asked: new Set(
      step.form
        .filter(({ isRequired, when }) => isRequired && (when === undefined || isMet(when, asking)))
        .map(({ fact }) => fact),
    ),
    documents: documentsAsked(place, asked),
    ...(least === undefined ? {} : { leastDay: least }),
    trace: trace
      .filter(({ check }) => shownChecks.has(check) || !check.match(/^(?:form|document|day|stage|not-|in-force)/))
      .map((finding) => ({ finding, sentence: inLanguage(lang, explain(finding, procedure, house.titles)) })),
    mayEnterFor: !asked.isNew && asked.taker.actor.appointment?.role === 'tc-secretary',
    mayRecordElsewhere: !asked.isNew && step.by.some(({ of }) => procedure.party(of ?? '')?.recordedBy !== undefined),
    parties: asked.isNew ? procedure.parties.map(({ id, title }) => ({ id, title: inLanguage(lang, title) })) : [],
  };
}

/** Questions worth telling although they begin like those a form answers by itself. */
const shownChecks: ReadonlySet<string> = new Set(['not-by', 'not-of', 'not-suspended', 'not-ended', 'document-held']);

function leastDayOf(step: StepDefinition, asking: ReturnType<typeof groundOf>): string | undefined {
  try {
    return leastDay(step, asking);
  } catch {
    // The verdict below the form says which rule is missing.
    return undefined;
  }
}

function documentsAsked(place: CasePlace, { held, step, lang, trace }: FormAsked): StepFormView['documents'] {
  const required = new Set(
    trace.filter(({ check }) => check === 'document-required').map(({ details }) => String(details['kind'])),
  );
  return kindsOf(step, (rule) => listedIn(place.house, rule)).map((kind) => {
    const there = held.state.documents[kind];
    return {
      kind,
      title: inLanguage(lang, place.house.titles.document(kind)),
      isRequired: required.has(kind) && there === undefined,
      ...(there === undefined ? {} : { since: there.on }),
    };
  });
}
