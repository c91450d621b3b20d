import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { leafHash } from './merkle-tree.ts';

/** What of an act is sealed with each of its events. Identifiers in lower case, the instant as `2026-01-31T08:00:00.000Z`. */
export interface SealedAct {
  readonly homeId: string;
  readonly actId: string;
  readonly command: string;
  readonly forHomeId: string | null;
  readonly caseId: string | null;
  readonly appointmentId: string | null;
  readonly basis: string;
  readonly ruleVersion: string | null;
  readonly recordedAt: string;
  /** The salted hash of who acted, see `personHash`; null when no person did. */
  readonly person: string | null;
}

export interface SealedEvent {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
  readonly kind: string;
  readonly type: string;
  readonly schema: number;
  readonly data: unknown;
  /** The canonical text of the data, where it is at hand. */
  readonly dataText?: string;
  readonly validOn: string | null;
  readonly corrects: number | null;
  /** The act's instant, or a millisecond after the stream's last event where that was later. */
  readonly recordedAt: string;
}

/** Answers the hash of an event's leaf; `nonce` is 16 random bytes that keep anyone from guessing the event from its hash. */
export type LeafWriter = (event: SealedEvent, nonce: Uint8Array) => Uint8Array;

/**
 * Prepares the leaves of one act. Leaf = SHA-256(0x00 || canonical JSON of { act, event, nonce }): the README shows it byte by byte.
 * The act is written once, however many events it has. Throws `NotCanonical` for data without a canonical form.
 */
export function leavesOf(act: SealedAct): LeafWriter {
  const content = leafContents(act);
  return (event, nonce) => leafHash(content(event, nonce));
}

/** What is hashed into the leaf of an event, as text: who has it needs nothing else to recompute the leaf. */
export function leafContents(act: SealedAct): (event: SealedEvent, nonce: Uint8Array) => string {
  const { homeId, actId, command, forHomeId, caseId, appointmentId, basis, ruleVersion, recordedAt, person } = act;
  const sealed = { homeId, actId, command, forHomeId, caseId, appointmentId, basis, ruleVersion, recordedAt, person };
  // `act` < `event` < `nonce`: the three keys are in canonical order already.
  const opening = `{"act":${canonicalJson(sealed)},"event":`;
  return (event, nonce) => `${opening}${eventText(event)},"nonce":"${Buffer.from(nonce).toString('hex')}"}`;
}

/** The keys stand in canonical order here, so that only what was said has to be sorted: this runs for every event, twice a lifetime. */
function eventText(event: SealedEvent): string {
  const { corrects, data, homeId, kind, recordedAt, schema, streamId, type, validOn, version } = event;
  return (
    `{"corrects":${canonicalJson(corrects)},"data":${event.dataText ?? canonicalJson(data)},"homeId":${text(homeId)},"kind":${text(kind)},` +
    `"recordedAt":${text(recordedAt)},"schema":${canonicalJson(schema)},"streamId":${text(streamId)},"type":${text(type)},` +
    `"validOn":${validOn === null ? 'null' : text(validOn)},"version":${canonicalJson(version)}}`
  );
}

function text(value: string): string {
  return plain.test(value) ? `"${value}"` : canonicalJson(value);
}

/** Letters, digits and signs that need no escape: identifiers, days, instants, names of types. */
const plain = /^[\w.:+-]*$/;

/**
 * The person of an act as the leaf names it: SHA-256(salt || identifier), in hexadecimal.
 * Erasing a person removes identifier and salt; the 32 bytes of this hash take the salt's place, so that the seal can still be checked.
 */
export function personHash(personId: string | null, salt: Uint8Array | null): string | null {
  if (personId === null) return salt?.length === 32 ? Buffer.from(salt).toString('hex') : null;
  return hash('sha256', Buffer.concat([salt ?? new Uint8Array(), Buffer.from(personId)]), 'hex');
}
