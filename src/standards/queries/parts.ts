import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { targetKey } from '../identity.ts';
import { type Brief, briefsWhere } from './brief.ts';
import type { Moment } from './moment.ts';

/** The other parts of a document in parts, and those that take effect together with it. */
export interface Parts {
  /** The number that all parts share: GB 9706. */
  readonly base: string;
  readonly others: readonly Brief[];
  readonly sameDay: readonly Brief[];
}

const partsAtMost = 200;

/** The parts beside this one; none where the number has no part. */
export async function partsBeside(
  read: ReadHandle,
  standard: { readonly standardId: string; readonly numberKey: string; readonly workKey: string },
  moment: Moment,
): Promise<Parts | undefined> {
  const found = /^(.*\d)([.-])\d+[A-Za-z]?$/.exec(standard.workKey);
  const [, base, mark] = found ?? [];
  if (base === undefined || mark === undefined) return undefined;
  // The end of the range is the character after the mark in the order of bytes, by which keys are kept.
  const end = `${base}${mark === '.' ? '/' : '.'}`;
  const all = await briefsWhere(read, {
    condition: sql`t.work_key > ${base + mark} and t.work_key < ${end} and t.kind not in ('amendment', 'corrigendum', 'supplement')`,
    limit: partsAtMost,
    moment,
  });
  const others = all.filter((brief) => brief.workKey !== standard.workKey);
  const follows = (brief: Brief) =>
    brief.implementations.some(
      (one) => one.togetherWith !== undefined && targetKey(one.togetherWith) === standard.numberKey,
    );
  return { base, others, sameDay: all.filter((brief) => brief.standardId !== standard.standardId && follows(brief)) };
}
