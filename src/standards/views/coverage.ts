import type { StandardNumber } from '@guiju/standard-numbers';
import type { Language } from '../../portal/languages.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { type SpecialKind, tiers } from '../../portal/register-codes.ts';
import type { Coverage, CoverageNow } from '../coverage.ts';
import type { CoverageRow, CoverageView } from '../pages/register-view.ts';
import type { Completeness, CoverageStatement } from '../pages/search-view.ts';
import { standardsText } from '../pages/texts.ts';
import { named, type ViewContext, written } from './link.ts';
import { sourceView } from './naming.ts';

/** The words of the definitions in those of the pages: nearly empty is shown as a few, empty as none. */
export function completenessOf({ completeness }: Pick<Coverage, 'completeness'>): Completeness {
  if (completeness === 'nearly-empty') return 'sample';
  return completeness === 'empty' ? 'none' : completeness;
}

/** Whether this register would know a number: what it holds of its family. */
export function coverageStatement(number: StandardNumber, now: CoverageNow, context: ViewContext): CoverageStatement {
  const { tier } = number;
  const held = tier === undefined ? undefined : now.of({ tier, family: familyOf(number) });
  if (!held) return { of: written(number.prefix), records: 0, completeness: 'none', href: '/coverage' };
  const { part, records, sources, upTo: asOf } = held;
  const [source] = sources;
  return {
    of: named(context, part.title) ?? written(part.code),
    records,
    completeness: completenessOf(held),
    asOf,
    sourceName: source === undefined ? undefined : sourceView(context, source.name).name,
    href: `/coverage#${anchorOf(held)}`,
  };
}

/** Families are named without nature; those of associations and enterprises with their letter. */
export function familyOf(number: StandardNumber): string {
  return number.prefix.startsWith('T/') || number.prefix.startsWith('Q/') ? number.prefix : number.publisher;
}

function anchorOf({ part }: Coverage): string {
  if (part.tier === 'local') return 'regions';
  return part.tier === 'sectoral' ? 'sectors' : 'tiers';
}

/** How much is held and why not more: what the definitions say of the founding data, behind the number where there is more. */
export function heldSentence(held: Coverage, lang: Language): string {
  const { part, records, isAsFounded } = held;
  const founding = part.statement[lang === 'en' ? 'en' : 'zh'];
  if (isAsFounded) return founding;
  const now = countSentence(held, lang);
  if (part.records === 0 || records < part.records) return now;
  return [now, standardsText(lang)('coverage.now.founding', { founding })].join(sentenceGap(lang));
}

function countSentence({ part, records }: Coverage, lang: Language): string {
  const inLanguage = lang === 'en' ? 'en' : 'zh';
  const say = standardsText(lang);
  const { ofAbout: all, ofAboutOn: day, ofAboutSource: source } = part;
  if (records === 0) return say('coverage.now.empty');
  if (all === undefined) return say('coverage.now.some', { n: records });
  if (day === undefined || source === undefined) return say('coverage.now.ofAboutUndated', { n: records, all });
  return say('coverage.now.ofAbout', { n: records, all, day, source: source[inLanguage] });
}

/** What the register holds of each tier, sector and region. */
export function coverageView({ parts }: CoverageNow, context: ViewContext): CoverageView {
  const rows = (tier: string): readonly CoverageRow[] =>
    parts.filter(({ part }) => part.tier === tier).map((held) => coverageRow(held, context));
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

function coverageRow(held: Coverage, context: ViewContext): CoverageRow {
  const { lang } = context;
  const { part, records, completeness, sources } = held;
  const remedy = part.remedy === undefined || completeness === 'complete' ? undefined : named(context, part.remedy);
  return {
    of: named(context, part.title) ?? written(part.code),
    mark: {
      tier: tiers.find((tier) => tier === part.tier),
      kind: part.tier === 'national' ? besideTheTier[part.code] : undefined,
    },
    records,
    completeness: completenessOf(held),
    remark: { text: [heldSentence(held, lang), ...(remedy ? [remedy.text] : [])].join(sentenceGap(lang)), lang },
    sources: sources.map(({ name, upTo }) => sourceView(context, name, upTo)),
  };
}
