import { type Tier, tiers } from '../../portal/register-codes.ts';
import type { CoverageNow } from '../coverage.ts';
import type { ArrivingView, HomeView, ServiceEntry, TierFigure } from '../pages/register-view.ts';
import type { Brief } from '../queries/brief.ts';
import { type RegisteredCount, totalOf } from '../queries/figures.ts';
import { browsePath } from './classification.ts';
import { completenessOf } from './coverage.ts';
import { inForceFrom } from './days.ts';
import { codeName, linkOf, type ViewContext } from './link.ts';

interface HeldNow {
  readonly counts: readonly RegisteredCount[];
  readonly coverage: CoverageNow;
  readonly coming: readonly Brief[];
}

/** The first page: the box, what is registered, what comes into force, what can be done here. */
export function homeView(
  read: {
    /** Absent while the database can not be asked. */
    readonly held?: HeldNow;
    readonly arriving?: ArrivingView;
    readonly services: readonly ServiceEntry[];
  },
  context: ViewContext,
): HomeView {
  return {
    searchAction: '/standards',
    examples: ['GB9706.1', 'GB/T 42061', 'yy/t0740', 'iso 14971'].map((text) => ({
      label: { text, lang: 'en' },
      href: `/standards?q=${encodeURIComponent(text)}`,
    })),
    checkListHref: '/check-list',
    coverageHref: '/coverage',
    comingHref: '/coming',
    comingFeedHref: '/coming.ics',
    services: read.services,
    ...(read.arriving === undefined ? {} : { arriving: read.arriving }),
    ...(read.held === undefined ? {} : heldView(read.held, context)),
  };
}

function heldView({ counts, coverage, coming }: HeldNow, context: ViewContext): Pick<HomeView, 'figures' | 'coming'> {
  return {
    figures: tiers.map((tier) => figureOf(tier, { counts, coverage }, context)),
    coming: coming.map((brief) => ({
      standard: linkOf(brief, context),
      inForceFrom: inForceFrom(brief) ?? context.day,
    })),
  };
}

function figureOf(tier: Tier, { counts, coverage }: Omit<HeldNow, 'coming'>, context: ViewContext): TierFigure {
  const ofTier = coverage.parts.filter(({ part }) => part.tier === tier);
  const best = ofTier.toSorted((one, other) => other.records - one.records)[0];
  const natures = tier === 'national' ? (['mandatory', 'voluntary', 'guiding'] as const) : [];
  return {
    tier,
    records: totalOf(counts, (count) => count.tier === tier),
    href: browsePath('tier', tier),
    parts: natures.flatMap((nature) => {
      const label = codeName(context, 'natures', nature);
      const records = totalOf(counts, (count) => count.tier === tier && count.nature === nature);
      return label === undefined || records === 0
        ? []
        : [{ label, records, href: `/standards?tier=${tier}&nature=${nature}` }];
    }),
    asOf: best?.upTo,
    completeness: best === undefined ? 'none' : completenessOf(best),
  };
}
