import type { Hono } from 'hono';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Definitions } from './definitions.ts';
import type { EventType } from './events.ts';
import type { Executor } from './executor.ts';
import type { HttpEnvironment } from './http/environment.ts';
import type { Installation } from './installation.ts';
import type { Logger } from './log.ts';
import type { Projection } from './projection.ts';
import type { Random } from './random.ts';
import type { RefusalTexts } from './refusal.ts';
import type { Profile, Settings } from './settings.ts';

/** Everything a part is given to work with. */
export interface Deps {
  readonly settings: Settings;
  readonly database: Database;
  readonly executor: Executor;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly definitions: Definitions;
  readonly installation: Installation;
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
  readonly progress: (label: string, total: number | undefined) => { readonly at: (done: number) => void; readonly end: () => void };
  readonly lang: 'zh-Hans' | 'en';
  /** The folder in which the command was called; relative paths start here. */
  readonly folder: string;
}

export interface CommandLineCommand {
  readonly name: string;
  /** Arguments as in the help: `import <format> <file>`. */
  readonly usage: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly examples: readonly string[];
  readonly options?: readonly { readonly flag: string; readonly text: { readonly zh: string; readonly en: string } }[];
  /** Answers the exit status: 0 done, 1 a refusal or a finding, 2 wrong usage. */
  readonly run: (call: { readonly args: readonly string[]; readonly options: Readonly<Record<string, string | boolean>> }, deps: Deps, console: Console) => Promise<number>;
  /** Whether it needs the database; `id` and `help` do not. */
  readonly needs: 'nothing' | 'register';
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
  readonly navigation?: readonly NavigationEntry[];
  /** Pages and interfaces. */
  readonly routes?: (deps: Deps) => Hono<HttpEnvironment>;
  readonly commands?: readonly CommandLineCommand[];
  readonly loops?: (deps: Deps) => readonly Loop[];
  /** Runs once after migration: loads what the part needs before it serves. */
  readonly prepare?: (deps: Deps) => Promise<void>;
}
