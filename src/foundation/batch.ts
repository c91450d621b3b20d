import { type ActHead, erase, type WriterContext, writeDecisions } from './act-writer.ts';
import type { Command } from './command.ts';
import type { WriteHandle } from './database.ts';
import {
  type AskedRow,
  askRows,
  type DecidingContext,
  type Decisions,
  decideRows,
  type InputRow,
  type PreparedRows,
  prepareRows,
  type RejectedRow,
} from './deciding.ts';
import { slicesOf } from './row-slices.ts';

export interface BatchCounts {
  readonly rows: number;
  /** Rows that made events. */
  readonly written: number;
  /** Rows that said what the register already held. */
  readonly unchanged: number;
  readonly rejected: number;
  readonly events: number;
}

export interface BatchWork {
  readonly command: Command;
  readonly rows: AsyncIterable<InputRow> | Iterable<InputRow>;
  readonly head: ActHead;
  readonly deciding: DecidingContext;
  readonly context: WriterContext;
  /** Gets the rows that were refused, also when the batch fails later. */
  readonly rejected: RejectedRow[];
  readonly onProgress?: (rowsDone: number) => void;
}

/** Rows that a round looks at, at least. */
const fewestAsked = 64;

type Slice = readonly (AskedRow | RejectedRow)[];

/** Facts asked for while the rows before were not written yet: good where nothing in those rows touches what they show. */
interface AskedAhead {
  readonly facts: Promise<PreparedRows>;
  readonly unseen: ReadonlySet<string>;
}

/**
 * Decides and writes the rows of a batch, slice by slice, in their order. Three things go on at once: a slice is decided,
 * the next is read and its facts are asked, and the database writes the one before.
 */
export async function writeBatch(tx: WriteHandle, work: BatchWork): Promise<BatchCounts> {
  const counts = { rows: 0, written: 0, unchanged: 0, rejected: 0, events: 0 };
  const slices = slicesOf(work.rows);
  const readNext = async (): Promise<Slice | undefined> => {
    const { value } = await slices.next();
    return value && askRows(work.command, value);
  };
  const decide = async (rows: PreparedRows, unseen?: ReadonlySet<string>): Promise<Decisions> => {
    const decisions = await decideRows(work.command, rows, { context: work.deciding, unseen });
    work.rejected.push(...decisions.rejected);
    counts.rejected += decisions.rejected.length;
    return decisions;
  };
  const write = async ({ decided, versions }: Decisions): Promise<void> => {
    const act = { head: work.head, news: decided.flatMap((row) => row.events) };
    await writeDecisions(tx, [act], { versions, context: work.context });
    erase(tx, act);
    const written = decided.filter((row) => row.events.length > 0).length;
    counts.written += written;
    counts.unchanged += decided.length - written;
    counts.events += act.news.length;
  };
  let next = readNext();
  let ahead: AskedAhead | undefined;
  for (let slice = await next; slice; slice = await next) {
    next = readNext();
    // Whoever reads may refuse; that comes to light when the slice is asked for, not while this one is written.
    next.catch(() => {});
    const decisions = await decide(await (ahead?.facts ?? prepareRows(tx, slice)), ahead?.unseen);
    ahead = await askedAhead(tx, next, decisions);
    await write(decisions);
    await inTurn(decisions.deferred, slice.length - decisions.deferred.length, async (round) => {
      const again = await decide(await prepareRows(tx, round));
      await write(again);
      return again.deferred;
    });
    counts.rows += slice.length;
    work.onProgress?.(counts.rows);
  }
  return counts;
}

/** Where rows of a slice wait for each other, those of the next may wait for them: its facts are asked in their turn. */
async function askedAhead(
  tx: WriteHandle,
  next: Promise<Slice | undefined>,
  { deferred, touched }: Decisions,
): Promise<AskedAhead | undefined> {
  if (deferred.length > 0) return undefined;
  const slice = await next;
  if (!slice) return undefined;
  const facts = prepareRows(tx, slice);
  // A failure is told to whoever takes the facts, or as the failure of the transaction.
  facts.catch(() => {});
  return { facts, unseen: touched };
}

/** Rows that wait for each other one by one ask for few facts at a time, so that many of them cost no more each. */
async function inTurn(deferred: Slice, decidedBefore: number, decide: (round: Slice) => Promise<Slice>): Promise<void> {
  let most = Math.max(fewestAsked, 4 * decidedBefore);
  for (let waiting = deferred; waiting.length > 0; ) {
    const round = waiting.slice(0, most);
    const stillWaiting = await decide(round);
    waiting = [...stillWaiting, ...waiting.slice(most)];
    most = Math.max(fewestAsked, 4 * (round.length - stillWaiting.length));
  }
}
