import type { Language } from './languages.ts';
import type { Nature, SpecialKind, Tier, TierMarkOf } from './register-codes.ts';
import { type PortalKey, portalText } from './texts.ts';

interface TierMarkProps {
  readonly lang: Language;
  readonly of: TierMarkOf;
  /** Beside the number of a page. */
  readonly isBig?: true | undefined;
  /** The name follows as visible text; otherwise it is there for those who do not see the mark. */
  readonly isNamed?: true | undefined;
}

interface Mark {
  readonly shape: string;
  readonly name: PortalKey;
  readonly sign: PortalKey;
}

/** The mark of a tier: shape and letter tell it, colour repeats them. Its name follows as text, visible or not. */
export function TierMark({ lang, of, isBig, isNamed }: TierMarkProps) {
  const t = portalText(lang);
  const mark = markOf(of);
  return (
    <>
      <TierSign lang={lang} of={of} isBig={isBig} />
      {isNamed ? <span> {t(mark.name)}</span> : <span class="vh">{t(mark.name)} </span>}
    </>
  );
}

/** The mark alone, where its name stands beside it as text anyway. */
export function TierSign({ lang, of, isBig }: Omit<TierMarkProps, 'isNamed'>) {
  const mark = markOf(of);
  return (
    <span class={`tier ${mark.shape}${isBig ? ' big' : ''}`} aria-hidden="true">
      {portalText(lang)(mark.sign)}
    </span>
  );
}

/** The tier's name in words: National, mandatory. */
export function tierName(lang: Language, of: TierMarkOf): string {
  return portalText(lang)(markOf(of).name);
}

/** Class that carries the tier's colour to a rule over a count. */
export function tierRuleClass(tier: Tier): string | undefined {
  return tierRules[tier];
}

const tierRules: Readonly<Partial<Record<Tier, string>>> = {
  sectoral: 'k-S',
  local: 'k-L',
  association: 'k-A',
  enterprise: 'k-E',
  international: 'k-I',
};

/** Class of the mark, also used to draw it in graphs. */
export function tierShape(of: TierMarkOf): string {
  return markOf(of).shape;
}

const national: Readonly<Record<Nature, Mark>> = {
  mandatory: { shape: 't-M', name: 'tier.nationalMandatory', sign: 'sign.nationalMandatory' },
  voluntary: { shape: 't-V', name: 'tier.nationalVoluntary', sign: 'sign.nationalVoluntary' },
  guiding: { shape: 't-G', name: 'tier.nationalGuiding', sign: 'sign.nationalGuiding' },
};

const others: Readonly<Record<Tier, Mark>> = {
  // The nature is not recorded: the outline says national, the sign says no more.
  national: { shape: 't-N', name: 'tier.national', sign: 'sign.national' },
  sectoral: { shape: 't-S', name: 'tier.sectoral', sign: 'sign.sectoral' },
  local: { shape: 't-L', name: 'tier.local', sign: 'sign.local' },
  association: { shape: 't-A', name: 'tier.association', sign: 'sign.association' },
  enterprise: { shape: 't-E', name: 'tier.enterprise', sign: 'sign.enterprise' },
  international: { shape: 't-I', name: 'tier.international', sign: 'sign.international' },
  foreign: { shape: 't-F', name: 'tier.foreign', sign: 'sign.foreign' },
};

// Metrology and military documents and those of special regimes are named as what they are and never drawn as a tier.
const specials: Readonly<Record<SpecialKind, Mark>> = {
  'reference-material': { shape: 't-R', name: 'tier.referenceMaterial', sign: 'sign.referenceMaterial' },
  military: { shape: 't-X', name: 'tier.military', sign: 'sign.military' },
  metrology: { shape: 't-X', name: 'tier.metrologyDocument', sign: 'sign.metrologyDocument' },
  'special-regime': { shape: 't-X', name: 'tier.specialRegime', sign: 'sign.specialRegime' },
};

const unknownTier: Mark = { shape: 't-U', name: 'tier.unknown', sign: 'sign.unknown' };

// Only national standards can be mandatory (Standardization Law, art. 2): a mandatory sectoral or local record is older or under a special law.
const mandatoryBelowNational: Readonly<Partial<Record<Tier, PortalKey>>> = {
  sectoral: 'tier.sectoralMandatory',
  local: 'tier.localMandatory',
};

function markOf({ tier, nature, kind }: TierMarkOf): Mark {
  if (kind !== undefined) return specials[kind];
  if (tier === undefined) return unknownTier;
  if (tier === 'national' && nature !== undefined) return national[nature];
  const name = nature === 'mandatory' ? mandatoryBelowNational[tier] : undefined;
  return name === undefined ? others[tier] : { ...others[tier], name };
}
