import { addMilliseconds } from '../../foundation/clock.ts';
import type { GoneView } from '../pages/register-view.ts';
import type { AnnulledRecord } from '../queries/annulled.ts';
import type { Bearer } from '../queries/bearers.ts';
import type { SealedPlace } from '../queries/proof.ts';
import { markOf, standardPath, unregistered, type ViewContext, written } from './link.ts';
import { actorName } from './naming.ts';
import { proofView } from './standard.ts';
import { basisText } from './words.ts';

/** A record that was entered in error, with the way to what was known of it before. */
export function goneView(
  annulled: AnnulledRecord,
  context: ViewContext & {
    readonly dayOf: (instant: string) => string;
    readonly sealed: SealedPlace | undefined;
    readonly bearers: readonly Bearer[];
  },
): GoneView {
  const href = standardPath(annulled.address);
  const before = addMilliseconds(annulled.annulledAt, -1);
  return {
    number: annulled.number,
    mark: markOf(annulled),
    annulledOn: context.dayOf(annulled.annulledAt),
    by: actorName(context, { organizationId: annulled.organizationId, organizationNames: annulled.organizationNames }),
    under: basisText(context.lang, annulled.basis),
    reason: written(annulled.reason),
    useInstead: annulled.instead.map((number) => ({
      ...unregistered(number),
      href: `/standards/${encodeURIComponent(number)}`,
    })),
    bornBy: context.bearers.map(({ address }) => ({ ...unregistered(annulled.number), href: standardPath(address) })),
    beforeHref: `${href}?known=${encodeURIComponent(before)}`,
    proof: proofView(context.sealed, href),
  };
}
