import type { Child } from 'hono/jsx';
import type { Language, LanguageText } from './languages.ts';
import type { StatusCode, TierMarkOf } from './register-codes.ts';
import { InLanguage } from './rich-text.tsx';
import { BareStatus } from './status-chip.tsx';
import { portalText } from './texts.ts';
import { TierSign, tierName } from './tier-mark.tsx';

export interface FacetItem {
  readonly href: string;
  readonly count: number;
  /** Switched on; its address then switches it off. */
  readonly isChosen: boolean;
  readonly shown:
    | { readonly kind: 'tier'; readonly mark: TierMarkOf }
    | { readonly kind: 'status'; readonly status: StatusCode }
    | { readonly kind: 'text'; readonly label: LanguageText };
}

export interface FacetView {
  readonly name: string;
  readonly items: readonly FacetItem[];
  /** Counts are estimates. */
  readonly isApproximate: boolean;
  /** More values than are shown; their page. */
  readonly moreHref?: string | undefined;
}

interface FacetListProps {
  readonly lang: Language;
  readonly facets: readonly FacetView[];
  /** Number of results: a facet whose only value covers all of them separates nothing. */
  readonly total: number;
}

/** Links that narrow the results, shown only where they divide them. */
export function FacetList({ lang, facets, total }: FacetListProps) {
  const separating = facets.filter((facet) => separates(facet, total));
  if (separating.length === 0) return null;
  return (
    <div class="facets" id="narrow">
      {separating.map((facet) => (
        <Facet lang={lang} facet={facet} />
      ))}
    </div>
  );
}

/** Whether a facet divides the results, or is switched on and must stay to be switched off. */
export function separates(facet: FacetView, total: number): boolean {
  if (facet.items.some((item) => item.isChosen)) return true;
  return facet.items.length > 1 || facet.items.some((item) => item.count < total);
}

function Facet({ lang, facet }: { readonly lang: Language; readonly facet: FacetView }) {
  const t = portalText(lang);
  return (
    <div class="facet">
      <h2>{facet.name}</h2>
      <ul>
        {facet.items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.isChosen ? 'true' : undefined}>
              {item.isChosen ? <span class="vh">{t('facet.chosen')} </span> : null}
              <FacetLabel lang={lang} item={item} />
              <span class="n">
                {facet.isApproximate ? t('count.about', { n: item.count }) : t('count.n', { n: item.count })}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {facet.moreHref === undefined ? null : (
        <p class="small">
          <a href={facet.moreHref}>{t('facet.more')}</a>
        </p>
      )}
    </div>
  );
}

function FacetLabel({ lang, item }: { readonly lang: Language; readonly item: FacetItem }): Child {
  const { shown } = item;
  switch (shown.kind) {
    case 'tier':
      return (
        <>
          <TierSign lang={lang} of={shown.mark} />
          <span>{tierName(lang, shown.mark)}</span>
        </>
      );
    case 'status':
      return <BareStatus lang={lang} status={shown.status} />;
    case 'text':
      return (
        <span>
          <InLanguage text={shown.label} around={lang} />
        </span>
      );
  }
}
