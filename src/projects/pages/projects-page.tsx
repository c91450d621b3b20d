import type { Child } from 'hono/jsx';
import { DataTable } from '../../portal/data-table.tsx';
import { distanceText, IsoDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { AnnouncedLine, OpenWindow, PlanLine } from '../public-lists.ts';
import { projectsText } from '../texts.ts';

export interface ProjectsView {
  readonly consultations: readonly OpenWindow[];
  readonly proposed: readonly OpenWindow[];
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly plan: readonly PlanLine[];
  readonly announced: readonly AnnouncedLine[];
}

interface ProjectsPageProps {
  readonly frame: Frame;
  readonly view: ProjectsView;
}

/** What is on its way: drafts open for comments first, then proposals, the plan, and what was announced. */
export function ProjectsPage({ frame, view }: ProjectsPageProps) {
  const { lang } = frame;
  const t = projectsText(lang);
  return (
    <Layout frame={frame} title={t('title')} crumbs={[{ label: t('title') }]} description={t('about')}>
      <PageHead>
        <h1>{t('title')}</h1>
        <div class="says">
          <p>
            <b>
              {view.consultations.length === 0 ? t('noConsultations') : t('says', { n: view.consultations.length })}
            </b>
          </p>
        </div>
        <p>{t('about')}</p>
        <p>
          <a class="btn" href="/cases/new">
            {t('suggest')}
          </a>
        </p>
      </PageHead>
      <Section id="consultations" title={t('consultations')}>
        <Windows frame={frame} windows={view.consultations} caption={t('consultations')} none={t('noConsultations')} />
      </Section>
      <Section id="proposed" title={t('proposed')}>
        <Windows frame={frame} windows={view.proposed} caption={t('proposed')} none={t('noProposed')} />
      </Section>
      <Plan frame={frame} view={view} />
      <Announced frame={frame} lines={view.announced} />
    </Layout>
  );
}

function titleIn(lang: Frame['lang'], title: OpenWindow['title']): Child {
  const t = projectsText(lang);
  const own = lang === 'en' ? title.en : title.zh;
  if (own !== undefined) return own;
  const other = lang === 'en' ? title.zh : title.en;
  return other === undefined ? t('untitled') : <span lang={lang === 'en' ? 'zh-Hans' : 'en'}>{other}</span>;
}

interface WindowsProps {
  readonly frame: Frame;
  readonly windows: readonly OpenWindow[];
  readonly caption: string;
  readonly none: string;
}

function Windows({ frame: { lang, today }, windows, caption, none }: WindowsProps) {
  const t = projectsText(lang);
  if (windows.length === 0) return <p class="soft">{none}</p>;
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={[
        {
          head: t('name'),
          isRowHead: true,
          cell: ({ number, title }) => <a href={`/cases/${number}`}>{titleIn(lang, title)}</a>,
        },
        { head: t('number'), cell: ({ number, planNumber }) => <span class="num">{planNumber ?? number}</span> },
        {
          head: t('closes'),
          cell: ({ closesOn }) => (
            <>
              <IsoDay date={closesOn} /> <span class="small soft">{distanceText(lang, today, closesOn)}</span>
            </>
          ),
        },
      ]}
      rows={windows}
    />
  );
}

function Plan({ frame: { lang }, view }: ProjectsPageProps) {
  const t = projectsText(lang);
  const others = view.years.filter((year) => year !== view.year);
  return (
    <Section id="plan" title={view.year === undefined ? t('planNone') : t('plan', { year: String(view.year) })}>
      {view.plan.length === 0 ? (
        <p class="soft">{t('noPlan')}</p>
      ) : (
        <div>
          <DataTable
            caption={t('planNone')}
            isCaptionHidden
            columns={[
              {
                head: t('number'),
                isRowHead: true,
                cell: ({ number }) => (
                  <a class="num" href={`/cases/${number}`}>
                    {number}
                  </a>
                ),
              },
              { head: t('name'), cell: ({ title }) => titleIn(lang, title) },
              { head: t('issued'), cell: ({ issuedOn }) => <IsoDay date={issuedOn} /> },
              { head: t('state'), cell: (line) => stateText(lang, line) },
            ]}
            rows={view.plan}
          />
          {others.length === 0 ? null : (
            <p class="row">
              <span>{t('years')}</span>
              {others.map((year) => (
                <a href={`/projects?year=${year}#plan`}>{String(year)}</a>
              ))}
            </p>
          )}
        </div>
      )}
    </Section>
  );
}

function stateText(lang: Frame['lang'], { state, standardNumber }: PlanLine): string {
  const t = projectsText(lang);
  if (state === 'cancelled') return t('stateCancelled');
  return state === 'done' ? t('stateDone', { number: standardNumber ?? '' }) : t('stateIssued');
}

function Announced({ frame: { lang }, lines }: { readonly frame: Frame; readonly lines: readonly AnnouncedLine[] }) {
  const t = projectsText(lang);
  return (
    <Section id="announcements" title={t('announcements')}>
      {lines.length === 0 ? (
        <p class="soft">{t('noAnnouncements')}</p>
      ) : (
        <DataTable
          caption={t('announcements')}
          isCaptionHidden
          columns={[
            { head: t('announcement'), isRowHead: true, cell: ({ announcement }) => announcement },
            { head: t('day'), cell: ({ issuedOn }) => <IsoDay date={issuedOn} /> },
            {
              head: t('number'),
              cell: ({ number }) =>
                number === null ? (
                  '—'
                ) : (
                  <a class="num" href={`/standards/${encodeURIComponent(number)}`}>
                    {number}
                  </a>
                ),
            },
            { head: t('name'), cell: ({ title }) => titleIn(lang, title) },
            {
              head: t('implemented'),
              cell: ({ implementedOn }) => (implementedOn === null ? '—' : <IsoDay date={implementedOn} />),
            },
            { head: t('replaces'), cell: ({ replaces }) => (replaces.length === 0 ? '—' : replaces.join(', ')) },
          ]}
          rows={lines}
        />
      )}
    </Section>
  );
}
