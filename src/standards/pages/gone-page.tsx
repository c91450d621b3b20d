import { WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { sentenceGap } from '../../portal/listed.ts';
import { ProofBox } from '../../portal/proof-box.tsx';
import { NumberText } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { StatusChip } from '../../portal/status-chip.tsx';
import { TierMark } from '../../portal/tier-mark.tsx';
import { NumberList } from './number-list.tsx';
import type { GoneView } from './register-view.ts';
import { standardsText } from './texts.ts';

interface GonePageProps {
  readonly frame: Frame;
  readonly gone: GoneView;
}

/** A record that was entered by mistake and annulled: since when, by whom, why, what to use (answered with 410). */
export function GonePage({ frame, gone }: GonePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const on = <WrittenDay lang={lang} date={gone.annulledOn} />;
  return (
    <Layout
      frame={frame}
      title={t('gone.title', { number: gone.number })}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: gone.number }]}
      isUnlisted
    >
      <PageHead
        margin={
          <FieldList
            entries={[
              { label: t('gone.on'), value: on },
              { label: t('gone.by'), value: <InLanguage text={gone.by} around={lang} /> },
              { label: t('gone.under'), value: <InLanguage text={gone.under} around={lang} /> },
            ]}
          />
        }
      >
        <div class="ident">
          <TierMark lang={lang} of={gone.mark} isBig />
          <span class="no num">
            <NumberText number={gone.number} />
          </span>
          <StatusChip lang={lang} status="annulled" />
        </div>
        <h1>{t('gone.heading')}</h1>
        <div class="says">
          <p>
            {gone.bornBy.length === 0
              ? t('gone.none')
              : t.rich('gone.bornBy', { record: <NumberList lang={lang} standards={gone.bornBy} /> })}
            {sentenceGap(lang)}
            {t.rich('gone.sentence', { on, by: <InLanguage text={gone.by} around={lang} /> })}
            {sentenceGap(lang)}
            {t.rich('gone.reason', { reason: <InLanguage text={gone.reason} around={lang} /> })}
          </p>
          <p>{t('gone.meaning')}</p>
          {gone.useInstead.length === 0 ? null : (
            <p>{t.rich('says.instead', { instead: <NumberList lang={lang} standards={gone.useInstead} /> })}</p>
          )}
        </div>
        {gone.beforeHref === undefined ? null : (
          <p class="row acts noprint">
            <a class="btn" href={gone.beforeHref}>
              {t('gone.before')}
            </a>
          </p>
        )}
      </PageHead>
      <Section id="proof" title={t('standard.proof')}>
        <ProofBox lang={lang} proof={gone.proof} verifyHref={frame.places.verify} />
      </Section>
    </Layout>
  );
}
