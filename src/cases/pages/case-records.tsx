import { DataTable } from '../../portal/data-table.tsx';
import { IsoDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Section } from '../../portal/section.tsx';
import { inLanguage, ruleHref, UnconfirmedTag } from '../../rulebook/index.ts';
import type { CaseView } from '../case-view.ts';
import { casesText } from '../texts.ts';

interface RecordProps {
  readonly frame: Frame;
  readonly view: CaseView;
}

/** The present document of each kind, and whether its approval still binds. */
export function CaseDocuments({ frame: { lang }, view }: RecordProps) {
  const t = casesText(lang);
  const { documents, approvals } = view.held.state;
  const rows = Object.entries(documents);
  return (
    <Section id="documents" title={t('case.documents')}>
      {rows.length === 0 ? (
        <p>{t('case.noDocuments')}</p>
      ) : (
        <DataTable
          caption={t('case.documents')}
          isCaptionHidden
          columns={[
            {
              head: t('case.document'),
              isRowHead: true,
              cell: ([kind, { document }]) => (
                <a href={`/documents/${document}`}>{inLanguage(lang, view.documentTitle(kind))}</a>
              ),
            },
            { head: t('case.since'), cell: ([, { on }]) => <IsoDay date={on} /> },
            {
              head: t('case.approval'),
              cell: ([kind, { hash }]) => {
                const approval = approvals[kind];
                if (approval === undefined) return t('case.notApproved');
                return approval.hash === hash
                  ? t('case.approvedOn', { day: approval.on })
                  : t('case.approvalVoid', { day: approval.on });
              },
            },
          ]}
          rows={rows}
        />
      )}
    </Section>
  );
}

/** Every deadline, the rule it follows from, and whether it was kept. */
export function CaseDeadlines({ frame, view }: RecordProps) {
  const { lang, today } = frame;
  const t = casesText(lang);
  const rows = Object.entries(view.held.state.clocks).toSorted(([, one], [, other]) =>
    one.due.day < other.due.day ? 1 : -1,
  );
  if (rows.length === 0) return null;
  return (
    <Section id="deadlines" title={t('case.deadlines')}>
      <DataTable
        caption={t('case.deadlines')}
        isCaptionHidden
        columns={[
          { head: t('case.deadline'), isRowHead: true, cell: ([id]) => clockName(lang, view, id) },
          {
            head: t('case.dueOn'),
            cell: ([, { due, stoppedOn, extensions }]) => (
              <>
                <IsoDay date={due.day} />{' '}
                <span class={stoppedOn === undefined && due.day < today ? 'small red' : 'small soft'}>
                  {stoppedOn === undefined
                    ? t('case.running')
                    : t(stoppedOn > due.day ? 'case.stoppedLate' : 'case.stopped', { day: stoppedOn })}
                </span>{' '}
                {extensions > 0 ? <span class="tag">{t('case.extended')}</span> : null}
              </>
            ),
          },
          {
            head: t('case.rule'),
            cell: ([, { due }]) => (
              <>
                <a href={ruleHref(due.rule)}>{inLanguage(lang, view.ruleTitle(due.rule))}</a>{' '}
                {due.isConfirmed ? null : <UnconfirmedTag lang={lang} />}
              </>
            ),
          },
        ]}
        rows={rows}
      />
    </Section>
  );
}

function clockName(lang: Frame['lang'], view: CaseView, id: string): string {
  const t = casesText(lang);
  const [kind, name = ''] = id.split(':');
  if (kind === 'stage') {
    const stage = view.procedure.stage(name)?.title;
    return t('case.stageTime', { stage: stage === undefined ? name : inLanguage(lang, stage) });
  }
  const title = view.procedure.clock(id)?.title;
  return title === undefined ? t('case.suspension') : inLanguage(lang, title);
}

/** What the case knows, and who takes part. */
export function CaseFacts({ frame: { lang }, view }: RecordProps) {
  const t = casesText(lang);
  const { facts, parties } = view.held.state;
  return (
    <>
      <Section id="facts" title={t('case.facts')}>
        <FieldList
          entries={view.procedure.facts
            .filter(({ isPrivate }) => !isPrivate)
            .map((fact) => ({
              label: inLanguage(lang, fact.title),
              value: factText(lang, view, fact.id, facts[fact.id]),
            }))}
        />
      </Section>
      <Section id="parties" title={t('case.parties')}>
        <FieldList
          entries={view.procedure.parties.map(({ id, title }) => ({
            label: inLanguage(lang, title),
            value: view.names.get(parties[id] ?? ''),
            empty: '—',
          }))}
        />
      </Section>
    </>
  );
}

function factText(lang: Frame['lang'], view: CaseView, id: string, value: unknown): string | undefined {
  const t = casesText(lang);
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return t(value ? 'step.yes' : 'step.no');
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(lang === 'en' ? ', ' : '、');
  const choice = view.procedure.fact(id)?.choices?.find((one) => one.value === value)?.title;
  return choice === undefined ? String(value) : inLanguage(lang, choice);
}
