import type { ReadHandle } from '../foundation/database.ts';
import type { Definitions } from '../foundation/definitions.ts';
import type { CoveragePart } from '../foundation/definitions-sources.ts';
import { type FamilyCount, familyCounts, sourceDays } from './queries/held-families.ts';

/** How much of a part is here. nearly-empty: so little that an absence says nothing. */
export type HeldShare = CoveragePart['completeness'];

/** What the register holds now of one part of the world of standards. */
export interface Coverage {
  readonly part: CoveragePart;
  readonly records: number;
  readonly completeness: HeldShare;
  /** The sources that speak of its records, those of most records first. */
  readonly sources: readonly HeldSource[];
  /** The last day of which the source of most records spoke, as precise as is known. */
  readonly upTo: string | undefined;
  /** Whether it is as the founding data left it, so that what the definitions say of them holds. */
  readonly isAsFounded: boolean;
}

export interface HeldSource {
  readonly name: string;
  /** The last day of which it spoke. */
  readonly upTo: string | undefined;
}

/** What the register says of its own completeness. */
export interface CoverageNow {
  readonly parts: readonly Coverage[];
  /** The part that a number would belong to. */
  readonly of: (asked: { readonly tier: string; readonly family: string }) => Coverage | undefined;
}

/** Counts what is held of each part, and by whom it is stated: one pass over all standards, so its readers remember it. */
export async function coverageNow(read: ReadHandle, definitions: Definitions): Promise<CoverageNow> {
  const days = await sourceDays(read);
  const ofPart = Map.groupBy(await familyCounts(read), (count) => partOf(count, definitions));
  const coverage = new Map(
    definitions.coverage.map((part) => [part, coverageOf(part, { counts: ofPart.get(part) ?? [], days, definitions })]),
  );
  return {
    parts: [...coverage.values()],
    of: (asked) => {
      const part = definitions.coverageOf(asked);
      return part && coverage.get(part);
    },
  };
}

/** Metrology and military documents are of no tier; their coverage is stated beside that of national standards. */
function partOf({ tier, publisher }: FamilyCount, definitions: Definitions): CoveragePart | undefined {
  const part = definitions.coverageOf({ tier: tier ?? 'national', family: publisher });
  return tier === null && part?.code === '*' ? undefined : part;
}

interface Counted {
  readonly counts: readonly FamilyCount[];
  readonly days: ReadonlyMap<string, string>;
  readonly definitions: Definitions;
}

function coverageOf(part: CoveragePart, counted: Counted): Coverage {
  const { counts, definitions } = counted;
  const records = counts.reduce((sum, count) => sum + count.records, 0);
  const stated = new Map<string, number>();
  for (const { sources } of counts)
    for (const { name, records: n } of sources) stated.set(name, (stated.get(name) ?? 0) + n);
  const named = [...stated].toSorted(([one, n], [other, m]) => m - n || (one < other ? -1 : 1)).map(([name]) => name);
  const isAsFounded = records === part.records;
  const sources = (isAsFounded && part.sources.length > 0 ? part.sources : named).map((name) =>
    heldSource(name, counted),
  );
  const [main] = sources;
  // The definitions may know the founding source's day less precisely than a day.
  const isOfFounding =
    main !== undefined &&
    part.sources.includes(main.name) &&
    main.upTo === definitions.sources.get(main.name)?.statedOn;
  return {
    part,
    records,
    completeness: completenessWith(part, records),
    sources,
    upTo: (isOfFounding ? part.upTo : undefined) ?? main?.upTo,
    isAsFounded,
  };
}

function heldSource(name: string, { days, definitions }: Counted): HeldSource {
  const [told, founding] = [days.get(name), definitions.sources.get(name)?.statedOn];
  return { name, upTo: told !== undefined && told > (founding ?? '') ? told : founding };
}

/** Below this share, or number where nobody knows how many there are, an absence says nothing. */
const few = { share: 0.01, records: 100 } as const;
/** A sample of nearly all there are is no sample any more. */
const most = 0.9;

/**
 * How complete a part is with so many records. What was known of the founding data holds of more as well: a few records
 * beside a sample leave it a sample.
 */
export function completenessWith(
  { completeness, records: founded, ofAbout }: CoveragePart,
  records: number,
): HeldShare {
  if (records === founded) return completeness;
  if (records === 0) return 'empty';
  const isFew = ofAbout === undefined ? records < few.records : records < few.share * ofAbout;
  const share = isFew ? 'nearly-empty' : 'partial';
  const isFounded = records > founded && !['empty', 'nearly-empty'].includes(completeness);
  if (!isFounded) return share;
  return completeness === 'sample' && ofAbout !== undefined && records > most * ofAbout ? 'partial' : completeness;
}
