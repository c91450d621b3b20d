import { DataTable } from '../../portal/data-table.tsx';
import { dateText } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { Asked } from '../asked.ts';
import type { RuleLine, SubjectView } from '../rule-view.ts';
import { rulebookText } from '../texts.ts';
import { ValueCell } from './value-cells.tsx';

export interface RulebookView {
  readonly asked: Asked;
  readonly subjects: readonly SubjectView[];
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly counts: { readonly rules: number; readonly values: number; readonly unconfirmed: number };
  /** The query of this page, for the files of the same content. */
  readonly query: string;
}

interface RulebookPageProps {
  readonly frame: Frame;
  readonly view: RulebookView;
}

/** All rules by subject, with what applies at a place on a day. */
export function RulebookPage({ frame, view }: RulebookPageProps) {
  const t = rulebookText(frame.lang);
  const { counts, subjects } = view;
  return (
    <Layout frame={frame} title={t('title')} crumbs={[{ label: t('title') }]}>
      <PageHead>
        <h1>{t('title')}</h1>
        <div class="says">
          <p>{t.rich('says', { n: counts.rules, values: counts.values, unconfirmed: counts.unconfirmed })}</p>
          <p>{t('says.how')}</p>
        </div>
        <Controls frame={frame} view={view} />
        <Files frame={frame} query={view.query} />
      </PageHead>
      <Shown frame={frame} view={view} />
      <nav class="noprint res" aria-label={t('subjects')}>
        <ul class="row small">
          {subjects.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {subjects.map(({ id, title, rules }) => (
        <Section id={id} title={title}>
          <SubjectTable frame={frame} caption={title} rules={rules} />
        </Section>
      ))}
    </Layout>
  );
}

function Controls({ frame, view: { asked, places } }: RulebookPageProps) {
  const t = rulebookText(frame.lang);
  return (
    <form class="row ctl noprint res" action="/rulebook" method="get">
      <span class="ctlpair">
        <label class="lab small" for="for">
          {t('filter.place')}
        </label>
        <select id="for" name="for">
          {places.map(({ value, label }) => (
            <option value={value} selected={value === asked.jurisdiction}>
              {label}
            </option>
          ))}
        </select>
      </span>{' '}
      <span class="ctlpair">
        <label class="lab small" for="as-of">
          {t('filter.day')}
        </label>
        <input class="day" id="as-of" name="as-of" value={asked.day} inputmode="numeric" pattern="\d{4}-\d{2}-\d{2}" />
      </span>{' '}
      <span class="ctlpair">
        <label class="lab small" for="show">
          {t('filter.show')}
        </label>
        <select id="show" name="show">
          <option value="all">{t('filter.all')}</option>
          <option value="unconfirmed" selected={asked.onlyUnconfirmed}>
            {t('filter.unconfirmed')}
          </option>
        </select>
      </span>{' '}
      <button type="submit">{t('filter.apply')}</button>
    </form>
  );
}

function Files({ frame, query }: { readonly frame: Frame; readonly query: string }) {
  const t = rulebookText(frame.lang);
  const kinds = ['csv', 'xlsx', 'json'] as const;
  return (
    <p class="noprint res">
      {t('download')}{' '}
      {kinds.map((kind) => (
        <>
          <a href={`/rulebook.${kind}${query}`}>{t(`download.${kind}`)}</a>{' '}
        </>
      ))}
      <a href="/calendar">{t('calendar.link')}</a>
    </p>
  );
}

function Shown({ frame, view: { asked, subjects, places } }: RulebookPageProps) {
  const t = rulebookText(frame.lang);
  const n = subjects.reduce((sum, { rules }) => sum + rules.length, 0);
  const place = places.find(({ value }) => value === asked.jurisdiction)?.label ?? asked.jurisdiction;
  if (n === 0)
    return (
      <Notice kind="empty">
        <p>{t('nothing')}</p>
        <p>{t('nothing.remedy')}</p>
      </Notice>
    );
  return <p class="note">{t('shown', { n, place, day: dateText(frame.lang, asked.day) })}</p>;
}

interface SubjectTableProps {
  readonly frame: Frame;
  readonly caption: string;
  readonly rules: readonly RuleLine[];
}

function SubjectTable({ frame: { lang }, caption, rules }: SubjectTableProps) {
  const t = rulebookText(lang);
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rules}
      rowId={({ id }) => id}
      columns={[
        {
          head: t('column.rule'),
          isRowHead: true,
          cell: ({ id, title, href }) => (
            <>
              <a href={href}>{title}</a>
              <p>
                <code class="mono">{id}</code>
              </p>
            </>
          ),
        },
        { head: t('column.value'), cell: ({ value }) => <ValueCell lang={lang} value={value} /> },
        { head: t('column.place'), cell: ({ value }) => value?.place ?? '' },
        { head: t('column.basis'), cell: ({ value }) => <span class="small">{value?.basis ?? ''}</span> },
      ]}
    />
  );
}
