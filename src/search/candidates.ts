import { type Statement, sql } from '../foundation/sql.ts';
import { unknownDay } from './entry-rows.ts';
import type { SearchSort } from './model.ts';
import { statusOnDay } from './status-sql.ts';
import type { WordQuery } from './words.ts';

/** Which entries answer: a question to the text index, a status on a day, and entries shown already by their number. */
export interface Candidates {
  /** Query of the text index; null: every entry. */
  readonly words: string | null;
  readonly status: readonly string[];
  readonly asOf: string;
  /** Entries that stand before these, found by number. */
  readonly without: readonly string[];
}

/** The condition on a row of search_entry or search_sample. */
export function condition(candidates: Candidates): Statement<unknown> {
  const parts = [
    ...(candidates.words === null ? [] : [sql`words @@ ${candidates.words}::tsquery`]),
    ...(candidates.status.length === 0
      ? []
      : [sql`${statusOnDay(candidates.asOf)} = any(${candidates.status}::text[])`]),
    ...(candidates.without.length === 0 ? [] : [sql`stream_id <> all(${candidates.without}::uuid[])`]),
  ];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** A stretch of the results that is in order by one index; stretches follow each other. */
export interface Stretch {
  readonly match: 'title' | 'text';
  readonly candidates: Candidates;
  /** A condition that the index of the order can use. */
  readonly within: Statement<unknown>;
}

export interface Ordered {
  readonly column: 'prominence' | 'sort_on';
  readonly descending: boolean;
  readonly stretches: readonly Stretch[];
  /** Everything that answers, whichever stretch it is in. */
  readonly all: Candidates;
  /** Words that every answer has, for their frequencies. */
  readonly words: readonly string[];
  /** Number of the stretch a row is in, for small results that are read whole. */
  readonly stretchOfRow: Statement<unknown>;
}

/**
 * The order of results. Relevance: the whole query as a phrase of a title, then the rest, both by prominence. By date:
 * undated entries come last in both directions.
 */
export function ordered(query: WordQuery, all: Candidates, sort: SearchSort): Ordered {
  const anything = sql`true`;
  const { words } = query;
  if (sort === 'newest') {
    return {
      column: 'sort_on',
      descending: true,
      all,
      words,
      stretches: [{ match: 'text', candidates: all, within: anything }],
      stretchOfRow: sql`0`,
    };
  }
  if (sort === 'oldest') {
    const dated = sql`sort_on > ${unknownDay}::date`;
    const undated = sql`sort_on = ${unknownDay}::date`;
    const stretches: readonly Stretch[] = [dated, undated].map((within) => ({
      match: 'text',
      candidates: all,
      within,
    }));
    return {
      column: 'sort_on',
      descending: false,
      all,
      words,
      stretches,
      stretchOfRow: sql`case when ${dated} then 0 else 1 end`,
    };
  }
  const { inTitle } = query;
  if (inTitle === null || query.anywhere === null) {
    return {
      column: 'prominence',
      descending: true,
      all,
      words,
      stretches: [{ match: 'text', candidates: all, within: anything }],
      stretchOfRow: sql`0`,
    };
  }
  return {
    column: 'prominence',
    descending: true,
    all,
    words,
    stretches: [
      { match: 'title', candidates: { ...all, words: inTitle }, within: anything },
      { match: 'text', candidates: { ...all, words: `(${query.anywhere}) & !(${inTitle})` }, within: anything },
    ],
    stretchOfRow: sql`case when words @@ ${inTitle}::tsquery then 0 else 1 end`,
  };
}
