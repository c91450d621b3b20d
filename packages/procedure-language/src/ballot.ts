import type { WindowResult } from './case.ts';
import type { Majority, Share } from './rule.ts';

/** One condition of a vote as arithmetic in integers: `17 × 3 = 51 ≥ 23 × 2 = 46`. */
export interface BallotLine {
  readonly condition: 'quorum' | 'voters' | 'favour' | 'against';
  readonly isMet: boolean;
  readonly left: number;
  readonly relation: '≥' | '>' | '≤';
  readonly right: number;
}

export interface BallotOutcome {
  readonly verdict: 'carried' | 'notCarried' | 'noQuorum';
  readonly entitled: number;
  /** Votes cast, by the rule with or without abstentions. */
  readonly cast: number;
  readonly lines: readonly BallotLine[];
}

/**
 * Counts a vote by its rule, in integers throughout (TC votes: at least 2/3 of those voting in favour and at most 1/4
 * against). Without votes nothing is carried.
 *
 * @example ballotOutcome(majority, { entitled: 30, favour: 16, against: 6, abstained: 1 }).verdict // 'notCarried'
 */
export function ballotOutcome(majority: Majority, votes: WindowResult): BallotOutcome {
  const { entitled = 0, favour = 0, against = 0, abstained = 0 } = votes;
  const took = favour + against + abstained;
  const cast = majority.abstentionsCount ? took : favour + against;
  const quorum =
    majority.quorum === undefined ? [] : [atLeast('quorum', cast, { of: entitled, share: majority.quorum })];
  const voters: readonly BallotLine[] =
    majority.voters === undefined
      ? []
      : [{ condition: 'voters', isMet: cast >= majority.voters, left: cast, relation: '≥', right: majority.voters }];
  const valid = [...quorum, ...voters];
  const inFavour = atLeast('favour', favour, { of: cast, share: majority.favour }, majority.strict);
  const contrary = majority.against === undefined ? [] : [atMost(against, cast, majority.against)];
  const lines = [...valid, inFavour, ...contrary];
  const verdict =
    cast === 0 || valid.some(({ isMet }) => !isMet)
      ? 'noQuorum'
      : lines.every(({ isMet }) => isMet)
        ? 'carried'
        : 'notCarried';
  return { verdict, entitled, cast, lines };
}

function atLeast(
  condition: BallotLine['condition'],
  count: number,
  { of, share }: { readonly of: number; readonly share: Share },
  strict?: true,
): BallotLine {
  const left = count * share.in;
  const right = of * share.of;
  return { condition, isMet: strict ? left > right : left >= right, left, relation: strict ? '>' : '≥', right };
}

function atMost(count: number, of: number, share: Share): BallotLine {
  const left = count * share.in;
  const right = of * share.of;
  return { condition: 'against', isMet: left <= right, left, relation: '≤', right };
}
