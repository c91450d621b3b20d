import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../tests/support/test-database.ts';
import { sql } from '../foundation/sql.ts';
import { statusOnDay } from '../search/index.ts';
import { type StatusDates, statusOn } from './status.ts';

/** Few days, so that dates often coincide: that is where two ways of computing would differ. */
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2020-01-0${n}`);
const maybe = fc.option(day, { nil: null });
const dates: fc.Arbitrary<StatusDates> = fc.record({
  publishedOn: maybe,
  inForceOn: maybe,
  supersededOn: maybe,
  withdrawnOn: maybe,
  cancelledOn: maybe,
  reportedState: fc.constantFrom(null, 'inDevelopment', 'notYetInForce', 'inForce', 'superseded', 'withdrawn'),
  reportedOn: maybe,
});

describe('status in the index', () => {
  it('the database tells the same status of every day as the register', async () => {
    const database = await emptyDatabase();
    await fc.assert(
      fc.asyncProperty(fc.array(dates, { minLength: 200, maxLength: 200 }), day, async (all, asked) => {
        const columns = (
          [
            'publishedOn',
            'inForceOn',
            'supersededOn',
            'withdrawnOn',
            'cancelledOn',
            'reportedState',
            'reportedOn',
          ] as const
        ).map((name) => all.map((one) => one[name]));
        const [published, inForce, superseded, withdrawn, cancelled, state, reported] = columns;
        const rows = await database.all<{
          readonly status: string;
        }>(sql`select ${statusOnDay(asked)} as status from unnest(${published}::date[], ${inForce}::date[],
            ${superseded}::date[], ${withdrawn}::date[], ${cancelled}::date[], ${state}::text[], ${reported}::date[]) with ordinality as
            held (published_on, in_force_on, superseded_on, withdrawn_on, cancelled_on, reported_state, reported_on, place) order by place`);
        expect(rows.map((row) => row.status)).toEqual(all.map((one) => statusOn(one, asked).code));
      }),
      { numRuns: 50 },
    );
  });
});
