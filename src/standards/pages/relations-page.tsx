import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Pagination, type PaginationView } from '../../portal/pagination.tsx';
import { NumberLink } from '../../portal/result-row.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { StandardLink } from './standard-link.ts';
import type { RelationKind } from './standard-view.ts';
import { standardsText } from './texts.ts';

export interface RelationsView {
  readonly standard: { readonly number: string; readonly href: string };
  /** The counts of all kinds that the page is about. */
  readonly counts: readonly { readonly kind: RelationKind; readonly count: number }[];
  readonly relations: readonly { readonly kind: RelationKind; readonly target: StandardLink }[];
  readonly pagination: PaginationView;
}

interface RelationsPageProps {
  readonly frame: Frame;
  readonly view: RelationsView;
}

/** Every relation of one standard, or all of one kind, page by page. */
export function RelationsPage({ frame, view }: RelationsPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { standard } = view;
  const title = t('relations.of', { number: standard.number });
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: standard.number, href: standard.href },
        { label: t('standard.relations') },
      ]}
      isUnlisted
    >
      <PageHead>
        <h1>{title}</h1>
        {view.counts.map(({ kind, count }) => (
          <p>{t('relations.count', { relation: t(`relation.${kind}`), n: count })}</p>
        ))}
      </PageHead>
      {[...Map.groupBy(view.relations, ({ kind }) => kind)].map(([kind, ofKind]) => (
        <Section id={kind} title={t(`relation.${kind}`)}>
          <ul class="columns">
            {ofKind.map(({ target }) => (
              <li>
                <NumberLink number={target.number} href={target.href} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Pagination lang={lang} view={view.pagination} />
    </Layout>
  );
}
