import type { InBoth, Rulebook } from './rule.ts';

/** The words of the house that definitions may use. */
export interface KnownWords {
  readonly rulebook: Rulebook;
  readonly sources: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly documentKinds: ReadonlySet<string>;
  /** Acts in registers that a step may make; those that publish need an approval. */
  readonly makes: ReadonlyMap<string, { readonly publishes: boolean }>;
}

/** Something that does not hold together, by the path at which it is written. */
export interface Found {
  readonly path: readonly string[];
  readonly code: string;
  readonly what: InBoth;
  readonly remedy: InBoth;
}
