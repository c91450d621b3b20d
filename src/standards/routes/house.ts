import { createHash, sign } from 'node:crypto';
import type { Context } from 'hono';
import { stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { publicAddressFor } from '../../foundation/http/public-address.ts';
import type { Deps, NavigationEntry } from '../../foundation/part.ts';
import { type Moment, readMoment } from '../queries/moment.ts';
import type { ViewContext } from '../views/link.ts';

export type Request = Context<HttpEnvironment>;

/** What all routes of the register work with. */
export interface House {
  readonly deps: Deps;
  readonly navigation: readonly NavigationEntry[];
  /** Signs cursors; the same for all processes that hold the sealing key, and unknown to everybody else. */
  readonly cursorKey: Uint8Array;
}

export function houseOf(deps: Deps, navigation: readonly NavigationEntry[]): House {
  return { deps, navigation, cursorKey: cursorKeyOf(deps) };
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

/** Holds an answer for some seconds: figures over the whole register are the same for all readers. */
export function remembered<Value>(
  seconds: number,
  load: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const elapsed = stopwatch();
  const held = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return (key) => {
    const found = held.get(key);
    if (found !== undefined && elapsed() < found.until) return found.value;
    const value = load(key);
    if (held.size >= mostRemembered) held.clear();
    held.set(key, { until: elapsed() + seconds * 1_000, value });
    // A failure is not an answer to keep.
    value.catch(() => held.delete(key));
    return value;
  };
}

const mostRemembered = 500;
