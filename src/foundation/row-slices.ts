import type { InputRow } from './deciding.ts';
import { giveWay } from './turn-of-the-loop.ts';

/** So many rows are decided and written at a time. */
const sliceSize = 2_500;

/**
 * The rows of a batch in slices. Reading gives way in between: a file in memory would else be read to its end before the
 * slice at hand is decided, and the database would wait meanwhile.
 */
export async function* slicesOf(
  rows: AsyncIterable<InputRow> | Iterable<InputRow>,
): AsyncGenerator<readonly InputRow[]> {
  let slice: InputRow[] = [];
  for await (const row of rows) {
    slice.push(row);
    await giveWay(slice.length);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
