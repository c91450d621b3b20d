import type { ReadHandle } from '../foundation/database.ts';
import { readStreams } from '../foundation/event-store.ts';
import { eventTypes } from '../foundation/events.ts';
import { factQuery, type StreamVersion } from '../foundation/facts.ts';
import { foldStream } from '../foundation/projection.ts';
import { sql } from '../foundation/sql.ts';
import { documentEvents } from './events.ts';
import { type DocumentState, documentState } from './model.ts';

/** A document as a decision needs it: whole, as its stream says. */
export interface HeldDocument extends StreamVersion {
  readonly state: DocumentState;
}

const types = eventTypes(documentEvents);

export const documentById = factQuery<string, HeldDocument>({
  name: 'documents.by-id',
  keyText: (id) => id,
  streams: (held) => [held],
  load: async (read, ids) => {
    const places = await read.all<DocumentPlace>(
      sql`select home_id as "homeId", document_id as "streamId" from document where document_id = any(${ids}::uuid[]) and upper_inf(known)`,
    );
    return new Map((await heldDocuments(read, places)).map((held) => [held.streamId, held]));
  },
});

export interface DocumentPlace {
  readonly homeId: string;
  readonly streamId: string;
}

/** Documents whole, by their streams. */
export async function heldDocuments(
  read: ReadHandle,
  places: readonly DocumentPlace[],
): Promise<readonly HeldDocument[]> {
  return [...(await readStreams(read, places, types)).values()].flatMap((events) => {
    const last = events.at(-1);
    const state = documentState(foldStream(events, () => [])?.events ?? []);
    const { homeId = '', streamId = '', version = 0 } = last ?? {};
    return state ? [{ homeId, streamId, version, state }] : [];
  });
}

/** A content as documents name it: in which of them, with the private texts of its file names, and whether it was erased. */
export interface NamedContent {
  readonly places: readonly (StreamVersion & { readonly fileName: string; readonly isErased: boolean })[];
}

export const contentByHash = factQuery<string, NamedContent>({
  name: 'documents.content-by-hash',
  keyText: (hash) => hash,
  streams: ({ places }) => places,
  load: async (read, hashes) => {
    const rows = await read.all<NamedContent['places'][number] & { readonly hash: string }>(sql`
      select c.hash, c.home_id as "homeId", c.document_id as "streamId", c.file_name->>'textId' as "fileName", c.erased_at is not null as "isErased",
        (select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.document_id) as version
      from document_content c where c.hash = any(${hashes}::text[]) and upper_inf(c.known)`);
    return new Map([...Map.groupBy(rows, ({ hash }) => hash)].map(([hash, places]) => [hash, { places }]));
  },
});
