import { HistoryTable } from '../../portal/history-table.tsx';
import { Layout } from '../../portal/layout.tsx';
import { ProofBox } from '../../portal/proof-box.tsx';
import { InLanguage, plainTitle, TitleText } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { StatusChip } from '../../portal/status-chip.tsx';
import { TierMark, tierName } from '../../portal/tier-mark.tsx';
import { EarlierBearers } from './earlier-bearers.tsx';
import { StandardCitation } from './standard-citation.tsx';
import { StandardDates } from './standard-dates.tsx';
import { StandardDisagreements, StandardDrafting } from './standard-drafting.tsx';
import { StandardEditions } from './standard-editions.tsx';
import { StandardMargin } from './standard-margin.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import { StandardRecord } from './standard-record.tsx';
import { StandardRelations } from './standard-relations.tsx';
import { StandardStages } from './standard-stages.tsx';
import { StatusSentence } from './status-sentence.tsx';
import { standardsText } from './texts.ts';
import { leadingTitle, titlesFor } from './titles.ts';

/** One edition of a standard on the chosen day: does it hold, what does it mean, what replaces it, who says so. */
export function StandardPage({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { places } = standard;
  const title = leadingTitle(lang, standard.titles, standard.number);
  const headline = t('standard.title', { number: standard.number, title: plainTitle(title) });
  return (
    <Layout
      frame={frame}
      title={headline}
      crumbs={[
        ...standard.path.map(({ label, href }) => ({ label: <InLanguage text={label} around={lang} />, href })),
        { label: standard.number },
      ]}
      alternates={[
        { href: places.json, type: 'application/json' },
        { href: places.jsonLd, type: 'application/ld+json' },
        { href: places.atom, type: 'application/atom+xml', title: t('standard.feed', { number: standard.number }) },
      ]}
      jsonLd={standard.jsonLd}
    >
      <article>
        <StandardHead frame={frame} standard={standard} />
        <StandardEditions frame={frame} standard={standard} />
        <StandardStages frame={frame} standard={standard} />
        <StandardDates frame={frame} standard={standard} />
        <StandardRelations frame={frame} standard={standard} />
        <StandardRecord frame={frame} standard={standard} />
        <StandardDrafting frame={frame} standard={standard} />
        <StandardDisagreements frame={frame} standard={standard} />
        <Section id="history" title={t('standard.history')} side={t('standard.historySide', { known: frame.known })}>
          <HistoryTable lang={lang} entries={standard.history} wholeHref={standard.historyHref} />
        </Section>
        <Section id="proof" title={t('standard.proof')}>
          <ProofBox lang={lang} proof={standard.proof} verifyHref={frame.places.verify} />
        </Section>
        <StandardCitation frame={frame} standard={standard} />
      </article>
    </Layout>
  );
}

/** Identity, titles, the sentence, what to do next; beside them the facts. */
function StandardHead({ frame, standard }: StandardPageProps) {
  const { lang, today, asOf } = frame;
  const t = standardsText(lang);
  const { places, status } = standard;
  const [title, ...otherTitles] = titlesFor(lang, standard.titles);
  return (
    <PageHead margin={<StandardMargin frame={frame} standard={standard} />}>
      <div class="ident">
        <TierMark lang={lang} of={standard.mark} isBig />
        <span class={standard.number.length > 24 ? 'no longnum' : 'no num'}>{standard.number}</span>
        <StatusChip lang={lang} status={status.code} flags={status.flags} />
      </div>
      {title === undefined ? (
        <h1 class="soft">{t('standard.noTitle', { tier: tierName(lang, standard.mark) })}</h1>
      ) : (
        <h1 lang={title.lang === lang ? undefined : title.lang}>
          <TitleText title={title} />
        </h1>
      )}
      {otherTitles.slice(0, 1).map((other) => (
        <p class="other" lang={other.lang === lang ? undefined : other.lang}>
          {plainTitle(other)}
        </p>
      ))}
      <StatusSentence
        lang={lang}
        today={today}
        asOf={asOf}
        mark={standard.mark}
        status={status}
        dates={standard.dates}
      />
      <EarlierBearers lang={lang} bearers={standard.earlierBearers ?? []} />
      <p class="row acts noprint">
        {places.text === undefined ? null : (
          <a class="btn first" href={places.text}>
            {t('standard.readText')}
          </a>
        )}
        <a class="btn" href="#cite">
          {t('standard.cite')}
        </a>
        <a class="btn" href={places.follow ?? places.atom}>
          {t('standard.follow')}
        </a>
        <a class="btn" href={places.reportError}>
          {t('standard.reportError')}
        </a>
      </p>
    </PageHead>
  );
}
