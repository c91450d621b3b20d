import type { CalendarYear } from '@guiju/procedure-language';
import { DataTable } from '../../portal/data-table.tsx';
import { dateText, IsoDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { ExceptionView, YearView } from '../calendar-view.ts';
import { inLanguage } from '../sentences.ts';
import { rulebookText } from '../texts.ts';
import { UnconfirmedTag } from './value-cells.tsx';

interface CalendarPageProps {
  readonly frame: Frame;
  readonly view: YearView;
}

/** The working days of a year: how many, which days are against the week, by which notice. */
export function CalendarPage({ frame, view }: CalendarPageProps) {
  const t = rulebookText(frame.lang);
  const title = t('title.calendarOf', { year: String(view.year) });
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[{ label: t('rule.crumb'), href: '/rulebook' }, { label: t('title.calendar') }]}
    >
      <PageHead>
        <h1>{title}</h1>
        <Says frame={frame} view={view} />
        <Years frame={frame} view={view} />
      </PageHead>
      {view.notice === undefined ? null : <Holidays lang={frame.lang} notice={view.notice} />}
      <Section id="months" title={t('calendar.months')}>
        <Months frame={frame} view={view} />
      </Section>
    </Layout>
  );
}

function Says({ frame: { lang }, view }: CalendarPageProps) {
  const t = rulebookText(lang);
  const { notice, working, free, worked } = view;
  const year = String(view.year);
  return (
    <div class="says">
      {notice === undefined ? (
        <>
          <p>{t.rich('calendar.unknown', { year })}</p>
          <p>{t('calendar.byWeek', { year, working })}</p>
        </>
      ) : (
        <p>
          {t.rich('calendar.says', { year, working, free, worked })}{' '}
          {notice.confirmed ? null : <UnconfirmedTag lang={lang} />}
        </p>
      )}
      {notice?.note === undefined ? null : <p>{inLanguage(lang, notice.note)}</p>}
    </div>
  );
}

function Years({ frame, view }: CalendarPageProps) {
  const t = rulebookText(frame.lang);
  return (
    <nav class="noprint res" aria-label={t('calendar.otherYears')}>
      <ul class="row">
        {view.otherYears.map((year) => (
          <li>
            <a href={`/calendar?year=${year}`}>{String(year)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Holidays({ lang, notice }: { readonly lang: Language; readonly notice: CalendarYear }) {
  const t = rulebookText(lang);
  return (
    <Section id="holidays" title={t('calendar.holidays')} side={<Notices lang={lang} notice={notice} />}>
      <DataTable
        caption={t('calendar.holidays')}
        isCaptionHidden
        rows={notice.holidays}
        columns={[
          { head: t('calendar.holiday'), isRowHead: true, cell: ({ name }) => inLanguage(lang, name) },
          { head: t('calendar.free'), cell: ({ free }) => freeDays(lang, free) },
          {
            head: t('calendar.worked'),
            cell: ({ worked = [] }) =>
              worked.length === 0 ? (
                <span class="soft">{t('calendar.none')}</span>
              ) : (
                worked.map((day) => (
                  <>
                    <IsoDay date={day} />{' '}
                  </>
                ))
              ),
          },
        ]}
      />
    </Section>
  );
}

function freeDays(lang: Language, text: string) {
  const [from = text, to] = text.split('/');
  if (to === undefined) return <IsoDay date={from} />;
  return rulebookText(lang).rich('calendar.range', { from: <IsoDay date={from} />, to: <IsoDay date={to} /> });
}

function Notices({ lang, notice }: { readonly lang: Language; readonly notice: CalendarYear }) {
  return notice.notices.map(({ title, number, issuedOn }) => (
    <>
      {inLanguage(lang, title)} <span lang="zh-Hans">{number}</span>
      {issuedOn === undefined ? null : <> {dateText(lang, issuedOn)}</>}{' '}
    </>
  ));
}

function Months({ frame: { lang }, view }: CalendarPageProps) {
  const t = rulebookText(lang);
  return (
    <DataTable
      caption={t('calendar.months')}
      isCaptionHidden
      rows={view.months}
      columns={[
        { head: t('calendar.month'), isRowHead: true, cell: ({ month }) => dateText(lang, month) },
        { head: t('calendar.workingDays'), isNumber: true, cell: ({ working }) => String(working) },
        {
          head: t('calendar.exceptions'),
          cell: ({ exceptions }) => <Exceptions lang={lang} exceptions={exceptions} />,
        },
      ]}
    />
  );
}

interface ExceptionsProps {
  readonly lang: Language;
  readonly exceptions: readonly ExceptionView[];
}

function Exceptions({ lang, exceptions }: ExceptionsProps) {
  const t = rulebookText(lang);
  if (exceptions.length === 0) return <span class="soft">{t('calendar.none')}</span>;
  return (
    <ul>
      {exceptions.map(({ day, mark, name }) => (
        <li>
          {t.rich(mark === 'free' ? 'calendar.dayFree' : 'calendar.dayWorked', {
            day: <IsoDay date={day} />,
            name: name === undefined ? '' : inLanguage(lang, name),
          })}
        </li>
      ))}
    </ul>
  );
}
