import type { Brief } from '../queries/brief.ts';
import { inForceFrom, supersededDay } from '../views/days.ts';
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
    inForceAsWritten: inForceFrom(brief) ?? null,
    supersededOn: brief.dates.supersededOn,
    supersededAsWritten: supersededDay(brief)?.written ?? null,
    withdrawn: brief.withdrawnAs,
  };
}
