import { z } from 'zod';
import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import type { WatchedState } from '../../notices/index.ts';
import { type Brief, briefsWhere, statusAt } from '../queries/brief.ts';
import type { Moment } from '../queries/moment.ts';

const day = z.string().nullable();

/** What a reader was told of a standard. The next look compares with it, so only what is told stands here. */
const watchedStandard = z.object({
  number: z.string(),
  address: z.string(),
  titles: z.array(z.object({ lang: z.string(), text: z.string() })),
  status: z.string(),
  since: day,
  publishedOn: day,
  inForceOn: day,
  withdrawnOn: day,
  cancelledOn: day,
  replacedBy: z.array(z.object({ number: z.string(), from: day, whole: z.boolean() })),
  amendments: z.array(z.string()),
  suspensions: z.array(z.object({ from: z.string(), until: day })),
});
export type WatchedStandard = Readonly<z.infer<typeof watchedStandard>>;

/** A state read back from where the messenger kept it; what an earlier version wrote otherwise is taken as not told. */
export function readState(state: WatchedState): ReadonlyMap<string, WatchedStandard> {
  const found = new Map<string, WatchedStandard>();
  for (const [id, kept] of Object.entries(state)) {
    const read = watchedStandard.safeParse(kept);
    if (read.success) found.set(id, read.data);
  }
  return found;
}

/** The state of some standards on a day, in a few statements whatever their count. */
export async function stateOf(read: ReadHandle, ids: readonly string[], onDay: string): Promise<WatchedState> {
  if (ids.length === 0) return {};
  const moment: Moment = { day: onDay };
  const briefs = await briefsWhere(read, {
    condition: sql`t.standard_id = any(${ids}::uuid[])`,
    moment,
    limit: ids.length * 2,
  });
  const amendments = await amendmentNumbers(read, briefs);
  return Object.fromEntries(
    briefs.map((brief) => [
      brief.standardId,
      standardState(brief, { day: onDay, amendments: amendments.get(brief.standardId) ?? [] }),
    ]),
  );
}

interface Around {
  readonly day: string;
  readonly amendments: readonly string[];
}

function standardState(brief: Brief, around: Around): WatchedStandard {
  const { code, since } = statusAt(brief, around.day);
  return {
    number: brief.number,
    address: brief.address,
    titles: brief.titles.map(({ lang, text }) => ({ lang, text })),
    status: code,
    since,
    publishedOn: brief.publishedOn,
    inForceOn: brief.inForceOn,
    withdrawnOn: brief.withdrawnOn,
    cancelledOn: brief.cancelledOn,
    replacedBy: brief.successors
      .map(({ number, inForceOn, whole }) => ({ number, from: inForceOn, whole }))
      .toSorted((one, other) => one.number.localeCompare(other.number, 'en')),
    amendments: [...around.amendments],
    suspensions: brief.suspensions.map(({ from, until }) => ({ from, until: until ?? null })),
  };
}

/** Numbers of published amendments of each standard: they go on where its number ends. */
async function amendmentNumbers(
  read: ReadHandle,
  briefs: readonly Brief[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const series = [...new Set(briefs.map((brief) => brief.seriesKey))];
  const sheets = await read.all<{
    readonly number: string;
    readonly key: string;
    readonly series: string;
  }>(sql`select distinct number, number_key as key, series_key as series
    from standard t where t.series_key = any(${series}::text[]) and t.kind in ('amendment', 'corrigendum', 'supplement') and upper_inf(t.known)
      and t.reported_state is distinct from 'inDevelopment' order by number`);
  const bySeries = Map.groupBy(sheets, (sheet) => sheet.series);
  return new Map(
    briefs.map((brief) => [
      brief.standardId,
      (bySeries.get(brief.seriesKey) ?? [])
        .filter(({ key }) => key.startsWith(brief.numberKey) && /^[/+ ]/.test(key.slice(brief.numberKey.length)))
        .map(({ number }) => number),
    ]),
  );
}
