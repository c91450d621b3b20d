import type { Brief } from '../queries/brief.ts';
import { publicStatus } from './public-record.ts';

/** A standard as lists for programs give it. */
export function summary(brief: Brief, day: string) {
  return {
    number: brief.number,
    address: brief.address,
    href: `/standards/${encodeURIComponent(brief.address)}`,
    tier: brief.tier,
    kind: brief.kind,
    nature: brief.nature,
    titles: [...brief.titles],
    status: publicStatus(brief, day),
    published: brief.publishedAs,
    inForceOn: brief.inForceOn,
    supersededOn: brief.dates.supersededOn,
    withdrawn: brief.withdrawnAs,
  };
}
