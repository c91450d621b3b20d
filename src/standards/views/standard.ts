import type { Committee } from '../../bodies/index.ts';
import type { ProofView } from '../../portal/proof-box.tsx';
import { targetKey } from '../identity.ts';
import type { LabelledLink } from '../pages/standard-link.ts';
import type {
  DatesView,
  EarlierBearerView,
  ImplementationView,
  StandardPlaces,
  StandardView,
} from '../pages/standard-view.ts';
import type { EarlierBearer } from '../queries/bearers.ts';
import type { Brief } from '../queries/brief.ts';
import type { StandardHistory } from '../queries/history.ts';
import type { Parts } from '../queries/parts.ts';
import type { SealedPlace } from '../queries/proof.ts';
import type { StandardRecord } from '../queries/record.ts';
import type { Series } from '../queries/series.ts';
import { kindSeenFromHere } from '../relation-kinds.ts';
import { browsePath, classificationView, draftingViews, responsibilityView } from './classification.ts';
import { endOf, inForceFrom } from './days.ts';
import { amendmentViews, editionViews } from './editions.ts';
import { disagreementViews, historyEntries } from './history.ts';
import {
  annulledPath,
  codeName,
  linkOf,
  markOf,
  standardPath,
  titlesOf,
  unregistered,
  type ViewContext,
  withDays,
  written,
} from './link.ts';
import { sourceView } from './naming.ts';
import { relationViews } from './relations.ts';
import { stageViews } from './stages.ts';
import { statusView } from './status.ts';

/** Everything that was read for the page of one standard. */
export interface StandardReading {
  readonly record: StandardRecord;
  readonly series: Series;
  readonly parts: Parts | undefined;
  /** Standards at the other side of its relations. */
  readonly others: ReadonlyMap<string, Brief>;
  readonly history: StandardHistory;
  readonly sealed: SealedPlace | undefined;
  /** The committee that it names, where the register knows that one. */
  readonly committee: Committee | undefined;
  /** Other records that bore its number before. */
  readonly earlier: readonly EarlierBearer[];
}

export interface StandardViewing extends ViewContext {
  readonly dayOf: (instant: string) => string;
  readonly jsonLd: Readonly<Record<string, unknown>>;
}

/** Acts shown on the page itself; the whole history has a page of its own. */
const shownActs = 10;

/** The page of one standard on the day shown. */
export function standardView(reading: StandardReading, context: StandardViewing): StandardView {
  const { record, series, history } = reading;
  const byId = new Map([
    ...reading.others,
    ...[...series.editions, ...(reading.parts?.others ?? []), ...(reading.parts?.sameDay ?? [])].map(
      (brief) => [brief.standardId, brief] as const,
    ),
  ]);
  const byKey = new Map([...byId.values()].map((brief) => [brief.numberKey, brief]));
  const href = standardPath(record.address);
  const neighboursInTime = record.relations
    .filter((row) => ['replaces', 'replacedBy'].includes(kindSeenFromHere(row)) && row.otherId !== null)
    .flatMap((row) => byId.get(row.otherId ?? '') ?? []);
  const predecessors = record.relations
    .filter((row) => kindSeenFromHere(row) === 'replaces')
    .flatMap((row) => byId.get(row.otherId ?? '') ?? []);
  const scope = record.scope.find(({ lang }) => lang === context.lang) ?? record.scope[0];
  return {
    href,
    number: record.number,
    otherNumbers: [],
    mark: markOf(record),
    path: pathOf(record, context),
    documentType: record.kind === 'standard' ? undefined : codeName(context, 'kinds', record.kind),
    titles: titlesOf(record.titles),
    scope,
    earlierBearers: reading.earlier.map((bearer) => earlierBearerView(bearer, context)),
    status: statusView(record, { byKey, predecessors }, context),
    dates: datesView(record, byKey, context),
    editions: editionViews(record, series, neighboursInTime, context),
    stages: stageViews(record, context),
    relations: relationViews(record, { byId, parts: reading.parts }, context),
    amendments: amendmentViews(record, series, context),
    classification: classificationView(record, context),
    responsibility: responsibilityView(record, reading.committee, context),
    draftingOrganizations: draftingViews(record.organizations, context),
    drafters: record.drafters,
    disagreements: disagreementViews(history, context),
    sources: record.sources.map((row) => sourceView(context, row.source, row.statedOn)),
    history: historyEntries(history.acts.slice(-shownActs), context.dayOf, context),
    historyHref: history.acts.length > shownActs ? withDays(`${href}/history`, context) : undefined,
    proof: proofView(reading.sealed, href),
    places: placesOf(reading, href),
    jsonLd: context.jsonLd,
  };
}

function earlierBearerView({ address, until, present }: EarlierBearer, context: StandardViewing): EarlierBearerView {
  const day = context.dayOf(until);
  if (present === null) return { href: annulledPath(address), until: day };
  return { href: standardPath(present.address), until: day, number: present.number };
}

function pathOf(record: StandardRecord, context: ViewContext): readonly LabelledLink[] {
  const tier = record.tier === null ? undefined : codeName(context, 'tiers', record.tier);
  const root: LabelledLink = {
    label: { text: context.lang === 'en' ? 'Standards' : '标准', lang: context.lang },
    href: '/standards',
  };
  return tier === undefined || record.tier === null
    ? [root]
    : [root, { label: tier, href: browsePath('tier', record.tier) }];
}

function datesView(record: StandardRecord, byKey: ReadonlyMap<string, Brief>, context: ViewContext): DatesView {
  return {
    publishedOn: record.publishedAs ?? undefined,
    filedOn: record.filing?.date?.written,
    filingNumber: record.filing?.number,
    implementations: record.implementations.map((one): ImplementationView => {
      const followed = one.togetherWith === undefined ? undefined : byKey.get(targetKey(one.togetherWith));
      return {
        on: one.date?.written ?? (one.togetherWith === undefined ? undefined : inForceFrom(record)),
        scope: one.scope === undefined ? undefined : written(one.scope),
        togetherWith:
          one.togetherWith === undefined
            ? undefined
            : followed
              ? linkOf(followed, context)
              : unregistered(one.togetherWith),
        asWritten: one.words === undefined ? undefined : written(one.words),
      };
    }),
    endedOn: endOf(record).on,
    // Rules on guiding technical documents, 1998, art. 9: they carry no day of implementation.
    hasNoImplementationDay: record.nature === 'guiding' && record.implementations.length === 0,
  };
}

/** Where the newest act stands in the log. */
export function proofView(sealed: SealedPlace | undefined, href: string): ProofView | undefined {
  if (sealed === undefined) return undefined;
  return {
    leafIndex: sealed.leafIndex,
    leafHash: sealed.leafHash.toString('hex'),
    treeSize: sealed.treeSize,
    sealedAt: sealed.settledAt,
    downloadHref: `${href}/proof.json`,
    verifyHref: '/verify',
  };
}

/** Addresses of the record's other forms. */
export function placesOf({ record, series }: Pick<StandardReading, 'record' | 'series'>, href: string): StandardPlaces {
  const other = series.editions.findLast((brief) => brief.standardId !== record.standardId);
  return {
    text: record.textAddress ?? undefined,
    json: `${href}.json`,
    jsonLd: `${href}.jsonld`,
    atom: `${href}.atom`,
    bibtex: `${href}/citation.bib`,
    ris: `${href}/citation.ris`,
    cslJson: `${href}/citation.json`,
    relaton: `${href}/citation.yaml`,
    follow: `/watches/new?standard=${encodeURIComponent(record.address)}`,
    reportError: `/corrections/new?standard=${encodeURIComponent(record.address)}`,
    compare: other === undefined ? undefined : `${href}/compare?with=${encodeURIComponent(other.address)}`,
  };
}
