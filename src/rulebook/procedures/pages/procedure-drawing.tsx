import {
  type CompiledProcedure,
  isGathered,
  layoutOf,
  type Mark,
  marksOf,
  type Position,
  type StageState,
  type StepDefinition,
  spineOf,
  start,
  statesAt,
} from '@guiju/procedure-language';
import { jsx } from 'hono/jsx';
import type { Language } from '../../../portal/languages.ts';
import { inLanguage } from '../../sentences.ts';
import { procedureText } from '../texts.ts';

interface ProcedureDrawingProps {
  readonly procedure: CompiledProcedure;
  readonly lang: Language;
  /** Where a case stands; `positionOf` makes it of a running case. */
  readonly position?: Position | undefined;
}

/** A procedure as a drawing where there is room, followed by a list that says the same. */
export function ProcedureDrawing({ procedure, lang, position }: ProcedureDrawingProps) {
  const layout = layoutOf(procedure);
  const marks = marksOf(layout, { procedure, lang, ...(position && { position }) });
  const id = `drawing-${procedure.id}`;
  return (
    <div class="draw">
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} role="img" aria-labelledby={id}>
        <title id={id}>{procedureText(lang)('drawing.title', { title: inLanguage(lang, procedure.title) })}</title>
        {marks.map((mark) => elementOf(mark))}
      </svg>
      <div class="alt">
        <Course procedure={procedure} lang={lang} position={position} />
      </div>
    </div>
  );
}

function elementOf({ tag, look, at, text }: Mark) {
  return jsx(tag, { ...(look !== '' && { class: look }), ...at }, text ?? '');
}

/** The drawing as ordered lists: stages, and under each the steps that lead on. */
function Course({ procedure, lang, position }: ProcedureDrawingProps) {
  const t = procedureText(lang);
  const states = position === undefined ? noStates : statesAt(procedure, position);
  const many = procedure.steps.filter(isGathered);
  return (
    <>
      {procedure.tracks.map(({ id, title }) => (
        <>
          <p>
            <b>{inLanguage(lang, title)}</b>
          </p>
          <ol class="line">
            {stagesOf(procedure, id).map((stage) => (
              <Stage procedure={procedure} lang={lang} stage={stage} state={states.get(stage)} />
            ))}
          </ol>
        </>
      ))}
      {many.length === 0 ? null : (
        <>
          <p>
            <b>{t('drawing.many')}</b>
          </p>
          <ul>
            {many.map((step) => (
              <li>{leads(step, procedure, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const noStates: ReadonlyMap<string, StageState> = new Map();

function stagesOf(procedure: CompiledProcedure, track: string): readonly string[] {
  const spine = spineOf(procedure, track).map(({ id }) => id);
  const ends = procedure.stages.filter((stage) => stage.track === track && !spine.includes(stage.id));
  const begins = procedure.stepsFrom(start).some((step) => step.track === track);
  return [...(begins ? [start] : []), ...spine, ...ends.map(({ id }) => id)];
}

interface StageProps extends ProcedureDrawingProps {
  readonly stage: string;
  readonly state: StageState | undefined;
}

function Stage({ procedure, lang, stage, state }: StageProps) {
  const t = procedureText(lang);
  const title = procedure.stage(stage)?.title;
  const steps = procedure.stepsFrom(stage).filter((step) => !isGathered(step));
  return (
    <li
      class={state === 'open' || state === undefined ? undefined : 'on'}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      {state === 'now' ? (
        <b>{title ? inLanguage(lang, title) : t('stage.start')}</b>
      ) : title ? (
        inLanguage(lang, title)
      ) : (
        t('stage.start')
      )}
      {state === 'now' || state === 'done' ? <span class="small soft"> {t(`drawing.${state}`)}</span> : null}
      {steps.length === 0 ? null : (
        <ul class="small">
          {steps.map((step) => (
            <li>{leads(step, procedure, lang)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function leads({ title, to }: StepDefinition, procedure: CompiledProcedure, lang: Language): string {
  const t = procedureText(lang);
  const step = inLanguage(lang, title);
  const stage = to === undefined ? undefined : procedure.stage(to)?.title;
  return stage === undefined
    ? t('drawing.within', { step })
    : t('drawing.leads', { step, stage: inLanguage(lang, stage) });
}
