import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../tests/support/public-desk.ts';
import { on } from '../../tests/support/standards-register.ts';
import { sql } from '../foundation/sql.ts';
import { drainIndexing, search } from '../search/index.ts';
import { answerList } from './check-list/answer-list.ts';
import type { Relation, RelationKind } from './model.ts';
import { briefsWhere, statusAt } from './queries/brief.ts';
import { standardSearchSource } from './search-source.ts';

/** An edition and up to four that are said to take its place; few days, so that they often coincide. */
const days = Array.from({ length: 5 }, (_, index) => `2020-01-0${index + 1}`);
const day = fc.constantFrom(...days);
const maybe = fc.option(day, { nil: undefined });
const kind = fc.constantFrom<RelationKind>('replacedBy', 'mergedInto', 'splitInto');
const part = fc.option(fc.constant(false as const), { nil: undefined, freq: 5 });
const successor = fc.record({
  isRegistered: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  isDraft: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  from: maybe,
  /** The day from which it holds for its other uses too. */
  wholly: fc.option(day, { nil: undefined, freq: 3 }),
  withdrawnOn: fc.option(day, { nil: undefined, freq: 4 }),
  /** What the older edition says of it, and what it says of the older edition. */
  named: fc.option(fc.record({ kind, whole: part }), { nil: undefined }),
  naming: fc.option(fc.record({ whole: part }), { nil: undefined }),
});
type Successor = Readonly<{
  isRegistered: boolean;
  isDraft: boolean;
  from: string | undefined;
  wholly: string | undefined;
  withdrawnOn: string | undefined;
  named: { readonly kind: RelationKind; readonly whole: false | undefined } | undefined;
  naming: { readonly whole: false | undefined } | undefined;
}>;
const families = fc.array(fc.array(successor, { maxLength: 4 }), { minLength: 20, maxLength: 20 });

const older = (family: number): string => `GB/T ${100 + family}-2000`;
const newer = (family: number, place: number): string => `GB/T ${1_000 + family * 10 + place}-2019`;

/** The rule as it is written, with nothing of the code that is tried: domain rule 2.7 c and d. */
function isOver(family: readonly Successor[], asked: string): boolean {
  const said = family.filter((one) => one.named !== undefined || (one.isRegistered && one.naming !== undefined));
  const waitedFor = said.filter((one) => {
    const isPart = one.named?.whole === false || (one.isRegistered && one.naming?.whole === false);
    return !isPart && (one.named?.kind === 'splitInto' || tookOver(one));
  });
  const isHeld = (one: Successor): boolean =>
    tookOver(one) && one.from !== undefined && daysOf(one).every((day) => day <= asked);
  return waitedFor.length > 0 && waitedFor.every(isHeld);
}

function tookOver(one: Successor): boolean {
  const { isRegistered, isDraft, withdrawnOn } = one;
  if (!isRegistered || isDraft) return false;
  return withdrawnOn === undefined || daysOf(one).every((day) => withdrawnOn > day);
}

/** The days on which it takes effect, each for some use. */
function daysOf({ from, wholly }: Successor): readonly string[] {
  return from === undefined ? [] : [from, ...(wholly === undefined ? [] : [wholly])];
}

function relation(kind: RelationKind, target: string, whole: false | undefined): Relation {
  return { kind, target, ...(whole === false ? { whole } : {}) };
}

function statements(family: readonly Successor[], number: number) {
  const named = family.flatMap((one, place) =>
    one.named ? [relation(one.named.kind, newer(number, place), one.named.whole)] : [],
  );
  const held = family.flatMap((one, place) =>
    one.isRegistered
      ? [
          {
            number: newer(number, place),
            implementations: daysOf(one).map((day, use) => ({ date: on(day), scope: `use ${use}` })),
            relations: one.naming ? [relation('replaces', older(number), one.naming.whole)] : [],
            ...(one.withdrawnOn === undefined ? {} : { withdrawnOn: on(one.withdrawnOn) }),
            ...(one.isDraft ? { reported: { state: 'inDevelopment' as const } } : {}),
          },
        ]
      : [],
  );
  return [{ number: older(number), implementations: [{ date: on('2001-01-01') }], relations: named }, ...held];
}

/** Which of these editions are over on a day, by three ways of asking. */
async function over(house: House, numbers: readonly string[], asked: string) {
  const { database } = house;
  const briefs = await briefsWhere(database, {
    condition: sql`t.number_key = any(${numbers}::text[])`,
    moment: { day: asked },
  });
  const { hits } = await search(
    { read: database, cursorKey: new Uint8Array(32) },
    {
      text: '',
      filters: { status: ['superseded'] },
      sort: 'relevance',
      asOf: asked,
      size: 100,
      place: { page: 1 },
      facets: [],
    },
  );
  const found = new Set(hits.map((hit) => hit.streamId));
  const { rows } = await answerList(
    house,
    numbers.map((text, index) => ({ text, place: { line: index + 1 } })),
    asked,
  );
  return {
    inTheRecord: briefs.filter((brief) => statusAt(brief, asked).code === 'superseded').map((brief) => brief.number),
    inTheSearch: briefs.filter(({ standardId }) => found.has(standardId)).map((brief) => brief.number),
    inTheList: rows.filter((row) => row.standards[0]?.onDay.status === 'superseded').map((row) => row.text),
  };
}

describe('replaced, merged or split', () => {
  it('an edition ends on the same day in the record, the search, the checked list and by the rule as written', async () => {
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(families, async (drawn) => {
        const house = await openHouse();
        house.turnTo('2020-06-01');
        await house.stateAll(drawn.flatMap(statements));
        await drainIndexing({ ...house, sources: [standardSearchSource] });
        const numbers = drawn.map((_, family) => older(family));
        for (const asked of days) {
          const expected = numbers.filter((_, family) => isOver(drawn[family] ?? [], asked));
          ended += expected.length;
          expect(await over(house, numbers, asked)).toEqual({
            inTheRecord: expected,
            inTheSearch: expected,
            inTheList: expected,
          });
        }
      }),
      // Making a failing example smaller takes longer than the test may, and would hide what failed.
      { numRuns: 6, endOnFailure: true },
    );
    // Editions that ended were among them.
    expect(ended).toBeGreaterThan(0);
  });
});
