import type { RuleSource } from '@guiju/procedure-language';
import { DataTable } from '../../portal/data-table.tsx';
import { dateText } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { ValueView } from '../rule-view.ts';
import { inLanguage } from '../sentences.ts';
import { rulebookText } from '../texts.ts';
import { DayCell, UnconfirmedTag, ValueCell } from './value-cells.tsx';

/** What applies at one place on the asked day. */
export interface AppliedView {
  readonly place: string;
  readonly value: ValueView | undefined;
  /** Whether the value is of the place itself, not of a wider one. */
  readonly isOwn: boolean;
}

export interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly subject: { readonly title: string; readonly href: string };
  readonly day: string;
  readonly noNationalValue: string | undefined;
  readonly applied: readonly AppliedView[];
  readonly values: readonly ValueView[];
  readonly sources: readonly RuleSource[];
}

interface RulePageProps {
  readonly frame: Frame;
  readonly rule: RuleView;
}

/** One rule: what holds for the nation and each place with a value of its own, and every value with its days and basis. */
export function RulePage({ frame, rule }: RulePageProps) {
  const { lang } = frame;
  const t = rulebookText(lang);
  return (
    <Layout
      frame={frame}
      title={rule.title}
      crumbs={[
        { label: t('rule.crumb'), href: '/rulebook' },
        { label: rule.subject.title, href: rule.subject.href },
        { label: rule.title },
      ]}
    >
      <PageHead margin={<Margin frame={frame} rule={rule} />}>
        <h1>{rule.title}</h1>
        <Says frame={frame} rule={rule} />
      </PageHead>
      <Section id="today" title={t('rule.today', { day: dateText(lang, rule.day) })}>
        <AppliedTable frame={frame} rule={rule} />
      </Section>
      <Section id="history" title={t('rule.history')}>
        <HistoryTable frame={frame} rule={rule} />
      </Section>
      <Section id="sources" title={t('rule.sources')}>
        <SourcesTable frame={frame} rule={rule} />
      </Section>
    </Layout>
  );
}

function Says({ frame: { lang }, rule }: RulePageProps) {
  const t = rulebookText(lang);
  const day = dateText(lang, rule.day);
  const nation = rule.applied[0]?.value;
  return (
    <div class="says">
      <p>
        {nation === undefined ? (
          t('rule.says.none', { day })
        ) : (
          <>
            {t.rich('rule.says.one', { day, value: nation.value })}{' '}
            {nation.isConfirmed ? null : <UnconfirmedTag lang={lang} />}
          </>
        )}
      </p>
      {rule.noNationalValue === undefined ? null : <p>{t('rule.noNational', { why: rule.noNationalValue })}</p>}
    </div>
  );
}

function Margin({ frame: { lang }, rule }: RulePageProps) {
  const t = rulebookText(lang);
  return (
    <FieldList
      entries={[
        { label: t('rule.id'), value: <code class="mono">{rule.id}</code> },
        { label: t('rule.kind'), value: rule.kind },
        { label: t('rule.subject'), value: <a href={rule.subject.href}>{rule.subject.title}</a> },
      ]}
    />
  );
}

function AppliedTable({ frame: { lang }, rule }: RulePageProps) {
  const t = rulebookText(lang);
  return (
    <DataTable
      caption={t('rule.today', { day: dateText(lang, rule.day) })}
      isCaptionHidden
      rows={rule.applied}
      columns={[
        { head: t('column.place'), isRowHead: true, cell: ({ place }) => place },
        {
          head: t('column.value'),
          cell: ({ value, isOwn }) => (
            <>
              <ValueCell lang={lang} value={value} />
              {value === undefined || isOwn ? null : (
                <p class="small soft">{t('rule.byOther', { place: value.place })}</p>
              )}
            </>
          ),
        },
        { head: t('column.basis'), cell: ({ value }) => value?.basis ?? '' },
      ]}
    />
  );
}

function HistoryTable({ frame: { lang }, rule }: RulePageProps) {
  const t = rulebookText(lang);
  return (
    <DataTable
      caption={t('rule.history')}
      isCaptionHidden
      rows={rule.values}
      columns={[
        { head: t('column.place'), isRowHead: true, cell: ({ place }) => place },
        { head: t('column.from'), cell: ({ from }) => <DayCell date={from} open={t('open')} /> },
        { head: t('column.until'), cell: ({ until }) => <DayCell date={until} open={t('untilNow')} /> },
        { head: t('column.value'), cell: (value) => <ValueCell lang={lang} value={value} /> },
        { head: t('column.basis'), cell: ({ basis }) => basis },
      ]}
    />
  );
}

function SourcesTable({ frame: { lang }, rule }: RulePageProps) {
  const t = rulebookText(lang);
  return (
    <DataTable
      caption={t('rule.sources')}
      isCaptionHidden
      rows={rule.sources}
      columns={[
        { head: t('source.tag'), isRowHead: true, cell: ({ tag }) => tag },
        { head: t('source.title'), cell: ({ title }) => inLanguage(lang, title) },
        { head: t('source.number'), cell: ({ number }) => (number ? <span lang="zh-Hans">{number}</span> : '') },
        {
          head: t('source.inForce'),
          cell: ({ inForceFrom }) => <DayCell date={inForceFrom} open={t('notRecorded')} />,
        },
        { head: t('source.read'), cell: ({ whatWasRead }) => inLanguage(lang, whatWasRead) },
      ]}
    />
  );
}
