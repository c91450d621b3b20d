import type { Context } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { documentAccess, textAccessTable } from '../access-table.ts';
import type { HeldDocument } from '../facts.ts';
import { documentAt } from '../queries.ts';
import type { TextAccessTable, TextVerdict } from '../text-access.ts';

export type Request = Context<HttpEnvironment>;

/** What all routes of documents work with. */
export interface Desk {
  readonly deps: Deps;
  readonly navigation: readonly NavigationEntry[];
  readonly table: TextAccessTable;
}

export function deskOf(deps: Deps, navigation: readonly NavigationEntry[]): Desk {
  return { deps, navigation, table: textAccessTable(deps.definitions) };
}

export interface ReadableDocument {
  readonly document: HeldDocument;
  readonly verdict: TextVerdict;
  /** Whether a reader who is nobody in particular sees the same: then it may be kept by caches. */
  readonly isPublic: boolean;
}

/**
 * The document asked for, as far as the visitor may see it. One that is not for the visitor is answered like one that is
 * not there.
 *
 * @throws Refusal `documents.not-found`
 */
export async function readableDocument({ deps, table }: Desk, c: Request): Promise<ReadableDocument> {
  const id = (c.req.param('id') ?? '').slice(0, 100);
  const document = await documentAt(deps.database, id);
  const house = { table, definitions: deps.definitions };
  const day = c.var.today;
  const verdict = document && documentAccess(house, document, { visitor: c.var.visitor, day });
  if (!document || !verdict || verdict.access === 'none') throw refusal('documents.not-found', { document: id });
  const open = documentAccess(house, document, { visitor: undefined, day });
  return { document, verdict, isPublic: open.access === verdict.access };
}

/**
 * The document, whose text the visitor may read in full.
 *
 * @throws Refusal `documents.not-found`, `documents.not-readable`
 */
export async function fullyReadable(desk: Desk, c: Request): Promise<ReadableDocument> {
  const found = await readableDocument(desk, c);
  const { access, rule } = found.verdict;
  if (access === 'full') return found;
  const isEnglish = c.var.lang === 'en';
  const words = {
    none: ['', ''],
    full: ['', ''],
    preview: ['开头部分', 'beginning'],
    metadata: ['题录', 'record'],
  } as const;
  throw refusal('documents.not-readable', {
    document: found.document.state.title,
    access: words[access][isEnglish ? 1 : 0],
    basis: isEnglish ? rule.basis.en : rule.basis.zh,
  });
}

/** Marks an answer that is not the same for everybody: no cache keeps it. */
export function privately(answer: Response): Response {
  answer.headers.set('cache-control', 'private, no-store');
  return answer;
}
