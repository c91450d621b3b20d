import { hash } from 'node:crypto';
import type { ReadHandle } from './database.ts';
import type { PrivateText } from './events.ts';
import { sql } from './sql.ts';

/** What an event says of a private text: where it lies, and a hash that betrays nothing without the salt. */
export interface PrivateTextReference {
  readonly textId: string;
  /** SHA-256(salt || text) in hexadecimal. */
  readonly hash: string;
}

/** Parts a text into what the sealed event may say and what is kept apart and can be erased (DESIGN 10, rule 10). */
export function privateText(
  text: string,
  keeping: { readonly textId: string; readonly salt: Uint8Array; readonly personId?: string },
): { readonly reference: PrivateTextReference; readonly kept: PrivateText } {
  const { textId, salt } = keeping;
  return { reference: { textId, hash: privateTextHash(text, salt) }, kept: { ...keeping, text } };
}

export function privateTextHash(text: string, salt: Uint8Array): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text, 'utf8')]), 'hex');
}

/** A private text as pages and exports may meet it. `altered`: what is kept is not what the event sealed. */
export type PrivateTextReading =
  | { readonly state: 'whole'; readonly text: string }
  | { readonly state: 'erased'; readonly erasedAt: string; readonly basis: string }
  | { readonly state: 'altered' }
  | { readonly state: 'missing' };

/** The texts that events of one home refer to, each checked against the hash its event sealed. */
export async function readPrivateTexts(
  read: ReadHandle,
  homeId: string,
  references: readonly PrivateTextReference[],
): Promise<ReadonlyMap<string, PrivateTextReading>> {
  const rows = await read.all<KeptText>(sql`select text_id as "textId", salt, text, erased_at as "erasedAt", basis
    from private_text where home_id = ${homeId} and text_id = any(${references.map(({ textId }) => textId)}::uuid[])`);
  const kept = new Map(rows.map((row) => [row.textId, row]));
  return new Map(references.map((reference) => [reference.textId, reading(reference, kept.get(reference.textId))]));
}

interface KeptText {
  readonly textId: string;
  readonly salt: Buffer | null;
  readonly text: string | null;
  readonly erasedAt: string | null;
  readonly basis: string | null;
}

function reading(reference: PrivateTextReference, row: KeptText | undefined): PrivateTextReading {
  if (!row) return { state: 'missing' };
  if (row.erasedAt !== null) return { state: 'erased', erasedAt: row.erasedAt, basis: row.basis ?? '' };
  const isGenuine = row.text !== null && row.salt !== null && privateTextHash(row.text, row.salt) === reference.hash;
  return isGenuine && row.text !== null ? { state: 'whole', text: row.text } : { state: 'altered' };
}
