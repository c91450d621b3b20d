import type { Child } from 'hono/jsx';
import { FacetList, separates } from '../../portal/facet-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { listed, sentenceGap } from '../../portal/listed.ts';
import { Notice } from '../../portal/notice.tsx';
import { Pagination } from '../../portal/pagination.tsx';
import { NumberText } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { HiddenFields, SearchBox } from '../../portal/search-box.tsx';
import { CommitteesFound } from './committees-found.tsx';
import { CoverageSentence } from './coverage-sentence.tsx';
import { ResultEntry } from './result-entry.tsx';
import type { ChosenFilter, SearchAsked, SearchView } from './search-view.ts';
import { standardsText } from './texts.ts';

interface SearchPageProps {
  readonly frame: Frame;
  readonly search: SearchView;
}

/** Results of the one box: all tiers together, narrowed only where that divides them. */
export function SearchPage({ frame, search }: SearchPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { asked, total, facets } = search;
  const hasFacets = facets.some((facet) => separates(facet, total));
  return (
    <Layout
      frame={frame}
      title={
        asked.query === '' ? t('search.titleAll', { n: total }) : t('search.title', { n: total, query: asked.query })
      }
      crumbs={[{ label: t('crumb.standards'), href: asked.action }, { label: t('crumb.search') }]}
      isUnlisted
    >
      <SearchBox lang={lang} action={asked.action} query={asked.query} hidden={askedDay(asked, frame)} />
      <div class={hasFacets ? 'two res' : 'res'}>
        <div>
          <h1 class="vh">{t('search.heading', { query: asked.query })}</h1>
          <SearchNotices frame={frame} search={search} />
          <PastEnd frame={frame} pastEnd={search.pastEnd} />
          <CommitteesFound frame={frame} committees={search.committees} />
          <div class="row bar">
            <p>
              {countSentence(frame, search)}{' '}
              {hasFacets ? (
                <a class="jump" href="#narrow">
                  {t('search.narrow')}
                </a>
              ) : null}
            </p>
            <SearchControls frame={frame} asked={asked} />
          </div>
          <Chosen frame={frame} chosen={search.chosen} />
          <ol class="hits">
            {search.results.map((result) => (
              <ResultEntry frame={frame} result={result} highlight={search.highlight} />
            ))}
          </ol>
          <Pagination lang={lang} view={search.pagination} />
          <SearchFoot frame={frame} search={search} />
        </div>
        {hasFacets ? <FacetList lang={lang} facets={facets} total={total} /> : null}
      </div>
    </Layout>
  );
}

/** A new question keeps the asked day when it is not today. */
export function askedDay(asked: SearchAsked, frame: Frame) {
  return asked.asOf === frame.today ? [] : [{ name: 'as-of', value: asked.asOf }];
}

function countSentence(frame: Frame, { asked, total, isTotalApproximate, isTotalCapped }: SearchView): Child {
  const t = standardsText(frame.lang);
  const kind = countKind({ isTotalApproximate, isTotalCapped });
  const n = (inner: Child) => <b class="n1">{inner}</b>;
  if (asked.query === '') return t.rich(`search.all.${kind}`, { n: total, big: n });
  return t.rich(`search.found.${kind}`, { n: total, big: n, query: asked.query });
}

function countKind({ isTotalApproximate, isTotalCapped }: Pick<SearchView, 'isTotalApproximate' | 'isTotalCapped'>) {
  if (isTotalCapped) return 'capped';
  return isTotalApproximate ? 'about' : 'exact';
}

/** How the query was read, and what is not yet in the index. */
export function SearchNotices({
  frame,
  search,
}: {
  readonly frame: Frame;
  readonly search: Pick<SearchView, 'readAs' | 'notHeld' | 'indexingToGo' | 'unknownValues'>;
}) {
  const t = standardsText(frame.lang);
  const { readAs, notHeld, indexingToGo, unknownValues = [] } = search;
  return (
    <>
      {readAs === undefined ? null : (
        <p class="note">
          {t.rich('search.readAs', {
            number: (
              <b>
                <NumberText number={readAs.number} />
              </b>
            ),
          })}
          {readAs.explanation === undefined ? null : (
            <>
              {sentenceGap(frame.lang)}
              <InLanguage text={readAs.explanation} around={frame.lang} />
            </>
          )}
        </p>
      )}
      {unknownValues.map(({ filter, value, href }) => (
        <p class="note">
          {t.rich('search.unknownValue', { filter, value, a: (inner: Child) => <a href={href}>{inner}</a> })}
        </p>
      ))}
      {indexingToGo > 0 ? <p class="note">{t('search.indexing', { n: indexingToGo })}</p> : null}
      {notHeld === undefined ? null : <NotHeld frame={frame} notHeld={notHeld} />}
    </>
  );
}

/** The number asked for has no record here, whatever else is found, and whether this register would know. */
function NotHeld({ frame, notHeld }: { readonly frame: Frame; readonly notHeld: NonNullable<SearchView['notHeld']> }) {
  const { lang } = frame;
  const number = (
    <b>
      <NumberText number={notHeld.number} />
    </b>
  );
  return (
    <Notice kind="empty">
      <p>{standardsText(lang).rich('search.notHeld', { number })}</p>
      <CoverageSentence lang={lang} coverage={notHeld.coverage} />
    </Notice>
  );
}

function PastEnd({ frame, pastEnd }: { readonly frame: Frame; readonly pastEnd: SearchView['pastEnd'] }) {
  if (pastEnd === undefined) return null;
  const { page, firstHref } = pastEnd;
  return (
    <Notice kind="empty">
      <p>
        {standardsText(frame.lang).rich('search.pastEnd', {
          page: String(page),
          a: (inner: Child) => <a href={firstHref}>{inner}</a>,
        })}
      </p>
    </Notice>
  );
}

function SearchControls({ frame, asked }: { readonly frame: Frame; readonly asked: SearchAsked }) {
  const t = standardsText(frame.lang);
  const orders = ['relevance', 'newest', 'oldest'] as const;
  return (
    <form class="row ctl noprint" action={asked.action} method="get">
      <HiddenFields values={[{ name: 'q', value: asked.query }, ...asked.hidden]} />
      <span class="ctlpair">
        {' '}
        <label class="lab small" for="as-of">
          {t('search.statusOn')}
        </label>
        <input class="day" id="as-of" name="as-of" value={asked.asOf} inputmode="numeric" pattern="\d{4}-\d{2}-\d{2}" />
      </span>
      <span class="ctlpair">
        {' '}
        <label class="lab small" for="sort">
          {t('search.order')}
        </label>
        <select id="sort" name="sort">
          {orders.map((order) => (
            <option value={order} selected={order === asked.sort}>
              {t(`search.order.${order}`)}
            </option>
          ))}
        </select>
      </span>{' '}
      <button type="submit">{t('search.apply')}</button>
    </form>
  );
}

function Chosen({ frame, chosen }: { readonly frame: Frame; readonly chosen: readonly ChosenFilter[] }) {
  if (chosen.length === 0) return null;
  const t = standardsText(frame.lang);
  return (
    <ul class="chosen noprint" aria-label={t('search.chosen')}>
      {chosen.map(({ facet, value, removeHref }) => (
        <li>
          <a href={removeHref}>
            <span class="vh">{t('search.remove')} </span>
            {t('search.chosenValue', { facet, value })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SearchFoot({ frame, search }: SearchPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { downloads, followHref, orderExplainedHref } = search;
  return (
    <p class="note noprint row">
      {downloads.length === 0 ? null : (
        <span>
          {t('search.download', { n: search.total })}{' '}
          {listed(
            lang,
            downloads.map(({ label, href }) => (
              <a href={href}>
                <InLanguage text={label} around={lang} />
              </a>
            )),
            'commas',
          )}
        </span>
      )}
      {followHref === undefined ? null : <a href={followHref}>{t('search.follow')}</a>}
      <a href={orderExplainedHref}>{t('search.orderExplained')}</a>
    </p>
  );
}
