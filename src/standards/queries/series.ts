import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { type Brief, briefsWhere } from './brief.ts';
import type { Moment } from './moment.ts';

/** Editions and amendments of one work. */
export interface Series {
  /** Editions from the earliest; a change between GB and GB/T keeps the work (one serial pool). */
  readonly editions: readonly Brief[];
  /** Amendment sheets, amendments and corrigenda of all editions. */
  readonly amendments: readonly Brief[];
}

const supplements = new Set(['amendment', 'corrigendum', 'supplement']);
const seriesAtMost = 300;

/** Every edition of the work, with the amendments, at a moment. */
export async function seriesOf(read: ReadHandle, workKey: string, moment: Moment): Promise<Series> {
  const all = await briefsWhere(read, { condition: sql`t.work_key = ${workKey}`, limit: seriesAtMost, moment });
  const byDay = all.toSorted(
    (one, other) => orderKey(one).localeCompare(orderKey(other)) || one.numberKey.localeCompare(other.numberKey),
  );
  return {
    editions: byDay.filter((brief) => !supplements.has(brief.kind)),
    amendments: byDay.filter((brief) => supplements.has(brief.kind)),
  };
}

/** The amendments of one edition: their numbers go on where its number ends (GB/T 1.1-2020/XG1-2021). */
export function amendmentsOf(series: Series, edition: { readonly numberKey: string }): readonly Brief[] {
  return series.amendments.filter(
    (brief) =>
      /^[/+ ]/.test(brief.numberKey.slice(edition.numberKey.length)) && brief.numberKey.startsWith(edition.numberKey),
  );
}

/** Editions without any day are placed by the year of their number. */
function orderKey(brief: Brief): string {
  return brief.publishedOn ?? brief.inForceOn ?? `${yearOfNumber(brief.number) ?? 9999}`;
}

/** The year at the end of a number: GB/T 1.1-2020, ISO 8601-1:2019. */
export function yearOfNumber(number: string): number | undefined {
  const year = /[-:]((?:19|20)\d{2})(?!\d)/.exec(number)?.[1];
  return year === undefined ? undefined : Number(year);
}
