import type { Deps } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { takeAllowance } from '../../notices/index.ts';
import { answerList } from './answer-list.ts';
import { type KeptList, keepList } from './kept-lists.ts';
import type { ListEntry } from './list-entry.ts';

/** Lists of one sender in a day; an answer of ten thousand rows takes some megabytes. */
const listsPerSender = 200;

export interface ListAsked {
  readonly entries: readonly ListEntry[];
  readonly asOf: string;
  readonly fileName: string | null;
  readonly sender: string;
}

/**
 * Answers a list that came by a public door and keeps the answer.
 *
 * @throws Refusal `standards.list-too-many-today`
 */
export async function checkList(deps: Deps, asked: ListAsked): Promise<KeptList> {
  if (!(await takeAllowance(deps, { kind: 'checked list', of: asked.sender, most: listsPerSender }))) {
    throw refusal('standards.list-too-many-today', { most: listsPerSender });
  }
  return keepList(deps, await answerList(deps, asked.entries, asked.asOf), asked.fileName);
}
