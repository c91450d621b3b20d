import { positionOf, type TakenStep } from '@guiju/procedure-language';
import { DataTable } from '../../portal/data-table.tsx';
import { distanceText, IsoDay, WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { inLanguage, ProcedureDrawing, ruleHref, UnconfirmedTag } from '../../rulebook/index.ts';
import type { CaseView, CaseWaiting } from '../case-view.ts';
import { casesText } from '../texts.ts';
import { DueProcess } from './case-due-process.tsx';
import { Next } from './case-next.tsx';
import { CaseDeadlines, CaseDocuments, CaseFacts } from './case-records.tsx';

interface CasePageProps {
  readonly frame: Frame;
  readonly view: CaseView;
}

/** Where a case is, what is next, who is late, what the rules ask of it, and everything that was done. */
export function CasePage({ frame, view }: CasePageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  const title = view.title === '' ? t('case.untitled') : view.title;
  const procedure = inLanguage(lang, view.procedure.title);
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[
        { label: t('crumb.procedures'), href: '/procedures' },
        { label: procedure, href: `/procedures/${view.procedure.id}` },
        { label: view.number },
      ]}
      isUnlisted
    >
      <PageHead margin={<Margin frame={frame} view={view} />}>
        <p class="row">
          <span>{procedure}</span>
        </p>
        <h1>{title}</h1>
        {view.otherTitle === undefined ? null : <p lang={view.otherTitle.lang}>{view.otherTitle.text}</p>}
        <Says frame={frame} view={view} />
      </PageHead>
      <StageTrack frame={frame} view={view} />
      <Next frame={frame} view={view} />
      <DueProcess frame={frame} view={view} />
      <CaseDeadlines frame={frame} view={view} />
      {view.isPartaker ? (
        <CaseDocuments frame={frame} view={view} />
      ) : (
        <Section id="documents" title={t('case.documents')}>
          <p>{t('case.hidden')}</p>
        </Section>
      )}
      {view.isPartaker ? <CaseFacts frame={frame} view={view} /> : null}
      <History frame={frame} view={view} />
      <Section id="way" title={t('case.way')} isFull>
        <details>
          <summary>{t('case.wayShow')}</summary>
          <ProcedureDrawing procedure={view.procedure} lang={lang} position={positionOf(view.held.state)} />
        </details>
      </Section>
    </Layout>
  );
}

function Margin({ frame: { lang }, view }: CasePageProps) {
  const t = casesText(lang);
  const { state } = view.held;
  const plan = state.facts['plan-number'];
  return (
    <FieldList
      entries={[
        { label: t('case.number'), value: <span class="num">{view.number}</span> },
        { label: t('case.plan'), value: typeof plan === 'string' ? <span class="num">{plan}</span> : undefined },
        { label: t('case.opened'), value: <IsoDay date={state.openedOn} /> },
        {
          label: t('case.procedure'),
          value: (
            <a href={`/procedures/${view.procedure.id}`}>{t('case.version', { version: String(state.version) })}</a>
          ),
        },
      ]}
    />
  );
}

/** The answer of the first screen: where it stands, until when, and what is overdue. */
function Says({ frame: { lang, today }, view }: CasePageProps) {
  const t = casesText(lang);
  const { state } = view.held;
  if (state.ended !== undefined) {
    const stage = view.procedure.stage(state.ended.stage)?.title;
    return (
      <div class="says">
        <p>
          <b>
            {t.rich('case.endedOn', {
              day: <WrittenDay lang={lang} date={state.ended.on} />,
              stage: stage === undefined ? '' : inLanguage(lang, stage),
            })}
          </b>
        </p>
      </div>
    );
  }
  const late = view.waiting.filter(({ due }) => due !== undefined && due.day < today);
  const [main] = view.waiting;
  return (
    <div class="says">
      {state.suspended === undefined ? null : (
        <p>
          <b>
            {t.rich('case.suspendedOn', {
              day: <WrittenDay lang={lang} date={state.suspended.on} />,
              due: <WrittenDay lang={lang} date={state.suspended.due.day} />,
            })}
          </b>
        </p>
      )}
      {main === undefined ? null : (
        <p>
          <b>{t('case.stands', { stage: main.stage })}</b>
          {main.due === undefined ? null : <Until frame={{ lang, today }} due={main.due} />}
        </p>
      )}
      {late.map(({ stage, due }) => (
        <p class="red">{t('case.late', { stage, day: due?.day ?? '' })}</p>
      ))}
    </div>
  );
}

function Until({
  frame: { lang, today },
  due,
}: {
  readonly frame: Pick<Frame, 'lang' | 'today'>;
  readonly due: NonNullable<CaseWaiting['due']>;
}) {
  const t = casesText(lang);
  const distance = distanceText(lang, today, due.day);
  return (
    <>
      {lang === 'en' ? ', ' : '，'}
      {t.rich('case.until', { day: <WrittenDay lang={lang} date={due.day} /> })}
      {distance === undefined ? null : <span class="soft"> {distance}</span>}{' '}
      {due.isConfirmed ? null : (
        <a href={ruleHref(due.rule)}>
          <UnconfirmedTag lang={lang} />
        </a>
      )}
    </>
  );
}

/** Stages of the main track by their codes: done, now, to come. */
function StageTrack({ frame: { lang }, view }: CasePageProps) {
  const t = casesText(lang);
  const now = view.held.state.stages['main']?.stage ?? '';
  const code = view.procedure.stage(now)?.code;
  const named = new Map(
    view.procedure.stages.flatMap((stage) =>
      stage.track === 'main' && stage.code !== undefined && (stage.final === undefined || stage.final === 'done')
        ? [[stage.code, stageNames[stage.code] ?? stage.title] as const]
        : [],
    ),
  );
  const stages = [...named].toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (code === undefined || stages.length < 2) return null;
  const isOver = view.held.state.ended !== undefined;
  return (
    <ol class="steps" aria-label={t('case.stages')}>
      {stages.map(([stage, title]) => {
        const isDone = stage < code || (isOver && stage === code);
        return (
          <li class={isDone ? 'ok' : undefined} aria-current={stage === code && !isOver ? 'step' : undefined}>
            <b>{inLanguage(lang, title)}</b>
            <span class="num">{stage === code && !isOver ? t('case.now') : stage}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** The nine stages of GB/T 16733. */
const stageNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '00': { zh: '预阶段', en: 'Preliminary' },
  '10': { zh: '立项', en: 'Proposal' },
  '20': { zh: '起草', en: 'Drafting' },
  '30': { zh: '征求意见', en: 'Comments' },
  '40': { zh: '审查', en: 'Review' },
  '50': { zh: '批准', en: 'Approval' },
  '60': { zh: '出版', en: 'Publication' },
  '90': { zh: '复审', en: 'Periodic review' },
  '95': { zh: '废止', en: 'Withdrawal' },
};

function History({ frame: { lang }, view }: CasePageProps) {
  const t = casesText(lang);
  const { taken } = view.held.state;
  return (
    <Section id="history" title={t('case.history')}>
      <DataTable
        caption={t('case.history')}
        isCaptionHidden
        columns={[
          { head: t('case.day'), isRowHead: true, cell: (step) => <IsoDay date={step.on} /> },
          { head: t('case.step'), cell: (step) => stepTitle(lang, view, step) },
          { head: t('case.by'), cell: (step) => byWhom(lang, view, step) },
        ]}
        rows={taken.toReversed()}
      />
    </Section>
  );
}

function stepTitle(lang: Frame['lang'], view: CaseView, { step }: TakenStep): string {
  const title = view.procedure.step(step)?.title;
  return title === undefined ? step : inLanguage(lang, title);
}

function byWhom(lang: Frame['lang'], view: CaseView, { by, isWitnessed, isEnteredFor, elsewhere }: TakenStep) {
  const t = casesText(lang);
  if (by === 'time') return t('case.byTime');
  const organization = by.organization === undefined ? undefined : view.names.get(by.organization);
  const marks = [
    ...(isWitnessed ? [] : [t('case.notWitnessed')]),
    ...(isEnteredFor ? [t('case.enteredFor')] : []),
    ...(elsewhere === undefined
      ? []
      : [
          elsewhere.number === undefined
            ? t('case.elsewhere', { channel: elsewhere.channel, day: elsewhere.on })
            : t('case.elsewhereNumber', { channel: elsewhere.channel, day: elsewhere.on, number: elsewhere.number }),
        ]),
  ];
  return (
    <>
      {organization ?? t('case.somebody')}
      {marks.map((mark) => (
        <>
          {' '}
          <span class="tag">{mark}</span>
        </>
      ))}
    </>
  );
}
