import type { Child } from 'hono/jsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { listed, sentenceGap } from '../../portal/listed.ts';
import { Notice } from '../../portal/notice.tsx';
import { NumberText } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { SearchBox } from '../../portal/search-box.tsx';
import { Section } from '../../portal/section.tsx';
import { CommitteesFound } from './committees-found.tsx';
import { CoverageSentence } from './coverage-sentence.tsx';
import { ResultEntry } from './result-entry.tsx';
import { askedDay, SearchNotices } from './search-page.tsx';
import type { NoResultView, QueryReading } from './search-view.ts';
import { standardsText } from './texts.ts';

interface NoResultPageProps {
  readonly frame: Frame;
  readonly noResult: NoResultView;
}

/** Nothing found: what was looked for, whether this register would know, what to try. */
export function NoResultPage({ frame, noResult }: NoResultPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { asked, reading, nearest, spellings, withoutFilters } = noResult;
  return (
    <Layout
      frame={frame}
      title={t('noResult.title', { query: asked.query })}
      crumbs={[{ label: t('crumb.standards'), href: asked.action }, { label: t('crumb.search') }]}
      isUnlisted
    >
      <SearchBox lang={lang} action={asked.action} query={asked.query} hidden={askedDay(asked, frame)} />
      <div class="res gap">
        <SearchNotices frame={frame} search={noResult} />
        <Notice kind="empty">
          {withoutFilters === undefined ? (
            <>
              <h1>{t('noResult.heading', { query: asked.query })}</h1>
              <Reading frame={frame} reading={reading} />
            </>
          ) : (
            <>
              <h1>{t('noResult.filtered', { query: asked.query })}</h1>
              <p>
                <a href={withoutFilters.href}>{t('noResult.withoutFilters', { n: withoutFilters.count })}</a>
              </p>
            </>
          )}
        </Notice>
        <CommitteesFound frame={frame} committees={noResult.committees} />
      </div>
      {spellings.length === 0 ? null : (
        <Section id="spellings" title={t('noResult.spellings')}>
          <ul class="stack">
            {spellings.map(({ query, href, count, isApproximate }) => (
              <li>
                <a href={href}>{query}</a>{' '}
                <span class="soft">
                  {t(isApproximate ? 'noResult.spellingAbout' : 'noResult.spellingCount', { n: count })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {nearest.length === 0 ? null : (
        <Section id="nearest" title={t('noResult.nearest')}>
          <ol class="hits">
            {nearest.map((result) => (
              <ResultEntry frame={frame} result={result} level="h3" />
            ))}
          </ol>
        </Section>
      )}
    </Layout>
  );
}

function Reading({ frame, reading }: { readonly frame: Frame; readonly reading: QueryReading }): Child {
  const { lang } = frame;
  const t = standardsText(lang);
  switch (reading.kind) {
    case 'recognized':
      return (
        <>
          <p>
            {t.rich('noResult.recognized', {
              number: (
                <b>
                  <NumberText number={reading.number} />
                </b>
              ),
            })}
            {sentenceGap(lang)}
            <InLanguage text={reading.explanation} around={lang} />
          </p>
          <CoverageSentence lang={lang} coverage={reading.coverage} />
        </>
      );
    case 'ambiguous':
      return (
        <p>
          {t.rich('noResult.ambiguous', {
            readings: separatedNumbers(
              lang,
              reading.readings.map(({ number }) => number),
            ),
          })}
        </p>
      );
    case 'unknown-prefix':
      return reading.nearest.length === 0 ? (
        <p>{t('noResult.unknownPrefix', { prefix: reading.prefix })}</p>
      ) : (
        <p>
          {t.rich('noResult.unknownPrefixNearest', {
            prefix: reading.prefix,
            nearest: separatedNumbers(lang, reading.nearest),
          })}
        </p>
      );
    case 'malformed':
      return (
        <p>
          {t('noResult.malformed')}
          {sentenceGap(lang)}
          <InLanguage text={reading.why} around={lang} />
        </p>
      );
    case 'words':
      return (
        <>
          <p>{t('noResult.words')}</p>
          <p class="row">
            <a href="/browse">{t('noResult.browse')}</a>
            <a href="/coverage">{t('wouldKnow.link')}</a>
          </p>
        </>
      );
  }
}

/** Numbers or prefixes joined by "or". */
export function separatedNumbers(lang: Frame['lang'], values: readonly string[]): Child {
  return listed(
    lang,
    values.map((value) => <NumberText number={value} />),
    'or',
  );
}
