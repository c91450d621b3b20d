import type { ReadHandle } from '../../foundation/database.ts';
import { gapHashes, gapsBetween } from '../../foundation/seals/multiproof.ts';
import { readTiles } from '../../foundation/seals/tile-store.ts';
import { tilesOf } from '../../foundation/seals/tiles.ts';
import { sql } from '../../foundation/sql.ts';
import type { KeptList } from './kept-lists.ts';

/**
 * Proof that the records behind an answer were in the log when it was given: for each standard the leaf of the newest act
 * of that time, and one compact multiproof for all of them. Hashes are hexadecimal. To check: from left to right, pass the
 * hashes of each gap and then the leaf; the root that results is the one of the checkpoint.
 */
export interface AnswerProof {
  readonly list: string;
  readonly resultHash: string;
  readonly treeSize: number;
  readonly root: string;
  /** The signed checkpoint (C2SP tlog-checkpoint). */
  readonly checkpoint: string;
  readonly leaves: readonly {
    readonly leafIndex: number;
    readonly leafHash: string;
    readonly number: string;
    readonly address: string;
    readonly rows: readonly number[];
  }[];
  /** One gap before each leaf, and one behind the last. */
  readonly gaps: readonly (readonly string[])[];
}

interface LeafRow {
  readonly leafIndex: number;
  readonly leafHash: string;
  readonly number: string;
  readonly address: string;
  readonly rows: readonly number[];
}

/** The proof of a kept answer; undefined when nothing was sealed when it was given. */
export async function answerProof(read: ReadHandle, kept: KeptList): Promise<AnswerProof | undefined> {
  const { checkpoint } = kept;
  if (checkpoint === null) return undefined;
  const note = await read.first<{ readonly note: string }>(
    sql`select note from checkpoint where tree_size = ${checkpoint.treeSize}`,
  );
  if (!note) return undefined;
  const leaves = await leavesOf(read, kept.id, checkpoint.treeSize);
  const gaps = [
    ...gapsBetween(
      leaves.map(({ leafIndex }) => leafIndex),
      0,
    ),
    { from: (leaves.at(-1)?.leafIndex ?? -1) + 1, until: checkpoint.treeSize },
  ];
  const tiles = await readTiles(read, tilesOf(gaps));
  return {
    list: kept.id,
    resultHash: kept.resultHash,
    treeSize: checkpoint.treeSize,
    root: checkpoint.root,
    checkpoint: note.note,
    leaves,
    gaps: gaps.map((gap) => gapHashes(gap, tiles).map((hash) => Buffer.from(hash).toString('hex'))),
  };
}

/** The newest leaf of each standard of the answer below the size of its checkpoint. */
function leavesOf(read: ReadHandle, id: string, treeSize: number): Promise<readonly LeafRow[]> {
  return read.all<LeafRow>(sql`with answered as (
      select (s->>'standardId')::uuid as standard_id, min(s->>'number') as number, min(s->>'address') as address, array_agg(r.row_no order by r.row_no) as rows
      from checked_list_row r cross join lateral jsonb_array_elements(r.answer->'standards') as s
      where r.list_id = ${id} and s->>'standardId' <> '' group by 1)
    select n."leafIndex", encode(n.leaf_hash, 'hex') as "leafHash", a.number, a.address, a.rows from answered a
    cross join lateral (select l.leaf_index as "leafIndex", e.leaf_hash from standard t
      join event e on e.home_id = t.home_id and e.stream_id = t.standard_id
      join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
      where t.standard_id = a.standard_id and l.leaf_index < ${treeSize} order by l.leaf_index desc limit 1) n
    order by n."leafIndex"`);
}
