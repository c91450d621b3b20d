import type { Nature, NumberKind, Scheme, Tier } from '../model.ts';

/** What a Chinese prefix says before any serial is read. */
export interface Prefix {
  readonly scheme: Scheme;
  readonly tier: Tier | undefined;
  readonly kind: NumberKind;
  readonly nature: Nature | undefined;
  readonly publisher: string;
  readonly region: string | undefined;
  readonly prefix: string;
}
