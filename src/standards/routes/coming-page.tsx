import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Pagination, type PaginationView } from '../../portal/pagination.tsx';
import { PageHead } from '../../portal/section.tsx';
import { ResultEntry } from '../pages/result-entry.tsx';
import type { ResultView } from '../pages/search-view.ts';
import { standardsText } from '../pages/texts.ts';

interface ComingPageProps {
  readonly frame: Frame;
  readonly results: readonly ResultView[];
  readonly pagination: PaginationView;
  readonly calendarHref: string;
}

/** Standards whose day of implementation is still to come, the nearest first. */
export function ComingPage({ frame, results, pagination, calendarHref }: ComingPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Layout
      frame={frame}
      title={t('home.coming')}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('home.coming') }]}
      alternates={[{ href: calendarHref, type: 'text/calendar', title: t('home.coming') }]}
    >
      <PageHead>
        <h1>{t('home.coming')}</h1>
        {results.length === 0 ? <p>{t('home.comingNone')}</p> : null}
        <p class="small noprint">
          <a href={calendarHref}>iCalendar</a>
        </p>
      </PageHead>
      <ol class="hits">
        {results.map((result) => (
          <ResultEntry frame={frame} result={result} />
        ))}
      </ol>
      <Pagination lang={lang} view={pagination} />
    </Layout>
  );
}
