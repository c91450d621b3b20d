import { createHash } from 'node:crypto';
import { type Answer, closeActs, earlierActs, openAct, type Request, recordedAnswer, startOf } from './act-record.ts';
import type { ActHead, WriterContext } from './act-writer.ts';
import { type BatchCounts, writeBatch } from './batch.ts';
import { canonicalJson, NotCanonical } from './canonical-json.ts';
import type { Clock } from './clock.ts';
import type { Command } from './command.ts';
import { decidedAgainOnConflict } from './conflicts.ts';
import type { Database, WriteHandle } from './database.ts';
import type { DecidingContext, InputRow, RejectedRow } from './deciding.ts';
import type { EventTypes } from './events.ts';
import type { Projection } from './projection.ts';
import type { Random } from './random.ts';
import { Refusal } from './refusal.ts';
import { singleActs } from './single-acts.ts';

export interface ExecutorDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly types: EventTypes;
  readonly projections: readonly Projection[];
}

export interface BatchRequest extends Request {
  /** SHA-256 of the whole input and its options. */
  readonly inputHash: Uint8Array;
  readonly mode: 'all-or-nothing' | 'good-rows';
  readonly onProgress?: (rowsDone: number) => void;
  readonly onReject?: (rejected: RejectedRow) => void;
}

export interface BatchAnswer extends BatchCounts {
  readonly actId: string;
  readonly recordedAt: string;
}

export interface Executor {
  readonly execute: (command: Command, input: unknown, request: Request) => Promise<Answer>;
  /** One act with an event per row, all or nothing or the good rows. `rows` is called again when the batch has to be decided again. */
  readonly executeMany: (
    command: Command,
    rows: () => AsyncIterable<InputRow> | Iterable<InputRow>,
    request: BatchRequest,
  ) => Promise<BatchAnswer>;
}

export function executor(deps: ExecutorDeps): Executor {
  const byKind = Map.groupBy(deps.projections, (projection) => projection.kind);
  const context: WriterContext = {
    types: deps.types,
    projectionsOf: (kind) => byKind.get(kind) ?? [],
    randomBytes: deps.random.bytes,
    dayOf: deps.clock.dayOf,
  };

  const deciding = (head: ActHead): DecidingContext => ({
    actor: head.actor,
    now: head.recordedAt,
    today: deps.clock.dayOf(head.recordedAt),
    newId: deps.random.uuid,
    randomBytes: deps.random.bytes,
    types: deps.types,
  });
  const enter = singleActs(deps.database, { context, deciding, random: deps.random });

  const execute: Executor['execute'] = async (command, input, request) =>
    enter({ command, input, request, inputHash: hashOfInput(command, input) });

  const executeMany: Executor['executeMany'] = async (command, rows, request) =>
    decidedAgainOnConflict(command, async () => {
      const rejected: RejectedRow[] = [];
      const answer = await deps.database
        .transaction(async (tx) => {
          const earlier = await recordedBatch(tx, request);
          if (earlier) return earlier;
          const head = openAct(command, { request, recordedAt: await startOf(tx), random: deps.random });
          const counts = await writeBatch(tx, {
            command,
            rows: rows(),
            head,
            deciding: deciding(head),
            context,
            rejected,
            ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
          });
          if (request.mode === 'all-or-nothing' && rejected.length > 0) {
            const meanwhile = await recordedBatch(tx, request);
            if (meanwhile) return meanwhile;
            throw allOrNothing(rejected);
          }
          const done: BatchAnswer = { actId: head.actId, recordedAt: head.recordedAt, ...counts };
          await closeActs(tx, [{ head, key: request.key, inputHash: request.inputHash, answer: done }]);
          return done;
        })
        .catch((error: unknown) => {
          if (error instanceof Refusal && !isConflict(error)) for (const row of rejected) request.onReject?.(row);
          throw error;
        });
      for (const row of rejected) request.onReject?.(row);
      return answer;
    });

  return { execute, executeMany };
}

/** What the same request was answered before. */
async function recordedBatch(tx: WriteHandle, request: BatchRequest): Promise<BatchAnswer | undefined> {
  const [earlier] = await earlierActs(tx, [request]);
  return recordedAnswer<BatchAnswer>(earlier, request);
}

function isConflict(error: Refusal): boolean {
  return error.code === 'foundation.conflict';
}

function allOrNothing(rejected: readonly RejectedRow[]): Refusal {
  return new Refusal(
    'foundation.batch-rejected',
    { count: rejected.length },
    rejected.slice(0, 1_000).flatMap((row) => row.problems),
  );
}

function hashOfInput(command: Command, input: unknown): Buffer {
  try {
    return createHash('sha256')
      .update(canonicalJson({ command: command.name, input: definedOnly(input) }))
      .digest();
  } catch (error) {
    // Fractions and broken characters have no one spelling: such an input is refused like any other that does not fit.
    if (!(error instanceof NotCanonical)) throw error;
    const field = error.path.replace(/^\$\.input\.?/, '');
    throw new Refusal('foundation.input-invalid', {}, [
      {
        code: 'foundation.input-invalid',
        row: 1,
        field,
        details: { field, reason: error.message, reasonZh: '只能用整数、完整的字符和普通对象（RFC 8785）' },
      },
    ]);
  }
}

/** Undefined members are no part of an input. */
function definedOnly(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? null : JSON.parse(text);
}
