import type { Visitor } from '../actor.ts';

/** What every handler finds in its context. */
export interface HttpVariables {
  readonly requestId: string;
  /** Language of the answer: the `lang` of the address, else the reader's cookie, else the browser's wish. */
  readonly lang: 'zh-Hans' | 'en';
  /** Today in the installation's time zone. */
  readonly today: string;
  /** Address of the sender, as far as it can be believed. */
  readonly sender: string;
  /** Whom the request comes from; absent for a reader who is nobody in particular. */
  readonly visitor?: Visitor;
}

export interface HttpEnvironment {
  // Hono's own shape: names of bindings and variables.
  Variables: HttpVariables;
}
