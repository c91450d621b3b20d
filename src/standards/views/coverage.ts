import type { StandardNumber } from '@guiju/standard-numbers';
import type { CoveragePart } from '../../foundation/definitions-sources.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { type SpecialKind, tiers } from '../../portal/register-codes.ts';
import type { CoverageRow, CoverageView } from '../pages/register-view.ts';
import type { Completeness, CoverageStatement } from '../pages/search-view.ts';
import { named, type ViewContext, written } from './link.ts';
import { sourceView } from './naming.ts';

/** The words of the definitions in those of the pages: nearly empty is shown as a few, empty as none. */
export function completenessOf(part: Pick<CoveragePart, 'completeness'>): Completeness {
  if (part.completeness === 'nearly-empty') return 'sample';
  return part.completeness === 'empty' ? 'none' : part.completeness;
}

/** Whether this register would know a number: what it holds of its family. */
export function coverageStatement(number: StandardNumber, context: ViewContext): CoverageStatement {
  const part =
    number.tier === undefined
      ? undefined
      : context.definitions.coverageOf({ tier: number.tier, family: familyOf(number) });
  if (!part) return { of: written(number.prefix), records: 0, completeness: 'none', href: '/coverage' };
  return { ...partView(part, context), href: `/coverage#${anchorOf(part)}` };
}

/** Families are named without nature; those of associations and enterprises with their letter. */
export function familyOf(number: StandardNumber): string {
  return number.prefix.startsWith('T/') || number.prefix.startsWith('Q/') ? number.prefix : number.publisher;
}

function partView(part: CoveragePart, context: ViewContext) {
  const [source] = part.sources;
  return {
    of: named(context, part.title) ?? written(part.code),
    records: part.records,
    completeness: completenessOf(part),
    asOf: part.upTo,
    sourceName: source === undefined ? undefined : sourceView(context, source).name,
  };
}

function anchorOf(part: CoveragePart): string {
  if (part.tier === 'local') return 'regions';
  return part.tier === 'sectoral' ? 'sectors' : 'tiers';
}

/** Records that are held now, by tier and by family. */
export interface HeldRecords {
  readonly ofTier: ReadonlyMap<string, number>;
  readonly ofFamily: (tier: string, part: CoveragePart) => number;
}

/** What the register holds of each tier, sector and region, as its definitions state it and its records count. */
export function coverageView(held: HeldRecords, context: ViewContext): CoverageView {
  const rows = (of: string): readonly CoverageRow[] =>
    context.definitions.coverage.filter((part) => part.tier === of).map((part) => coverageRow(part, held, context));
  return {
    tiers: tiers.filter((tier) => tier !== 'sectoral' && tier !== 'local').flatMap(rows),
    sectors: rows('sectoral'),
    regions: rows('local'),
  };
}

// What is stated beside national standards and is none of them bears a mark of its own.
const besideTheTier: Readonly<Record<string, SpecialKind>> = {
  GSB: 'reference-material',
  JJF: 'metrology',
  GJB: 'military',
  '*': 'special-regime',
};

function coverageRow(part: CoveragePart, held: HeldRecords, context: ViewContext): CoverageRow {
  const remark = named(context, part.statement);
  const remedy = part.remedy === undefined ? undefined : named(context, part.remedy);
  return {
    of: named(context, part.title) ?? written(part.code),
    mark: {
      tier: tiers.find((tier) => tier === part.tier),
      kind: part.tier === 'national' ? besideTheTier[part.code] : undefined,
    },
    records: held.ofFamily(part.tier, part),
    completeness: completenessOf(part),
    remark:
      remark && remedy
        ? { text: `${remark.text}${sentenceGap(context.lang)}${remedy.text}`, lang: remark.lang }
        : remark,
    sources: part.sources.map((source) => sourceView(context, source)),
  };
}
