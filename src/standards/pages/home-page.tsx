import type { Child } from 'hono/jsx';
import { distanceText, WrittenDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { listed, sentenceGap } from '../../portal/listed.ts';
import { statusCodes, statusFlags, type TierMarkOf } from '../../portal/register-codes.ts';
import { ResultRow } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { SearchBox } from '../../portal/search-box.tsx';
import { Section } from '../../portal/section.tsx';
import { StatusChip, StatusFlagChip } from '../../portal/status-chip.tsx';
import { TierMark, TierSign, tierRuleClass } from '../../portal/tier-mark.tsx';
import type { ArrivingView, ComingEntry, HomeView, TierFigure } from './register-view.ts';
import { standardsText } from './texts.ts';

interface HomePageProps {
  readonly frame: Frame;
  readonly home: HomeView;
}

/** The box, what is registered, what comes into force, what can be done here. */
export function HomePage({ frame, home }: HomePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Layout frame={frame} title={t('home.title')} description={t('home.description')}>
      <section class="hero" aria-labelledby="question">
        <h1 id="question">{t.rich('home.question', { seg: (inner: Child) => <span class="seg">{inner}</span> })}</h1>
        <SearchBox lang={lang} action={home.searchAction} />
        <p class="note">
          {home.examples.length === 0 ? null : <Examples frame={frame} home={home} />}
          {t.rich('home.list', { a: (inner: Child) => <a href={home.checkListHref}>{inner}</a> })}
        </p>
        {home.arriving === undefined ? null : <ArrivingNote frame={frame} arriving={home.arriving} />}
      </section>
      {home.figures === undefined ? null : <Figures frame={frame} home={home} figures={home.figures} />}
      {home.coming === undefined ? null : <Coming frame={frame} home={home} coming={home.coming} />}
      {home.services.length === 0 ? null : <Services frame={frame} home={home} />}
      <Legend frame={frame} />
    </Layout>
  );
}

/** Says that the register is not yet all there, so that nobody takes a missing record for one that does not exist. */
function ArrivingNote({ frame, arriving }: { readonly frame: Frame; readonly arriving: ArrivingView }) {
  const t = standardsText(frame.lang);
  if (arriving.step === 'indexing') return <p class="note">{t('home.arrivingIndexing', { n: arriving.toGo })}</p>;
  const { done, total } = arriving;
  // The total is what the file was expected to hold; it may turn out to hold a few more.
  const isCounted = total === undefined || done > total;
  return <p class="note">{isCounted ? t('home.arrivingCount', { n: done }) : t('home.arriving', { done, total })}</p>;
}

function Examples({ frame, home }: HomePageProps) {
  const t = standardsText(frame.lang);
  const gap = sentenceGap(frame.lang);
  return (
    <>
      {t('home.spellings')}
      {gap}
      {listed(
        frame.lang,
        home.examples.map(({ label, href }) => (
          <a href={href}>
            <InLanguage text={label} around={frame.lang} />
          </a>
        )),
        'commas',
      )}
      {t('home.spellingsEnd')}
      {gap}
    </>
  );
}

function Figures({ frame, home, figures }: HomePageProps & { readonly figures: readonly TierFigure[] }) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Section
      id="registered"
      title={t('home.registered')}
      side={t.rich('home.registeredSide', {
        known: <WrittenDay lang={lang} date={frame.known} />,
        a: (inner: Child) => <a href={home.coverageHref}>{inner}</a>,
      })}
    >
      <ul class="tally">
        {figures.map((figure) => (
          <Figure frame={frame} figure={figure} />
        ))}
      </ul>
    </Section>
  );
}

function Figure({ frame, figure }: { readonly frame: Frame; readonly figure: TierFigure }) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { tier, records, href, parts, asOf, completeness } = figure;
  return (
    <li class={tierRuleClass(tier)}>
      <p class="row">
        <TierSigns frame={frame} figure={figure} />
        <span>{t(`home.tier.${tier}`)}</span>
      </p>
      <p class="n1">{records === 0 ? t('count', { n: 0 }) : <a href={href}>{t('count', { n: records })}</a>}</p>
      {parts.length === 0 ? null : (
        <ul class="base">
          {parts.map((part) => (
            <li>
              <a href={part.href}>
                <InLanguage text={part.label} around={lang} /> {t('count', { n: part.records })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="base">
        {t(`completeness.short.${completeness}`)}
        {asOf === undefined ? null : (
          <>
            <br />
            {t.rich('home.upTo', { day: <WrittenDay lang={lang} date={asOf} /> })}
          </>
        )}
      </p>
    </li>
  );
}

function TierSigns({ frame, figure }: { readonly frame: Frame; readonly figure: TierFigure }) {
  const marks: readonly TierMarkOf[] =
    figure.tier === 'national'
      ? [
          { tier: 'national', nature: 'mandatory' },
          { tier: 'national', nature: 'voluntary' },
          { tier: 'national', nature: 'guiding' },
        ]
      : [{ tier: figure.tier }];
  return (
    <span>
      {marks.map((mark) => (
        <>
          <TierSign lang={frame.lang} of={mark} />{' '}
        </>
      ))}
    </span>
  );
}

function Coming({ frame, home, coming }: HomePageProps & { readonly coming: readonly ComingEntry[] }) {
  const { lang } = frame;
  const t = standardsText(lang);
  const half = Math.ceil(coming.length / 2);
  return (
    <Section id="coming" title={t('home.coming')}>
      {coming.length === 0 ? (
        <p>{t('home.comingNone')}</p>
      ) : (
        <div class="pair">
          {[coming.slice(0, half), coming.slice(half)]
            .filter((column) => column.length > 0)
            .map((column) => (
              <ul>
                {column.map((entry) => (
                  <ComingRow frame={frame} entry={entry} />
                ))}
              </ul>
            ))}
        </div>
      )}
      <p class="small row noprint">
        <a href={home.comingHref}>{t('home.comingAll')}</a>
        <a href={home.comingFeedHref}>{t('home.comingFeed')}</a>
      </p>
    </Section>
  );
}

function ComingRow({ frame, entry }: { readonly frame: Frame; readonly entry: ComingEntry }) {
  const { lang, today } = frame;
  const { standard, inForceFrom } = entry;
  const day = <WrittenDay lang={lang} date={inForceFrom} />;
  const distance = distanceText(lang, today, inForceFrom);
  return (
    <ResultRow
      lang={lang}
      number={standard.number}
      href={standard.href}
      mark={standard.mark}
      titles={standard.title === undefined ? [] : [standard.title]}
      level="h3"
    >
      {distance === undefined
        ? standardsText(lang).rich('result.inForceFrom', { from: day })
        : standardsText(lang).rich('home.comingDay', { day, distance })}
    </ResultRow>
  );
}

function Services({ frame, home }: HomePageProps) {
  const { lang } = frame;
  return (
    <Section id="services" title={standardsText(lang)('home.services')}>
      <ul class="tally plain">
        {home.services.map(({ label, href, about }) => (
          <li>
            <h3>
              <a href={href}>
                <InLanguage text={label} around={lang} />
              </a>
            </h3>
            <p class="note">
              <InLanguage text={about} around={lang} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const legendMarks: readonly TierMarkOf[] = [
  { tier: 'national', nature: 'mandatory' },
  { tier: 'national', nature: 'voluntary' },
  { tier: 'national', nature: 'guiding' },
  { tier: 'sectoral' },
  { tier: 'local' },
  { tier: 'association' },
  { tier: 'enterprise' },
  { tier: 'international' },
  { tier: 'foreign' },
];

// An edition is "not yet published" only on a past day; the legend names the statuses of today.
const legendStatuses = statusCodes.filter((status) => status !== 'notYetPublished');

function Legend({ frame }: { readonly frame: Frame }) {
  const { lang } = frame;
  return (
    <Section id="legend" title={standardsText(lang)('home.legend')}>
      <ul class="row legend">
        {legendMarks.map((mark) => (
          <li>
            <TierMark lang={lang} of={mark} isNamed />
          </li>
        ))}
      </ul>
      <ul class="row legend">
        {legendStatuses.map((status) => (
          <li>
            <StatusChip lang={lang} status={status} />
          </li>
        ))}
        {statusFlags.map((flag) => (
          <li>
            <StatusFlagChip lang={lang} flag={flag} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
