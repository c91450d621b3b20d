import { DataTable } from '../../../portal/data-table.tsx';
import { IsoDay } from '../../../portal/dates.tsx';
import type { Frame } from '../../../portal/frame.ts';
import { Layout } from '../../../portal/layout.tsx';
import { PageHead, Section } from '../../../portal/section.tsx';
import type { ProcedureLine } from '../procedure-view.ts';
import { procedureText } from '../texts.ts';

interface ProceduresPageProps {
  readonly frame: Frame;
  readonly procedures: readonly ProcedureLine[];
}

/** All procedures: what for, which version since when, on which basis, and how much is unconfirmed. */
export function ProceduresPage({ frame, procedures }: ProceduresPageProps) {
  const t = procedureText(frame.lang);
  return (
    <Layout frame={frame} title={t('title')} crumbs={[{ label: t('title') }]}>
      <PageHead>
        <h1>{t('title')}</h1>
        <div class="says">
          <p>{t.rich('says', { n: procedures.length })}</p>
          <p>{t('says.how')}</p>
        </div>
      </PageHead>
      <Section id="all" title={t('title')} isFull>
        <DataTable
          caption={t('title')}
          isCaptionHidden
          rows={procedures}
          rowId={({ id }) => id}
          columns={[
            { head: t('column.procedure'), isRowHead: true, cell: ({ href, title }) => <a href={href}>{title}</a> },
            { head: t('column.purpose'), cell: ({ summary }) => summary },
            { head: t('column.version'), isNumber: true, cell: ({ version }) => version },
            { head: t('column.since'), cell: ({ from }) => <IsoDay date={from} /> },
            { head: t('column.size'), cell: ({ stages, steps }) => t('size', { stages, steps }) },
            { head: t('column.basis'), cell: ({ basis }) => basis },
            {
              head: t('column.unconfirmed'),
              isNumber: true,
              cell: ({ unconfirmed, href }) =>
                unconfirmed.length === 0 ? 0 : <a href={`${href}#unconfirmed`}>{unconfirmed.length}</a>,
            },
            { head: t('column.drawings'), cell: ({ href }) => <a href={`${href}#drawing`}>{t('drawing')}</a> },
          ]}
        />
      </Section>
    </Layout>
  );
}
