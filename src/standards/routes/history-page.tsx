import type { Frame } from '../../portal/frame.ts';
import { type HistoryEntry, HistoryTable } from '../../portal/history-table.tsx';
import { Layout } from '../../portal/layout.tsx';
import { PageHead } from '../../portal/section.tsx';
import { standardsText } from '../pages/texts.ts';

interface HistoryPageProps {
  readonly frame: Frame;
  readonly standard: { readonly number: string; readonly href: string };
  readonly entries: readonly HistoryEntry[];
}

/** Every act on a record, with each field before and after. */
export function HistoryPage({ frame, standard, entries }: HistoryPageProps) {
  const t = standardsText(frame.lang);
  const title = t('standard.historyOf', { number: standard.number });
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: standard.number, href: standard.href },
        { label: t('standard.history') },
      ]}
    >
      <PageHead>
        <h1>{title}</h1>
        <p>{t('standard.historySide', { known: frame.known })}</p>
      </PageHead>
      <HistoryTable lang={frame.lang} entries={entries} />
    </Layout>
  );
}
