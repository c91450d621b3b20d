import type { Frame } from '../../portal/frame.ts';
import { type Crumb, Layout } from '../../portal/layout.tsx';
import { sentenceGap } from '../../portal/listed.ts';
import { Notice } from '../../portal/notice.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { TierMark } from '../../portal/tier-mark.tsx';
import type { BrowseEntry, BrowseView } from './register-view.ts';
import { ResultsSection } from './results-section.tsx';
import { standardsText } from './texts.ts';

interface BrowsePageProps {
  readonly frame: Frame;
  readonly browse: BrowseView;
}

/** The register by tier, class, region, sector, committee or organization, with what each holds. */
export function BrowsePage({ frame, browse }: BrowsePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { by, path } = browse;
  const here = path.at(-1);
  const heading = here === undefined ? t(`browse.by.${by}`) : <InLanguage text={here.label} around={lang} />;
  return (
    <Layout
      frame={frame}
      title={here === undefined ? t(`browse.by.${by}`) : here.label.text}
      crumbs={crumbsOf(frame, browse)}
    >
      <PageHead>
        <h1>{heading}</h1>
        <p>{t('browse.total', { n: browse.total })}</p>
        <Ways frame={frame} browse={browse} />
      </PageHead>
      <NearlyEmpty frame={frame} browse={browse} />
      {browse.entries.length === 0 && browse.standards.length === 0 && browse.nearlyEmpty === undefined ? (
        <Nothing frame={frame} />
      ) : null}
      {browse.entries.length === 0 ? null : (
        <Section id="entries" title={t(`browse.level.${by}`)}>
          <Tree frame={frame} entries={browse.entries} />
          {browse.without === undefined ? null : (
            <p class="note">
              <a href={browse.without.href}>{t('browse.without', { n: browse.without.records })}</a>
            </p>
          )}
        </Section>
      )}
      {browse.standards.length === 0 ? null : (
        <ResultsSection frame={frame} results={browse.standards} pagination={browse.pagination} />
      )}
    </Layout>
  );
}

function crumbsOf({ lang }: Frame, { by, path, ways }: BrowseView): readonly Crumb[] {
  const t = standardsText(lang);
  return [
    { label: t('crumb.standards'), href: '/standards' },
    { label: t(`browse.by.${by}`), href: path.length === 0 ? undefined : ways.find((way) => way.by === by)?.href },
    ...path.map(({ label, href }, index) => ({
      label: <InLanguage text={label} around={lang} />,
      href: index === path.length - 1 ? undefined : href,
    })),
  ];
}

function NearlyEmpty({ frame, browse }: BrowsePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { nearlyEmpty } = browse;
  if (nearlyEmpty === undefined) return null;
  return (
    <Notice kind="empty">
      <p>
        {t('browse.nearlyEmpty')}
        {sentenceGap(lang)}
        <InLanguage text={nearlyEmpty.reason} around={lang} />
      </p>
      <p>
        <a href={nearlyEmpty.href}>{t('wouldKnow.link')}</a>
      </p>
    </Notice>
  );
}

/** No record names any class of this kind: said, with where to look instead. */
function Nothing({ frame }: { readonly frame: Frame }) {
  const t = standardsText(frame.lang);
  return (
    <Notice kind="empty">
      <p>{t('browse.none')}</p>
      <p>
        <a href="/coverage">{t('wouldKnow.link')}</a>
      </p>
    </Notice>
  );
}

function Ways({ frame, browse }: BrowsePageProps) {
  const t = standardsText(frame.lang);
  return (
    <nav class="noprint ways" aria-label={t('browse.ways')}>
      <ul class="row">
        {browse.ways.map(({ by, href }) => (
          <li>
            <a href={href} aria-current={by === browse.by ? 'true' : undefined}>
              {t(`browse.by.${by}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tree({ frame, entries }: { readonly frame: Frame; readonly entries: readonly BrowseEntry[] }) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <ul class="tree">
      {entries.map((entry) => (
        <li>
          <p class="entry">
            {entry.mark === undefined ? null : <TierMark lang={lang} of={entry.mark} />}
            {entry.code === undefined ? null : <span class="code num">{entry.code}</span>}
            {entry.records === 0 ? (
              <span class="soft">
                <InLanguage text={entry.label} around={lang} />
              </span>
            ) : (
              <a href={entry.href}>
                <InLanguage text={entry.label} around={lang} />
              </a>
            )}
            <span class={entry.records === 0 ? 'n1 none' : 'n1'}>{t('count', { n: entry.records })}</span>
          </p>
          {entry.children.length === 0 ? null : <Tree frame={frame} entries={entry.children} />}
        </li>
      ))}
    </ul>
  );
}
