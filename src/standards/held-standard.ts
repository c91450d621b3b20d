import { parse } from '@guiju/standard-numbers';
import { readStreams } from '../foundation/event-store.ts';
import { type ClaimKey, eventTypes } from '../foundation/events.ts';
import { factQuery } from '../foundation/facts.ts';
import { foldStream } from '../foundation/projection.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { claimsAfter } from '../foundation/stream-fold.ts';
import { standardEvents } from './events.ts';
import { merged } from './merge.ts';
import type { StandardStatement } from './model.ts';
import { type StandardState, standardState } from './standard-state.ts';

/** A standard as the registrar's acts need it: whole, with everything its stream says and every claim it holds. */
export interface HeldStandard {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
  readonly state: StandardState;
  /** The number it bears now, after any change of its nature. */
  readonly number: string;
  readonly numberKey: string;
  readonly address: string;
  readonly claims: readonly ClaimKey[];
  /** When the register last recorded something of it. */
  readonly lastAt: string;
}

const types = eventTypes(standardEvents);

/** The standard at a permanent address or bearing a number in any spelling. */
export const heldStandard = factQuery<string, HeldStandard>({
  name: 'standards.held-standard',
  keyText: (named) => named,
  streams: (held) => [held],
  claims: (named) => keysOf(named).map((value) => ({ kind: 'standard-number', value })),
  load: async (read, named) => {
    const found = new Map<string, HeldStandard>();
    for (const name of named) {
      const place = await read.first<{
        readonly homeId: string;
        readonly streamId: string;
      }>(sql`select home_id as "homeId", stream_id as "streamId"
        from claim where (kind = 'address' and value = ${name}) or (kind = 'standard-number' and value = any(${keysOf(name)}::text[]))
        order by kind = 'address' desc limit 1`);
      if (!place) continue;
      const streams = await readStreams(read, [place], types);
      const events = [...streams.values()][0] ?? [];
      const last = events.at(-1);
      if (!last) continue;
      const state = standardState(foldStream(events, () => [])?.events ?? []);
      found.set(name, {
        ...place,
        version: last.version,
        state,
        ...identityNow(state),
        claims: [...claimsAfter(events, types).values()],
        lastAt: last.recordedAt,
      });
    }
    return found;
  },
});

function keysOf(named: string): readonly string[] {
  const reading = parse(named.slice(0, 300));
  return reading.outcome === 'recognized' ? [reading.number.key] : [];
}

/** A change of nature changed the number; otherwise it is the one last stated. */
function identityNow(state: StandardState): StandardState['identity'] {
  const changed = state.changes.findLast((event) => event.type === 'standard-nature-changed');
  if (!changed) return state.identity;
  const { number, numberKey, address } = changed.data;
  return { number: String(number), numberKey: String(numberKey), address: String(address) };
}

/**
 * The standard named, as something may still be done to it.
 *
 * @throws Refusal `standards.not-in-register`, `standards.annulled-already`
 */
export function standing(
  held: HeldStandard | undefined,
  named: string,
): HeldStandard & { readonly statement: StandardStatement } {
  const statement = held && merged(held.state.statements);
  if (!held || !statement) throw refusal('standards.not-in-register', { number: named.slice(0, 80) });
  if (held.state.isAnnulled) throw refusal('standards.annulled-already', { number: held.number });
  return { ...held, statement };
}

/** The day on which the standard ended by an act or by the word of a source; undefined while nothing ended it. */
export function endOf(
  held: HeldStandard & { readonly statement: StandardStatement },
): { readonly day: string; readonly how: 'withdrawn' | 'cancelled' } | undefined {
  const cancelled = held.state.changes.find((event) => event.type === 'standard-number-cancelled');
  if (cancelled) return { day: String(cancelled.data['cancelledOn']), how: 'cancelled' };
  const withdrawn = held.state.changes.findLast((event) => event.type === 'standard-withdrawn');
  if (withdrawn) return { day: String(withdrawn.data['withdrawnOn']), how: 'withdrawn' };
  return held.statement.withdrawnOn === undefined
    ? undefined
    : { day: held.statement.withdrawnOn.first, how: 'withdrawn' };
}

/**
 * Nothing can end or pause before it was published.
 *
 * @throws Refusal `standards.before-publication`
 */
export function notBeforePublication(
  held: { readonly number: string; readonly statement: StandardStatement },
  day: string,
): void {
  const published = held.statement.publishedOn?.first;
  if (published !== undefined && day < published)
    throw refusal('standards.before-publication', { number: held.number, day, published });
}
