import type { InputRow } from './deciding.ts';
import { giveWay } from './turn-of-the-loop.ts';

/** So many rows are decided and written at a time: with more of them the database waits for its next slice. */
const largest = 500;
/** The first slice is small, so that the database soon has something to write; each is twice the one before. */
const first = 125;

/**
 * The rows of a batch in slices. Reading gives way in between: a file in memory would else be read to its end before the
 * slice at hand is decided, and the database would wait meanwhile.
 */
export async function* slicesOf(
  rows: AsyncIterable<InputRow> | Iterable<InputRow>,
): AsyncGenerator<readonly InputRow[]> {
  let size = first;
  let slice: InputRow[] = [];
  for await (const row of rows) {
    slice.push(row);
    await giveWay(slice.length);
    if (slice.length < size) continue;
    yield slice;
    slice = [];
    size = Math.min(2 * size, largest);
  }
  if (slice.length > 0) yield slice;
}
