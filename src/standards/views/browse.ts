import type { CodelistEntry } from '../../foundation/definitions-codelist.ts';
import type { PaginationView } from '../../portal/pagination.tsx';
import { tiers } from '../../portal/register-codes.ts';
import type { CoverageNow } from '../coverage.ts';
import type { BrowseBy, BrowseEntry, BrowseView } from '../pages/register-view.ts';
import type { ResultView } from '../pages/search-view.ts';
import { type RegisteredCount, totalOf } from '../queries/figures.ts';
import { browsePath, organizationPath } from './classification.ts';
import { completenessOf, heldSentence } from './coverage.ts';
import { codeName, named, type ViewContext, written } from './link.ts';

/** The ways to browse, in the order in which they are offered. */
export const browseWays: readonly BrowseBy[] = [
  'tier',
  'ics',
  'ccs',
  'region',
  'sector',
  'committee',
  'department',
  'organization',
];

/** Code lists behind the ways that have one. */
export const listOfWay: Readonly<Partial<Record<BrowseBy, string>>> = {
  tier: 'tiers',
  ics: 'ics',
  ccs: 'ccs',
  region: 'regions',
  sector: 'sector-codes',
};

/** Records of a class, by its code. */
export type CountOf = (code: string) => number;

interface Shown {
  readonly by: BrowseBy;
  /** The class shown; absent at the top. */
  readonly value?: string | undefined;
  readonly countOf: CountOf;
  readonly standards: readonly ResultView[];
  readonly pagination: PaginationView;
  readonly total: number;
}

/** A place in the tree of classes: the classes below it and the standards in it. */
export function browseView(shown: Shown, context: ViewContext): BrowseView {
  const { by, value } = shown;
  const list = listOfWay[by];
  const codes = list === undefined ? undefined : context.definitions.codelist(list).at(context.day);
  const below = value === undefined ? codes?.roots() : codes?.children(value);
  return {
    by,
    ways: browseWays.map((way) => ({ by: way, href: browsePath(way) })),
    path: value === undefined ? [] : pathTo(shown, value, context),
    entries: (below ?? [])
      .filter((entry) => entry.extra['placeholder'] !== 'true')
      .map((entry) => entryOf(entry, shown, context))
      .filter((entry) => value === undefined || entry.records > 0),
    standards: shown.standards,
    total: shown.total,
    pagination: shown.pagination,
  };
}

function pathTo({ by }: Shown, value: string, context: ViewContext): BrowseView['path'] {
  const list = listOfWay[by];
  const codes = list === undefined ? undefined : context.definitions.codelist(list).at(context.day);
  const ancestors = (codes?.ancestors(value) ?? [])
    .toReversed()
    .map((entry) => ({ label: labelOf(entry, context), href: browsePath(by, entry.code) }));
  const name = list === undefined ? undefined : codeName(context, list, value);
  return [...ancestors, { label: name ?? written(value), href: browsePath(by, value) }];
}

function entryOf(entry: CodelistEntry, { by, countOf }: Shown, context: ViewContext): BrowseEntry {
  return {
    label: labelOf(entry, context),
    // What has no code in the official list (the whole country) is named only.
    code: by === 'tier' || entry.code === 'national' ? undefined : entry.code,
    mark: by === 'tier' ? { tier: tiers.find((tier) => tier === entry.code) } : undefined,
    href: browsePath(by, entry.code),
    records: countOf(entry.code),
    children: [],
  };
}

function labelOf(entry: CodelistEntry, context: ViewContext) {
  return named(context, entry.name) ?? written(entry.code);
}

/** Ways without a code list: the names that the records bear. */
export function namedBrowseView(
  by: 'committee' | 'department' | 'organization',
  classes: readonly { readonly value: string; readonly records: number; readonly key?: string }[],
  total: number,
): BrowseView {
  return {
    by,
    ways: browseWays.map((way) => ({ by: way, href: browsePath(way) })),
    path: [],
    entries: classes.map(({ value, records, key }) => ({
      label: written(value),
      href: by === 'organization' ? organizationPath(key ?? value) : browsePath(by, value),
      records,
      children: [],
    })),
    standards: [],
    total,
    pagination: { kind: 'cursor' },
  };
}

/** Why a tier shows so little, where every part of it is nearly empty. */
export function emptyReason(tier: string, now: CoverageNow, { lang }: ViewContext): BrowseView['nearlyEmpty'] {
  const ofTier = now.parts.filter(({ part }) => part.tier === tier);
  if (ofTier.some((held) => ['complete', 'partial'].includes(completenessOf(held)))) return undefined;
  return ofTier[0] && { reason: { text: heldSentence(ofTier[0], lang), lang }, href: '/coverage' };
}

/** Counts of the ledger by tier, sector or region. */
export function ledgerCounts(by: 'tier' | 'sector' | 'region', counts: readonly RegisteredCount[]): CountOf {
  switch (by) {
    case 'tier':
      return (code) => totalOf(counts, (count) => count.tier === code);
    case 'sector':
      return (code) => totalOf(counts, (count) => count.tier === 'sectoral' && count.sector === code);
    case 'region':
      return (code) =>
        totalOf(
          counts,
          (count) =>
            count.region !== null &&
            (count.region === code || (code.endsWith('0000') && count.region.startsWith(code.slice(0, 2)))),
        );
  }
}
