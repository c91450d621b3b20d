import { DataTable } from '../../portal/data-table.tsx';
import { IsoDay, WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { ProofBox } from '../../portal/proof-box.tsx';
import { NumberLink } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { TierMark } from '../../portal/tier-mark.tsx';
import { CreditCode } from './credit-code.tsx';
import { roleSentence } from './organization-page.tsx';
import type { CertificateView } from './register-view.ts';
import { standardsText } from './texts.ts';

interface CertificatePageProps {
  readonly frame: Frame;
  readonly certificate: CertificateView;
}

/** A printable record of the standards an organization drafted, with the address at which it can be checked. */
export function CertificatePage({ frame, certificate }: CertificatePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { organization } = certificate;
  return (
    <Layout
      frame={frame}
      title={t('certificate.title', { name: organization.text })}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: t('browse.by.organization'), href: '/browse/organization' },
        { label: t('certificate.crumb') },
      ]}
      isUnlisted
    >
      <PageHead
        margin={
          <FieldList
            entries={[
              {
                label: t('certificate.number'),
                value: certificate.number && <span class="num">{certificate.number}</span>,
              },
              { label: t('certificate.issued'), value: <WrittenDay lang={lang} date={certificate.issuedOn} /> },
              { label: t('checked.known'), value: <WrittenDay lang={lang} date={frame.known} /> },
              {
                label: t('drafting.creditCode'),
                value: certificate.creditCode && <CreditCode lang={lang} code={certificate.creditCode} />,
              },
            ]}
          />
        }
      >
        <p class="lab">{t('certificate.heading')}</p>
        <h1 lang={organization.lang === lang ? undefined : organization.lang}>{organization.text}</h1>
        <div class="says">
          <p>{roleSentence(lang, certificate.counts)}</p>
          <p>{t('certificate.meaning')}</p>
        </div>
      </PageHead>
      <Section id="standards" title={t('browse.standards')}>
        <CertificateTable frame={frame} certificate={certificate} />
      </Section>
      <Section id="proof" title={t('standard.proof')}>
        <div class="gap">
          <ProofBox lang={lang} proof={certificate.proof} verifyHref={frame.places.verify} of="answer" />
          <p class="small">
            {t('certificate.checkAt')} <a href={certificate.checkHref}>{certificate.checkHref}</a>
          </p>
        </div>
      </Section>
    </Layout>
  );
}

function CertificateTable({ frame, certificate }: CertificatePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <DataTable
      caption={t('certificate.caption')}
      isCaptionHidden
      rows={certificate.rows}
      columns={[
        {
          head: t('certificate.standard'),
          isRowHead: true,
          cell: ({ standard }) => (
            <>
              <span class="marked">
                <TierMark lang={lang} of={standard.mark} />
                <NumberLink number={standard.number} href={standard.href} />
              </span>
              {standard.title === undefined ? null : (
                <p class="small">
                  <InLanguage text={standard.title} around={lang} />
                </p>
              )}
            </>
          ),
        },
        { head: t('drafting.role'), cell: ({ role }) => t(`role.${role}`) },
        {
          head: t('drafting.place'),
          isNumber: true,
          cell: ({ place }) => (place === undefined ? t('field.notRecorded') : t('count', { n: place })),
        },
        {
          head: t('field.published'),
          cell: ({ publishedOn }) =>
            publishedOn === undefined ? t('field.notRecorded') : <IsoDay date={publishedOn} />,
        },
      ]}
    />
  );
}
