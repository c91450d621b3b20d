import type { CoverageNow } from '../coverage.ts';
import type { ViewContext } from '../views/link.ts';
import type { ListAnswer, RowAnswer } from './answer.ts';
import type { KeptList } from './kept-lists.ts';
import { remarkOf } from './result-workbook.ts';

/** The answer as programs get it. `hashed` is exactly what the hash is taken over, as canonical JSON (RFC 8785). */
export function jsonAnswer(
  head: Omit<KeptList, 'id' | 'keptUntil'> & Partial<Pick<KeptList, 'id' | 'keptUntil'>>,
  rows: readonly RowAnswer[],
  { context, coverage }: { readonly context: ViewContext; readonly coverage: CoverageNow },
) {
  const { checkedOn, asOf, checkpoint, resultHash, checkedAt, fileName, total, withoutNumber, id, keptUntil } = head;
  const hashed: Omit<ListAnswer, 'checkedAt'> = { checkedOn, asOf, checkpoint, rows };
  return {
    ...(id === undefined ? {} : { id, href: `/check-list/${id}`, keptUntil }),
    checkedAt,
    fileName,
    total,
    withoutNumber,
    resultHash,
    hashed,
    remarks: rows
      .filter((row) => row.standards.length === 0)
      .map((row) => ({ row: row.row, text: remarkOf(row, coverage, context) })),
  };
}
