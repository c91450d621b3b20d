import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { standardsText } from './texts.ts';

interface AccessibilityPageProps {
  readonly frame: Frame;
  /** Where a barrier can be reported: an address or mailto of the installation; absent while it has named none. */
  readonly contactHref?: string | undefined;
}

/** What the pages keep to, what is not yet reached, and whom to tell. */
export function AccessibilityPage({ frame, contactHref }: AccessibilityPageProps) {
  const t = standardsText(frame.lang);
  const kept = ['script', 'keyboard', 'colour', 'zoom', 'drawings', 'language', 'forms'] as const;
  return (
    <Layout
      frame={frame}
      title={t('accessibility.title')}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.accessibility') }]}
    >
      <PageHead>
        <h1>{t('accessibility.title')}</h1>
        <div class="says">
          <p>{t('accessibility.sentence')}</p>
        </div>
      </PageHead>
      <Section id="kept" title={t('accessibility.kept')}>
        <ul class="stack">
          {kept.map((point) => (
            <li>{t(`accessibility.${point}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="limits" title={t('accessibility.limits')}>
        <p>{t('accessibility.texts')}</p>
      </Section>
      {contactHref === undefined ? null : (
        <Section id="contact" title={t('accessibility.contact')}>
          <p>{t.rich('accessibility.contactText', { a: (inner) => <a href={contactHref}>{inner}</a> })}</p>
        </Section>
      )}
    </Layout>
  );
}
