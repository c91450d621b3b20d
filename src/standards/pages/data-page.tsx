import type { Child } from 'hono/jsx';
import { DataTable } from '../../portal/data-table.tsx';
import { IsoDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { SafeLink } from '../../portal/safe-link.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { BulkDataView } from './service-view.ts';
import { standardsText } from './texts.ts';

interface DataPageProps {
  readonly frame: Frame;
  readonly data: BulkDataView;
}

/** The whole register to take away: files, interfaces, feeds, and under which licence. */
export function DataPage({ frame, data }: DataPageProps) {
  const t = standardsText(frame.lang);
  return (
    <Layout
      frame={frame}
      title={t('data.title')}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.data') }]}
    >
      <PageHead>
        <h1>{t('data.title')}</h1>
        <p>{t('data.about')}</p>
      </PageHead>
      <Section id="files" title={t('data.files')}>
        {data.files.length === 0 ? (
          <p>{t.rich('data.noFiles', { a: (inner: Child) => <a href="#interfaces">{inner}</a> })}</p>
        ) : (
          <Files frame={frame} data={data} />
        )}
      </Section>
      <Section id="interfaces" title={t('data.interfaces')}>
        <Interfaces frame={frame} data={data} />
      </Section>
      <Section id="licences" title={t('data.licences')}>
        <Licences frame={frame} data={data} />
      </Section>
      <Section id="order" title={t('data.order')}>
        <p>{t('data.order.first')}</p>
        <p>{t('data.order.prominence')}</p>
        <p>{t('data.order.fair')}</p>
      </Section>
    </Layout>
  );
}

function Files({ frame, data }: DataPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <DataTable
      caption={t('data.files')}
      isCaptionHidden
      rows={data.files}
      columns={[
        { head: t('data.file'), isRowHead: true, cell: ({ name, href }) => <a href={href}>{name}</a> },
        { head: t('data.format'), cell: ({ format }) => format },
        { head: t('data.made'), cell: ({ madeOn }) => <IsoDay date={madeOn} /> },
        { head: t('data.rows'), isNumber: true, cell: ({ rows }) => t('count', { n: rows }) },
        { head: t('data.size'), isNumber: true, cell: ({ bytes }) => sizeText(lang, bytes) },
        { head: t('data.hash'), cell: ({ sha256 }) => <span class="mono">{sha256}</span> },
      ]}
    />
  );
}

function sizeText(lang: Language, bytes: number): string {
  const t = standardsText(lang);
  const megabytes = bytes / 1_000_000;
  const digits = new Intl.NumberFormat(lang, { maximumFractionDigits: megabytes < 10 ? 1 : 0 });
  return megabytes < 0.1
    ? t('data.kilobytes', { size: digits.format(bytes / 1000) })
    : t('data.megabytes', { size: digits.format(megabytes) });
}

function Interfaces({ frame, data }: DataPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { api, feeds } = data;
  return (
    <FieldList
      entries={[
        {
          label: t('data.api'),
          value: (
            <>
              <a href={api.openApiHref}>OpenAPI 3.1</a>
              <p class="small">
                {t('data.apiBase')} <span class="mono">{api.baseUrl}</span>
              </p>
              <p class="small">
                {t('data.apiExample')}{' '}
                <a class="mono" href={api.exampleHref}>
                  {api.exampleHref}
                </a>
              </p>
            </>
          ),
        },
        {
          label: t('data.feeds'),
          value: (
            <ul>
              {feeds.map(({ label, href }) => (
                <li>
                  <a href={href}>
                    <InLanguage text={label} around={lang} />
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
        { label: 'OAI-PMH', value: <a href={data.oaiPmhHref}>{t('data.oaiPmh')}</a> },
        { label: 'DCAT', value: <a href={data.dcatHref}>{t('data.dcat')}</a> },
      ]}
    />
  );
}

function Licences({ frame, data }: DataPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <DataTable
      caption={t('data.licences')}
      isCaptionHidden
      rows={data.licences}
      columns={[
        { head: t('data.covers'), isRowHead: true, cell: ({ covers }) => <InLanguage text={covers} around={lang} /> },
        {
          head: t('data.licence'),
          cell: ({ licence }) => (
            <SafeLink href={licence.href}>
              <InLanguage text={licence.label} around={lang} />
            </SafeLink>
          ),
        },
        { head: t('data.attribution'), cell: ({ attribution }) => <InLanguage text={attribution} around={lang} /> },
      ]}
    />
  );
}
