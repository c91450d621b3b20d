import type { Visitor } from '../actor.ts';

/** Who signed in, as the frame of every page shows it. */
export interface SignedIn {
  readonly name: string;
  /** For forms: proves that a form was written for this session (DESIGN 8). */
  readonly formToken: string;
}

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
  /** Set beside the visitor when it is a person with a session, not a program or a personal link. */
  readonly signedIn?: SignedIn;
}

export interface HttpEnvironment {
  // Hono's own shape: names of bindings and variables.
  Variables: HttpVariables;
}
