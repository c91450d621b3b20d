import type { ReadHandle } from '../foundation/database.ts';
import type { PrivateTextReading } from '../foundation/private-text.ts';
import { readPrivateTexts } from '../foundation/private-text.ts';
import { sql } from '../foundation/sql.ts';
import { knownRows } from '../foundation/two-clocks.ts';
import { type DocumentPlace, type HeldDocument, heldDocuments } from './facts.ts';
import {
  type ApprovalStanding,
  approvalStandings,
  type BoundScan,
  type DocumentSubject,
  type DocumentVersion,
} from './model.ts';
import type { TextFacts } from './text-access.ts';

/** A document as lists show it. */
export interface DocumentRecord {
  readonly homeId: string;
  readonly id: string;
  readonly subject: DocumentSubject;
  readonly kind: string;
  readonly title: string;
  readonly lang: string;
  readonly access: TextFacts;
  readonly enteredAt: string;
  readonly currentNumber: number | null;
  readonly currentHash: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
}

/** The documents of a subject in the order of their entering, as the register holds them now or held them at an instant. */
export async function documentsOf(
  read: ReadHandle,
  subject: DocumentSubject,
  known?: { readonly at: string },
): Promise<readonly DocumentRecord[]> {
  return read.all<DocumentRecord>(sql`select d.home_id as "homeId", d.document_id as id,
      jsonb_build_object('kind', d.subject_kind, 'key', d.subject_key) as subject, d.kind, d.title, d.lang, d.access,
      d.entered_at as "enteredAt", d.current_number as "currentNumber", d.current_hash as "currentHash",
      d.withdrawn_on as "withdrawnOn", d.withdrawn_reason as "withdrawnReason"
    from document d where d.subject_kind = ${subject.kind} and d.subject_key = ${subject.key} and ${knownRows('d', known)}
    order by d.entered_at, d.document_id`);
}

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A document whole: versions, approvals, scans; undefined when there is none of this identifier. */
export async function documentAt(read: ReadHandle, id: string): Promise<HeldDocument | undefined> {
  if (!uuidShape.test(id)) return undefined;
  const places = await read.all<DocumentPlace>(
    sql`select home_id as "homeId", document_id as "streamId" from document where document_id = ${id} and upper_inf(known)`,
  );
  return (await heldDocuments(read, places))[0];
}

/** Each approval of a document: whether it holds or is void, with the approved and the current hash and since when. */
export async function approvalsOf(read: ReadHandle, id: string): Promise<readonly ApprovalStanding[]> {
  const held = await documentAt(read, id);
  return held ? approvalStandings(held.state) : [];
}

/** A content of a document, a version or a scan, by its hash. */
export interface FoundContent {
  readonly document: HeldDocument;
  readonly content: DocumentVersion | BoundScan;
  readonly fileName: PrivateTextReading;
  readonly erased?: { readonly basis: string; readonly erasedAt: string };
}

/** The version or scan of a document with this hash, with the name of its file. */
export async function documentVersion(read: ReadHandle, id: string, hash: string): Promise<FoundContent | undefined> {
  const document = await documentAt(read, id);
  if (!document) return undefined;
  const { versions, scans, erased } = document.state;
  const content = versions.findLast((one) => one.hash === hash) ?? scans.find((one) => one.hash === hash);
  if (!content) return undefined;
  const names = await readPrivateTexts(read, document.homeId, [content.fileName]);
  const gone = erased.find((one) => one.hash === hash);
  return {
    document,
    content,
    fileName: names.get(content.fileName.textId) ?? { state: 'missing' },
    ...(gone === undefined ? {} : { erased: gone }),
  };
}

/** Names of the files of a document, by the identifier of the private text. */
export async function fileNamesOf(
  read: ReadHandle,
  { homeId, state }: HeldDocument,
): Promise<ReadonlyMap<string, PrivateTextReading>> {
  return readPrivateTexts(
    read,
    homeId,
    [...state.versions, ...state.scans].map(({ fileName }) => fileName),
  );
}

/** Every content that documents name and nobody erased: what the store must hold. */
export async function namedContents(
  read: ReadHandle,
): Promise<readonly { readonly hash: string; readonly size: number }[]> {
  return read.all<{ readonly hash: string; readonly size: number }>(
    sql`select hash, max(size)::float8 as size from document_content where erased_at is null and upper_inf(known) group by hash order by hash`,
  );
}
