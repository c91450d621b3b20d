import { DataTable } from '../../../portal/data-table.tsx';
import { dateText } from '../../../portal/dates.tsx';
import { FieldList } from '../../../portal/field-list.tsx';
import type { Frame } from '../../../portal/frame.ts';
import { Layout } from '../../../portal/layout.tsx';
import { listed } from '../../../portal/listed.ts';
import { PageHead, Section } from '../../../portal/section.tsx';
import type { ProcedureView, StageView, VersionView } from '../procedure-view.ts';
import { procedureText } from '../texts.ts';
import { ProcedureDrawing } from './procedure-drawing.tsx';
import { RuleLines, ruleValue } from './rule-lines.tsx';
import { StepBlock } from './step-block.tsx';

interface ProcedurePageProps {
  readonly frame: Frame;
  readonly view: ProcedureView;
}

/** One procedure: its drawing, each stage with who acts by when and under what, what is unconfirmed, and its versions. */
export function ProcedurePage({ frame, view }: ProcedurePageProps) {
  const { lang } = frame;
  const t = procedureText(lang);
  return (
    <Layout
      frame={frame}
      title={view.title}
      crumbs={[{ label: t('title'), href: '/procedures' }, { label: view.title }]}
    >
      <PageHead margin={<Margin frame={frame} view={view} />}>
        <h1>{view.title}</h1>
        <p>{view.summary}</p>
        <div class="says">
          <p>{verdict(frame, view)}</p>
          <p>
            {view.unconfirmed.length === 0 ? (
              t('says.confirmed')
            ) : (
              <a href="#unconfirmed">{t('says.unconfirmed', { n: view.unconfirmed.length })}</a>
            )}
          </p>
        </div>
      </PageHead>
      <Section id="drawing" title={t('drawing')} isFull>
        <ProcedureDrawing procedure={view.procedure} lang={lang} />
      </Section>
      {view.tracks.map((track) => (
        <Section id={`track-${track.id}`} title={t('stages.of', { track: track.title })}>
          <div class="gap">
            {track.stages.map((stage) => (
              <StageBlock frame={frame} stage={stage} firstAt={firstStages(view)} />
            ))}
          </div>
        </Section>
      ))}
      <FromMany frame={frame} view={view} />
      <Clocks frame={frame} view={view} />
      <Unconfirmed frame={frame} view={view} />
      <Section id="versions" title={t('versions.title')}>
        {view.versions.length === 1 ? <p>{t('versions.only')}</p> : null}
        <ul>
          {view.versions.map((version) => (
            <Version frame={frame} version={version} />
          ))}
        </ul>
      </Section>
    </Layout>
  );
}

function verdict({ lang, asOf }: Frame, { from, until, version, isInForce }: ProcedureView) {
  const t = procedureText(lang);
  const days = { from: dateText(lang, from), until: until === undefined ? '' : dateText(lang, until), version };
  if (!isInForce) return asOf < from ? t.rich('verdict.notYet', days) : t.rich('verdict.ended', days);
  return (
    <>
      {t.rich('verdict.inForce', days)} {until === undefined ? null : t('verdict.until', days)}
    </>
  );
}

function Margin({ frame: { lang }, view }: ProcedurePageProps) {
  const t = procedureText(lang);
  const base = `${view.href}/${view.version}`;
  return (
    <FieldList
      entries={[
        { label: t('margin.id'), value: <code class="mono">{view.id}</code> },
        { label: t('margin.size'), value: t('size', { stages: view.stages, steps: view.steps }) },
        { label: t('margin.basis'), value: view.basis },
        {
          label: t('margin.download'),
          value: (
            <ul>
              {(['svg', 'mermaid', 'bpmn', 'yaml', 'json'] as const).map((form) => (
                <li>
                  <a
                    href={form === 'json' ? `/api/v1/procedures/${view.id}?version=${view.version}` : `${base}.${form}`}
                  >
                    {t(`download.${form}`)}
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function firstStages({ tracks }: ProcedureView): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { stages } of tracks)
    for (const { id, steps } of stages) for (const step of steps) if (!first.has(step.id)) first.set(step.id, id);
  return first;
}

interface StageBlockProps {
  readonly frame: Frame;
  readonly stage: StageView;
  /** At which stage each step stands first. */
  readonly firstAt: ReadonlyMap<string, string>;
}

function StageBlock({ frame: { lang }, stage, firstAt }: StageBlockProps) {
  const t = procedureText(lang);
  const isPlace = !stage.isFinal && stage.id !== 'start';
  return (
    <div id={`stage-${stage.id}`}>
      <h3>{stage.title}</h3>
      {stage.codes === '' ? null : <p class="small soft">{t('stage.codes', { codes: stage.codes })}</p>}
      {stage.isFinal ? <p>{t('stage.end')}</p> : null}
      {isPlace ? (
        <FieldList
          entries={[
            { label: t('stage.deadline'), value: <RuleLines lang={lang} rules={stage.deadline} /> },
            {
              label: t('stage.byTime'),
              value:
                stage.byTime.length === 0
                  ? t('stage.overdue')
                  : listed(
                      lang,
                      stage.byTime.map(({ id, title }) => <a href={`#step-${id}`}>{title}</a>),
                      'commas',
                    ),
            },
          ]}
        />
      ) : null}
      {isPlace && stage.steps.length === 0 ? <p>{t('stage.noSteps')}</p> : null}
      {stage.steps.map((step) => (
        <StepBlock lang={lang} step={step} isRepeated={firstAt.get(step.id) !== stage.id} />
      ))}
    </div>
  );
}

function FromMany({ frame: { lang }, view }: ProcedurePageProps) {
  const t = procedureText(lang);
  if (view.fromMany.length === 0) return null;
  return (
    <Section id="many" title={t('many.title')}>
      <div class="gap">
        {view.fromMany.map((step) => (
          <StepBlock lang={lang} step={step} isFromTold />
        ))}
      </div>
    </Section>
  );
}

function Clocks({ frame: { lang }, view }: ProcedurePageProps) {
  const t = procedureText(lang);
  if (view.clocks.length === 0) return null;
  return (
    <Section id="clocks" title={t('clocks.title')}>
      <DataTable
        caption={t('clocks.title')}
        isCaptionHidden
        rows={view.clocks}
        columns={[
          { head: t('column.clock'), isRowHead: true, cell: ({ title }) => title },
          { head: t('column.value'), cell: ({ period }) => <RuleLines lang={lang} rules={period} /> },
        ]}
      />
    </Section>
  );
}

function Unconfirmed({ frame: { lang }, view }: ProcedurePageProps) {
  const t = procedureText(lang);
  return (
    <Section id="unconfirmed" title={t('unconfirmed.title')}>
      {view.unconfirmed.length === 0 ? (
        <p>{t('unconfirmed.none')}</p>
      ) : (
        <>
          <p>{t('unconfirmed.why')}</p>
          <ul>
            {view.unconfirmed.map((rule) => (
              <li>{ruleValue(lang, rule)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

const changes = ['newStages', 'goneStages', 'changedStages', 'newSteps', 'goneSteps', 'changedSteps'] as const;

function Version({ frame: { lang }, version }: { readonly frame: Frame; readonly version: VersionView }) {
  const t = procedureText(lang);
  const { from, until, differences } = version;
  const told = differences === undefined ? [] : changes.filter((change) => differences[change].length > 0);
  return (
    <li>
      <a href={version.href}>{t('version.line', { version: version.version })}</a>{' '}
      {until === undefined ? t('version.days', { from }) : t('version.daysUntil', { from, until })}
      {differences === undefined || told.length === 0 ? null : (
        <ul class="small">
          {told.map((change) => (
            <li>{t(`version.${change}`, { titles: differences[change].join(lang === 'en' ? ', ' : '、') })}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
