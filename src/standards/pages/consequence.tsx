import type { Language } from '../../portal/languages.ts';
import type { TierMarkOf } from '../../portal/register-codes.ts';
import { type StandardsKey, standardsText } from './texts.ts';

interface ConsequenceProps {
  readonly lang: Language;
  readonly mark: TierMarkOf;
}

/** What it means that a standard is in force: whom it binds, under which article. Nothing where the tier is not known. */
export function Consequence({ lang, mark }: ConsequenceProps) {
  const key = consequenceKey(mark);
  return key === undefined ? null : <p>{standardsText(lang).rich(key)}</p>;
}

function consequenceKey({ tier, nature, kind }: TierMarkOf): StandardsKey | undefined {
  if (kind === 'reference-material') return 'consequence.referenceMaterial';
  // A metrology document or one of a special regime rests on its own law, which this register does not apply.
  if (kind !== undefined) return undefined;
  switch (tier) {
    case 'national':
      return nature === undefined ? undefined : nationalConsequence[nature];
    case 'sectoral':
    case 'local':
      // Standardization Law, art. 2: only national standards can be mandatory; such a record is older or under a special law.
      return nature === 'mandatory' ? 'consequence.mandatoryBelowNational' : `consequence.${tier}`;
    case 'association':
      return 'consequence.association';
    case 'enterprise':
      return 'consequence.enterprise';
    case 'international':
    case 'foreign':
      return `consequence.${tier}`;
    case undefined:
      return undefined;
  }
}

const nationalConsequence = {
  mandatory: 'consequence.mandatory',
  voluntary: 'consequence.voluntary',
  guiding: 'consequence.guiding',
} as const;
