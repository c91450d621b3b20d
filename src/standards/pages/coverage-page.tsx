import { DataTable } from '../../portal/data-table.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { TierMark } from '../../portal/tier-mark.tsx';
import type { CoverageRow, CoverageView } from './register-view.ts';
import { Sources } from './standard-record.tsx';
import { standardsText } from './texts.ts';

interface CoveragePageProps {
  readonly frame: Frame;
  readonly coverage: CoverageView;
}

/** What this register holds of each tier, sector and region: from where, up to which day, how complete. */
export function CoveragePage({ frame, coverage }: CoveragePageProps) {
  const t = standardsText(frame.lang);
  const parts = [
    ['tiers', coverage.tiers],
    ['sectors', coverage.sectors],
    ['regions', coverage.regions],
  ] as const;
  return (
    <Layout
      frame={frame}
      title={t('coverage.title')}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.coverage') }]}
    >
      <PageHead>
        <h1>{t('coverage.title')}</h1>
        <div class="says">
          <p>{t('coverage.sentence')}</p>
          <p>{t('coverage.meaning')}</p>
        </div>
      </PageHead>
      {parts
        .filter(([, rows]) => rows.length > 0)
        .map(([part, rows]) => (
          <Section id={part} title={t(`coverage.${part}`)}>
            <CoverageTable frame={frame} rows={rows} caption={t(`coverage.${part}`)} />
          </Section>
        ))}
    </Layout>
  );
}

interface CoverageTableProps {
  readonly frame: Frame;
  readonly rows: readonly CoverageRow[];
  readonly caption: string;
}

function CoverageTable({ frame, rows, caption }: CoverageTableProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      columns={[
        {
          head: t('coverage.of'),
          isRowHead: true,
          cell: ({ of, mark, href }) => (
            <span class="marked">
              {mark === undefined ? null : <TierMark lang={lang} of={mark} />}
              {href === undefined ? (
                <InLanguage text={of} around={lang} />
              ) : (
                <a href={href}>
                  <InLanguage text={of} around={lang} />
                </a>
              )}
            </span>
          ),
        },
        { head: t('coverage.records'), isNumber: true, cell: ({ records }) => t('count', { n: records }) },
        {
          head: t('coverage.completeness'),
          cell: ({ completeness, remark }) => (
            <>
              {t(`completeness.${completeness}`)}
              {remark === undefined ? null : (
                <p class="small soft">
                  <InLanguage text={remark} around={lang} />
                </p>
              )}
            </>
          ),
        },
        {
          head: t('coverage.sources'),
          cell: ({ sources }) =>
            sources.length === 0 ? t('coverage.noSource') : <Sources lang={lang} sources={sources} />,
        },
      ]}
    />
  );
}
