import { type Statement, sql } from '../foundation/sql.ts';

/**
 * The status of an entry on a day, as the database computes it. It says exactly what `statusOn` of the register of
 * standards says; a property test holds the two together.
 */
export function statusOnDay(day: string): Statement<string> {
  const on = sql`${day}::date`;
  const spoken = sql`(reported_on is null or reported_on <= ${on})`;
  const hasNoEnd = sql`(superseded_on is null and withdrawn_on is null and cancelled_on is null)`;
  const saysOver = sql`coalesce(reported_state in ('withdrawn', 'superseded'), false)`;
  return sql<string>`(case
    when cancelled_on <= ${on} then 'numberCancelled'
    when superseded_on <= ${on} and not coalesce(withdrawn_on <= ${on} and withdrawn_on < superseded_on, false) then 'superseded'
    when withdrawn_on <= ${on} then 'withdrawn'
    when published_on > ${on} then 'notYetPublished'
    when ${saysOver} and ${spoken} and ${hasNoEnd} then reported_state
    when in_force_on <= ${on} then case when ${hasNoEnd} and ${saysOver} and published_on is not null then 'unknown' else 'inForce' end
    when in_force_on is not null then 'notYetInForce'
    when reported_state is not null and ${spoken} then reported_state
    else 'unknown' end)`;
}

/** The first day after `today` on which the status of these days changes. */
export function nextTurn(days: readonly (string | null)[], today: string): string | null {
  return days.reduce<string | null>(
    (next, day) => (day !== null && day > today && (next === null || day < next) ? day : next),
    null,
  );
}
