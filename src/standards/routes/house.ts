import { createHash, sign } from 'node:crypto';
import type { Context } from 'hono';
import { stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { publicAddressFor } from '../../foundation/http/public-address.ts';
import type { Deps, NavigationEntry } from '../../foundation/part.ts';
import { type CoverageNow, coverageNow } from '../coverage.ts';
import { type Moment, readMoment } from '../queries/moment.ts';
import type { ViewContext } from '../views/link.ts';

export type Request = Context<HttpEnvironment>;

/** What all routes of the register work with. */
export interface House {
  readonly deps: Deps;
  readonly navigation: readonly NavigationEntry[];
  /** Signs cursors; the same for all processes that hold the sealing key, and unknown to everybody else. */
  readonly cursorKey: Uint8Array;
  /** What the register holds of each tier and family, as counted a moment ago. */
  readonly coverage: () => Promise<CoverageNow>;
}

const coverageHoldsSeconds = 5;

export function houseOf(deps: Deps, navigation: readonly NavigationEntry[]): House {
  const coverage = remembered(coverageHoldsSeconds, () => coverageNow(deps.database, deps.definitions));
  return { deps, navigation, cursorKey: cursorKeyOf(deps), coverage: () => coverage('') };
}

/** Ed25519 signatures are the same each time, so the key follows from the sealing key and needs no place of its own. */
export function cursorKeyOf({ sealingKeys }: Deps): Uint8Array {
  const [signer] = sealingKeys.signers();
  if (!signer) throw new Error('There is no sealing key.');
  return createHash('sha256')
    .update(sign(null, Buffer.from('guiju cursors'), signer.privateKey))
    .digest();
}

/** The address under which readers reach the installation, without a slash at its end. */
export function baseOf(house: House, c: Request): string {
  return publicAddressFor(house.deps.settings, c.req.url);
}

/** The two clocks of a request: `as-of` and `known` of its address. */
export function momentOf(house: House, c: Request): Moment {
  const asked = { asOf: c.req.query('as-of'), known: c.req.query('known') };
  return readMoment(asked, { today: c.var.today, timeZone: house.deps.clock.timeZone });
}

/** What views are made with for a request. */
export function viewing(house: House, c: Request, moment: Moment): ViewContext {
  const { definitions, installation, settings } = house.deps;
  const known = c.req.query('known');
  return {
    lang: c.var.lang,
    today: c.var.today,
    day: moment.day,
    ...(known === undefined || known === '' ? {} : { known }),
    definitions,
    installation: { homeId: installation.homeId, name: settings.name },
  };
}

/** The days a frame says it shows. */
export function daysShown(house: House, moment: Moment) {
  return { asOf: moment.day, ...(moment.known === undefined ? {} : { known: house.deps.clock.dayOf(moment.known) }) };
}

/** Counting takes at most such a share of the time, however large the register. */
const shareOfTime = 0.02;
/** Milliseconds a reader waits for new figures rather than getting those before. */
const patience = 1_000;

/**
 * Holds an answer for some seconds: figures over the whole register are the same for all readers. What takes long to count
 * is held longer, and readers still get it while it is counted anew, unless it is twice as old by then.
 */
export function remembered<Value>(
  seconds: number,
  load: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const elapsed = stopwatch();
  const held = new Map<string, Remembered<Value>>();
  const count = (key: string): Remembered<Value> => {
    const begun = elapsed();
    const counted: Remembered<Value> = { value: load(key), freshUntil: Infinity, until: Infinity };
    const settle = async (): Promise<void> => {
      await counted.value;
      const took = elapsed() - begun;
      const fresh = Math.max(seconds * 1_000, took / shareOfTime);
      counted.freshUntil = elapsed() + fresh;
      counted.until = elapsed() + (took > patience ? 2 * fresh : fresh);
      held.set(key, counted);
    };
    // A failure is not an answer to keep.
    settle().catch(() => held.delete(key));
    return counted;
  };
  return (key) => {
    const found = held.get(key);
    if (found !== undefined && elapsed() < found.freshUntil) return found.value;
    if (held.size >= mostRemembered) held.clear();
    const counted = count(key);
    const isUsable = found !== undefined && elapsed() < found.until;
    // While it is counted nobody counts a second time.
    if (isUsable) found.freshUntil = Infinity;
    held.set(key, isUsable ? found : counted);
    return isUsable ? found.value : counted.value;
  };
}

interface Remembered<Value> {
  readonly value: Promise<Value>;
  freshUntil: number;
  until: number;
}

const mostRemembered = 500;
