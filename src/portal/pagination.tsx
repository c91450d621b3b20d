import type { Language } from './languages.ts';
import { portalText } from './texts.ts';

export type PaginationView =
  /** Numbered pages; `hrefOf` gives the address of each page that is offered. */
  | {
      readonly kind: 'pages';
      readonly current: number;
      readonly last: number;
      readonly hrefOf: (page: number) => string;
    }
  /** Cursor pages: there is only a next and a previous one. */
  | { readonly kind: 'cursor'; readonly previousHref?: string | undefined; readonly nextHref?: string | undefined };

interface PaginationProps {
  readonly lang: Language;
  readonly view: PaginationView;
}

/** Links to the other pages of a list; nothing when there is only one. */
export function Pagination({ lang, view }: PaginationProps) {
  const t = portalText(lang);
  if (view.kind === 'cursor') return <CursorPages lang={lang} view={view} />;
  const { current, last, hrefOf } = view;
  if (last <= 1) return null;
  return (
    <nav class="pages" aria-label={t('pages.label')}>
      {current > 1 ? (
        <a href={hrefOf(current - 1)} rel="prev">
          {t('pages.previous')}
        </a>
      ) : null}
      {shownPages(current, last).map((page) => (
        <PageLink page={page} current={current} hrefOf={hrefOf} />
      ))}
      {current < last ? (
        <a href={hrefOf(current + 1)} rel="next">
          {t('pages.next')}
        </a>
      ) : null}
    </nav>
  );
}

/** Pages to show: the first, the last, and those around the current one; a gap stands as `'gap'`. */
export function shownPages(current: number, last: number): readonly (number | 'gap')[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(current <= 2 ? [...wanted, 3, 4].filter((page) => page <= last) : wanted)].sort(
    (a, b) => a - b,
  );
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    return before !== undefined && page - before > 1 ? ['gap' as const, page] : [page];
  });
}

interface PageLinkProps {
  readonly page: number | 'gap';
  readonly current: number;
  readonly hrefOf: (page: number) => string;
}

function PageLink({ page, current, hrefOf }: PageLinkProps) {
  if (page === 'gap') return <span class="gap-mark">…</span>;
  if (page === current) return <span aria-current="page">{page}</span>;
  return <a href={hrefOf(page)}>{page}</a>;
}

function CursorPages({
  lang,
  view,
}: {
  readonly lang: Language;
  readonly view: PaginationView & { readonly kind: 'cursor' };
}) {
  const t = portalText(lang);
  if (view.previousHref === undefined && view.nextHref === undefined) return null;
  return (
    <nav class="pages" aria-label={t('pages.label')}>
      {view.previousHref === undefined ? null : (
        <a href={view.previousHref} rel="prev">
          {t('pages.previous')}
        </a>
      )}
      {view.nextHref === undefined ? null : (
        <a href={view.nextHref} rel="next">
          {t('pages.next')}
        </a>
      )}
    </nav>
  );
}
