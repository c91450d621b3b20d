import { addDays } from '../../foundation/clock.ts';
import type { CopyRow } from '../../foundation/copy-text.ts';
import type { ReadHandle } from '../../foundation/database.ts';
import type { Deps } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { type AnswerCheckpoint, answerHash, type ListAnswer, type RowAnswer, standingOf } from './answer.ts';

/** Days for which an answer is kept; longer only while somebody watches the list. */
export const keptDays = 30;
const idBytes = 18;
const idShape = /^[\w-]{24}$/;

/** A kept answer without its rows. */
export interface KeptList {
  readonly id: string;
  readonly checkedAt: string;
  readonly checkedOn: string;
  readonly asOf: string;
  readonly checkpoint: AnswerCheckpoint | null;
  readonly fileName: string | null;
  readonly total: number;
  /** Lines and rows of the list that hold no number and are not among the rows. */
  readonly withoutNumber: number;
  readonly resultHash: string;
  readonly keptUntil: string;
}

type KeepingDeps = Pick<Deps, 'database' | 'random' | 'clock'>;

/** Keeps an answer under an address that nobody can guess. */
export async function keepList(
  deps: KeepingDeps,
  answer: ListAnswer,
  { fileName, withoutNumber }: Pick<KeptList, 'fileName' | 'withoutNumber'>,
): Promise<KeptList> {
  const id = deps.random.bytes(idBytes).toString('base64url');
  const { checkedAt, checkedOn, asOf, checkpoint, rows } = answer;
  const kept: KeptList = {
    id,
    checkedAt,
    checkedOn,
    asOf,
    checkpoint,
    fileName,
    total: rows.length,
    withoutNumber,
    resultHash: answerHash(answer),
    keptUntil: addDays(checkedOn, keptDays),
  };
  await deps.database.transaction(async (tx) => {
    await tx.run(sql`insert into checked_list (list_id, checked_at, checked_on, as_of, known_at, tree_size, root, file_name, total, without_number, result_hash, kept_until)
      values (${id}, ${checkedAt}, ${checkedOn}, ${asOf}, ${checkpoint?.settledAt ?? null}, ${checkpoint?.treeSize ?? 0},
        ${checkpoint === null ? null : Buffer.from(checkpoint.root, 'hex')}, ${fileName}, ${rows.length}, ${withoutNumber}, ${Buffer.from(kept.resultHash, 'hex')}, ${kept.keptUntil})`);
    const lines = rows.map((row): CopyRow => [id, row.row, standingOf(row), { json: row }]);
    await tx.copy('checked_list_row', ['list_id', 'row_no', 'standing', 'answer'], lines);
  });
  return kept;
}

export async function keptList(read: ReadHandle, id: string): Promise<KeptList | undefined> {
  if (!idShape.test(id)) return undefined;
  const row = await read.first<
    Omit<KeptList, 'checkpoint'> & {
      readonly settledAt: string | null;
      readonly treeSize: number;
      readonly root: string | null;
    }
  >(sql`
    select list_id as id, checked_at as "checkedAt", checked_on as "checkedOn", as_of as "asOf", known_at as "settledAt", tree_size as "treeSize",
      encode(root, 'hex') as root, file_name as "fileName", total,
      without_number as "withoutNumber", encode(result_hash, 'hex') as "resultHash", kept_until as "keptUntil"
    from checked_list where list_id = ${id}`);
  if (!row) return undefined;
  const { settledAt, treeSize, root, ...kept } = row;
  return { ...kept, checkpoint: settledAt === null || root === null ? null : { treeSize, root, settledAt } };
}

export interface RowsWanted {
  /** Only rows of this standing. */
  readonly standing?: string | undefined;
  readonly from?: number;
  readonly limit?: number;
}

export async function keptRows(read: ReadHandle, id: string, wanted: RowsWanted = {}): Promise<readonly RowAnswer[]> {
  const rows = await read.all<{ readonly answer: RowAnswer }>(sql`select answer from checked_list_row
    where list_id = ${id} and (${wanted.standing ?? null}::text is null or standing = ${wanted.standing ?? null}::text)
    order by row_no offset ${wanted.from ?? 0} limit ${wanted.limit ?? null}`);
  return rows.map(({ answer }) => answer);
}

/** How many rows stand how. */
export async function standings(read: ReadHandle, id: string): Promise<ReadonlyMap<string, number>> {
  const rows = await read.all<{ readonly standing: string; readonly n: number }>(
    sql`select standing, count(*)::int as n from checked_list_row where list_id = ${id} group by standing order by standing`,
  );
  return new Map(rows.map(({ standing, n }) => [standing, n]));
}

/** The numbers of a list as they were sent, for watching it. */
export async function keptTexts(read: ReadHandle, id: string): Promise<readonly string[]> {
  const rows = await read.all<{ readonly text: string }>(
    sql`select answer->>'text' as text from checked_list_row where list_id = ${id} order by row_no`,
  );
  return rows.map(({ text }) => text);
}

/** Forgets answers whose time is over; `watched` are kept as long as somebody follows them. */
export async function forgetLists(deps: Pick<Deps, 'database' | 'clock'>, watched: readonly string[]): Promise<number> {
  return deps.database.transaction((tx) =>
    tx.run(
      sql`delete from checked_list where kept_until < ${deps.clock.today()} and not list_id = any(${watched}::text[])`,
    ),
  );
}
