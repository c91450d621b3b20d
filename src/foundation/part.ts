import type { Hono, MiddlewareHandler } from 'hono';
import type { Actor, Permission } from './actor.ts';
import type { AfterAnswer } from './after-answer.ts';
import type { Arrivals } from './arrivals.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Definitions } from './definitions.ts';
import type { EventType, EventTypes } from './events.ts';
import type { Executor } from './executor.ts';
import type { HttpEnvironment } from './http/environment.ts';
import type { Installation } from './installation.ts';
import type { Logger } from './log.ts';
import type { ShowProgress } from './progress.ts';
import type { Projection } from './projection.ts';
import type { Random } from './random.ts';
import type { RefusalTexts } from './refusal.ts';
import type { SealingKeys } from './sealing-key.ts';
import type { Sealer } from './seals/sealer.ts';
import type { Profile, Settings } from './settings.ts';

export type { Progress, ShowProgress } from './progress.ts';

/** Everything a part is given to work with. */
export interface Deps {
  readonly settings: Settings;
  readonly database: Database;
  readonly executor: Executor;
  /** Every part of the house, whatever the profile shows: one part finds what others bring for it. */
  readonly parts: readonly Part[];
  /** Event types and projections of all parts, whatever the profile shows. */
  readonly types: EventTypes;
  readonly projections: readonly Projection[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly definitions: Definitions;
  readonly installation: Installation;
  readonly sealer: Sealer;
  readonly sealingKeys: SealingKeys;
  readonly afterAnswer: AfterAnswer;
  readonly arrivals: Arrivals;
  /** The operator of the installation, by whose appointment the command line writes. */
  readonly operator: Actor;
  /** The public tools, which write nothing but what a reader asks for: watches and reports of errors. */
  readonly publicDesk: Actor;
}

export interface NavigationEntry {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly order: number;
  /** Shown to who has not signed in; in its place a visitor who has finds the own name. */
  readonly isForStrangers?: true;
}

/** What runs beside the requests: the sealer, the indexer, the messenger. */
export interface Loop {
  readonly name: string;
  readonly everyMilliseconds: number;
  readonly run: () => Promise<void>;
}

/** How a command-line command talks: lines to the reader, a progress bar, and one value for --json. */
export interface Console {
  readonly print: (text: string) => void;
  readonly error: (text: string) => void;
  readonly progress: ShowProgress;
  readonly lang: 'zh-Hans' | 'en';
  /** The folder in which the command was called; relative paths start here. */
  readonly folder: string;
}

interface CommandLine {
  /** An act of authority: on the embedded database the operator is told once what it does not promise. */
  readonly isActOfAuthority?: true;
  readonly name: string;
  /** Arguments as in the help: `import FORMAT FILE`. */
  readonly usage: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly examples: readonly string[];
  /** Flags as in the help: `--as-of DATE` takes a value, `--json` does not. */
  readonly options?: readonly { readonly flag: string; readonly text: { readonly zh: string; readonly en: string } }[];
}

export interface CommandCall {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A command of `guiju`. It answers the exit status: 0 done, 1 a refusal or a finding, 2 wrong usage. */
export type CommandLineCommand =
  | (CommandLine & {
      readonly needs: 'nothing';
      readonly run: (call: CommandCall, console: Console) => Promise<number>;
    })
  | (CommandLine & {
      readonly needs: 'register';
      readonly run: (call: CommandCall, console: Console, deps: Deps) => Promise<number>;
    });

/** One measured row, with the floor measured in the same run; the ratio is what counts on a machine nobody knows. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit:
    | 'rows/s'
    | 'numbers/s'
    | 'requests/s'
    | 'acts/s'
    | 'leaves/s'
    | 'events/s'
    | 'ms p50'
    | 'ms p95'
    | 'ms p99';
  /** The same unit, measured beside it: what the machine can do at most without our code. */
  readonly floor?: { readonly what: string; readonly value: number };
}

/** A measurement; it runs in a scratch register that is thrown away. */
export interface Bench {
  readonly name: string;
  readonly run: (
    deps: Deps,
    options: { readonly scale: number; readonly note: (text: string) => void },
  ) => Promise<readonly BenchRow[]>;
}

/** What `guiju erase WHAT ID --basis TEXT` takes away beside persons and texts. It answers how many events record it. */
export interface Eraser {
  readonly what: string;
  readonly erase: (deps: Deps, asked: { readonly id: string; readonly basis: string }) => Promise<number>;
}

/**
 * A part of the house: one folder under src/, plugged in by its index.ts exporting `part`. Nothing else has to name it.
 * Other folders add members by declaration merging (src/search adds `searchSources`).
 */
export interface Part {
  readonly name: string;
  readonly profiles: 'all' | readonly Profile[];
  readonly eventTypes?: readonly EventType[];
  readonly projections?: readonly Projection[];
  readonly refusals?: RefusalTexts;
  /** Every line of its permission table: what may be done here at all, and by whom. */
  readonly permissions?: readonly Permission[];
  /** Tables that cannot be made anew from events; they are in every backup. */
  readonly keptTables?: readonly string[];
  readonly navigation?: readonly NavigationEntry[];
  /** What every request passes before it comes to a page, of whatever part: who somebody is. */
  readonly doors?: (deps: Deps) => readonly MiddlewareHandler<HttpEnvironment>[];
  /** Pages and interfaces. */
  readonly routes?: (
    deps: Deps,
    navigation: readonly NavigationEntry[],
    shown: readonly Part[],
  ) => Hono<HttpEnvironment>;
  /** Once the server listens: what its starter must be told at the terminal, and nobody else. */
  readonly started?: (deps: Deps, print: (text: string) => void) => Promise<void>;
  readonly commands?: readonly CommandLineCommand[];
  readonly erasers?: readonly Eraser[];
  readonly loops?: (deps: Deps) => readonly Loop[];
  /** Measurements of `guiju bench`; `root` is the program's folder. */
  readonly benches?: (root: string) => readonly Bench[];
  /** Loads the part's founding data into an empty register; only the start of the server does it. */
  readonly loadFounding?: (
    deps: Deps,
    work: { readonly root: string; readonly progress: ShowProgress },
  ) => Promise<void>;
}
