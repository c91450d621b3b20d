import type { Deps } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { takeAllowance } from '../../notices/index.ts';
import { answerList } from './answer-list.ts';
import { type KeptList, keepList } from './kept-lists.ts';
import { mostNumbers, type ReadList } from './list-entry.ts';

/** Lists of one sender in a day. */
const listsPerSender = 200;
/** Rows of one sender in an hour: five of the longest lists, which take some seconds of work and megabytes each. */
const rowsPerSender = 5 * mostNumbers;

export interface ListAsked extends ReadList {
  readonly asOf: string;
  readonly fileName: string | null;
  readonly sender: string;
}

/**
 * Answers a list that came by a public door and keeps the answer.
 *
 * @throws Refusal `standards.list-rows-too-many`, `standards.list-too-many-today`
 */
export async function checkList(deps: Deps, asked: ListAsked): Promise<KeptList> {
  await allowed(deps, asked);
  return keepList(deps, await answerList(deps, asked.entries, asked.asOf), asked);
}

async function allowed(deps: Deps, { entries, sender }: ListAsked): Promise<void> {
  const ofRows = await takeAllowance(deps, {
    kind: 'checked rows',
    of: sender,
    most: rowsPerSender,
    amount: entries.length,
    per: 'hour',
  });
  if (!ofRows.isGranted) {
    throw refusal('standards.list-rows-too-many', {
      most: rowsPerSender,
      rows: entries.length,
      left: ofRows.left,
      seconds: ofRows.seconds,
      minutes: Math.ceil(ofRows.seconds / 60),
    });
  }
  const ofLists = await takeAllowance(deps, { kind: 'checked list', of: sender, most: listsPerSender });
  if (!ofLists.isGranted)
    throw refusal('standards.list-too-many-today', { most: listsPerSender, seconds: ofLists.seconds });
}
