/** Numbers that look random and are the same for the same seed, so that a failure can be looked at again. */
export interface Seeded {
  /** From 0 up to, not including, the bound. */
  readonly below: (bound: number) => number;
  /** True so often. */
  readonly chance: (share: number) => boolean;
  readonly oneOf: <T>(choices: readonly [T, ...(readonly T[])]) => T;
}

/** xorshift32 (Marsaglia 2003), after some rounds that spread a small seed. */
export function seeded(seed: number): Seeded {
  let state = Math.imul(seed + 1, 2_654_435_761) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 16; round++) next();
  return {
    below: (bound) => Math.floor(next() * bound),
    chance: (share) => next() < share,
    oneOf: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}
