import type { ReadHandle } from '../foundation/database.ts';
import { type Statement, sql } from '../foundation/sql.ts';
import type { OrganizationName, OrganizationStatement } from './model.ts';

/** A technical committee as the register knows it. */
export interface Committee {
  /** The reference by which standards name it: `ISO/TC 210`. */
  readonly code: string;
  readonly names: readonly OrganizationName[];
  readonly status: NonNullable<OrganizationStatement['status']> | null;
  readonly parent: string | null;
  readonly secretariat: string | null;
  /** Who says so, and up to which day. */
  readonly source: string;
  readonly statedOn: string;
}

/** The instant up to which the register's knowledge counts; absent: now. */
export interface AsKnown {
  readonly known?: string;
}

const columns = sql`o.code, o.names, o.status, o.parent, o.secretariat, o.source, o.stated_on as "statedOn"`;
const isCommittee = sql`o.kind = 'committee'`;

function knownAt({ known }: AsKnown): Statement<unknown> {
  return known === undefined ? sql`upper_inf(o.known)` : sql`o.known @> ${known}::timestamptz`;
}

/** Committees by their references. */
export async function committeesByCode(
  read: ReadHandle,
  codes: readonly string[],
  asKnown: AsKnown,
): Promise<ReadonlyMap<string, Committee>> {
  if (codes.length === 0) return new Map();
  const rows = await read.all<Committee>(
    sql`select ${columns} from organization o where o.code = any(${codes}::text[]) and ${isCommittee} and ${knownAt(asKnown)}`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** The committees that are parts of one, in the order of their numbers. */
export async function committeesUnder(read: ReadHandle, code: string, asKnown: AsKnown): Promise<readonly Committee[]> {
  const rows = await read.all<Committee>(
    sql`select ${columns} from organization o where o.parent = ${code} and ${isCommittee} and ${knownAt(asKnown)}`,
  );
  return rows.toSorted(byReference);
}

/** Every committee, in the order of references. */
export async function allCommittees(read: ReadHandle, asKnown: AsKnown): Promise<readonly Committee[]> {
  const rows = await read.all<Committee>(
    sql`select ${columns} from organization o where ${isCommittee} and ${knownAt(asKnown)} limit ${committeesAtMost}`,
  );
  return rows.toSorted(byReference);
}

/** A country and ISO together have some thousand committees. */
const committeesAtMost = 10_000;

/** `ISO/TC 20` goes before `ISO/TC 210`. */
export function byReference(one: { readonly code: string }, other: { readonly code: string }): number {
  return one.code.localeCompare(other.code, 'en', { numeric: true });
}

/** What a reader types is short; more words than this do not name a committee. */
const wordsAtMost = 8;

/**
 * Committees meant by a query: by reference in any spelling (`iso/tc210`, `TC 210`), or by words that all stand in a name,
 * each at the beginning of a word there. The one whose reference is asked for goes first.
 */
export function committeesMeant(all: readonly Committee[], text: string): readonly Committee[] {
  const folded = fold(text);
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > wordsAtMost || folded.length < 2) return [];
  const asked = squeezed(folded);
  const isReference = /\d/.test(asked) && /[a-z]/.test(asked);
  const byNumber = isReference ? all.filter(({ code }) => bears(squeezed(fold(code)), asked)) : [];
  if (byNumber.length > 0) return byNumber;
  return all.filter(({ names }) => names.some((name) => hasWords(fold(name.text), words)));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The whole reference, or its end without the publisher: `tc210` of `isotc210`, never of `isotc2101`. */
function bears(reference: string, asked: string): boolean {
  return reference === asked || (asked.startsWith('tc') && reference.endsWith(asked));
}

function hasWords(name: string, words: readonly string[]): boolean {
  return words.every((word) =>
    /\p{Script=Han}/u.test(word)
      ? name.includes(word)
      : name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word) || `${part}s` === word),
  );
}
