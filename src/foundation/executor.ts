import { createHash } from 'node:crypto';
import { closeAct, earlierAnswer, openAct, type Request } from './act-record.ts';
import { type ActHead, type WriterContext, writeDecisions } from './act-writer.ts';
import { type BatchCounts, writeBatch } from './batch.ts';
import { canonicalJson, NotCanonical } from './canonical-json.ts';
import type { Clock } from './clock.ts';
import type { Command } from './command.ts';
import type { Database } from './database.ts';
import { askRows, type DecidingContext, decideRows, type InputRow, prepareRows, type RejectedRow } from './deciding.ts';
import type { EventTypes } from './events.ts';
import type { Projection } from './projection.ts';
import type { Random } from './random.ts';
import { Refusal, refusal } from './refusal.ts';

export interface ExecutorDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly types: EventTypes;
  readonly projections: readonly Projection[];
}

export interface Answer {
  readonly actId: string;
  readonly recordedAt: string;
  readonly events: readonly {
    readonly homeId: string;
    readonly streamId: string;
    readonly version: number;
    readonly type: string;
  }[];
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

/** How often a command is decided again when another was faster (DESIGN 10, rule 2). */
const againAtMost = 3;
const uniqueViolation = '23505';
const deadlock = '40P01';
/** The keys by which acts meet: one version, one holder of a claim, one act per idempotency key. */
const meetingKeys: readonly unknown[] = ['event_pkey', 'claim_pkey', 'act_once'];

export function executor(deps: ExecutorDeps): Executor {
  const byKind = Map.groupBy(deps.projections, (projection) => projection.kind);
  const context: WriterContext = {
    types: deps.types,
    projectionsOf: (kind) => byKind.get(kind) ?? [],
    randomBytes: deps.random.bytes,
    dayOf: deps.clock.dayOf,
  };

  const execute: Executor['execute'] = async (command, input, request) => {
    const inputHash = hashOfInput(command, input);
    return decidedAgainOnConflict(command, async () =>
      deps.database.transaction(async (tx) => {
        // Asked together: whether it was done already, the time, and all facts.
        const [earlier, head, prepared] = await Promise.all([
          earlierAnswer(tx, request, inputHash),
          openAct(tx, command, { request, random: deps.random }),
          askRows(command, [{ row: 1, input }]).then((asked) => prepareRows(tx, asked)),
        ]);
        if (earlier) return earlierAs<Answer>(earlier);
        const decisions = await decideRows(command, prepared, { context: deciding(head, deps) });
        const rejected = decisions.rejected[0];
        if (rejected) {
          // The same request may have been accepted meanwhile: then what refuses it is its own act.
          const meanwhile = await earlierAnswer(tx, request, inputHash);
          if (meanwhile) return earlierAs<Answer>(meanwhile);
          throw asRefusal(rejected);
        }
        const events = await writeDecisions(tx, head, { ...decisions, context });
        const answer: Answer = {
          actId: head.actId,
          recordedAt: head.recordedAt,
          events: events.map(({ homeId, streamId, version, type }) => ({ homeId, streamId, version, type })),
        };
        closeAct(tx, head, { request, inputHash, answer });
        return answer;
      }),
    );
  };

  const executeMany: Executor['executeMany'] = async (command, rows, request) =>
    decidedAgainOnConflict(command, async () => {
      const rejected: RejectedRow[] = [];
      const answer = await deps.database
        .transaction(async (tx) => {
          const earlier = await earlierAnswer(tx, request, request.inputHash);
          if (earlier) return earlierAs<BatchAnswer>(earlier);
          const head = await openAct(tx, command, { request, random: deps.random });
          const counts = await writeBatch(tx, {
            command,
            rows: rows(),
            head,
            deciding: deciding(head, deps),
            context,
            rejected,
            ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
          });
          if (request.mode === 'all-or-nothing' && rejected.length > 0) {
            const meanwhile = await earlierAnswer(tx, request, request.inputHash);
            if (meanwhile) return earlierAs<BatchAnswer>(meanwhile);
            throw allOrNothing(rejected);
          }
          const done: BatchAnswer = { actId: head.actId, recordedAt: head.recordedAt, ...counts };
          closeAct(tx, head, { request, inputHash: request.inputHash, answer: done });
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

function deciding(head: ActHead, deps: ExecutorDeps): DecidingContext {
  return {
    actor: head.actor,
    now: head.recordedAt,
    today: deps.clock.dayOf(head.recordedAt),
    newId: deps.random.uuid,
    randomBytes: deps.random.bytes,
    types: deps.types,
  };
}

/** One cast at the edge: the answer was written by the same command under the same key and input. */
function earlierAs<T>(answer: unknown): T {
  return answer as T;
}

/** Another was faster: the whole command is decided again on what is known now, at most three times. */
async function decidedAgainOnConflict<T>(command: Command, work: () => Promise<T>): Promise<T> {
  for (let again = 0; ; again++) {
    try {
      return await work();
    } catch (error) {
      if (!wasOvertaken(error)) throw error;
      if (again >= againAtMost) throw refusal('foundation.conflict', { command: command.name });
    }
  }
}

/** Another act took the version, the claim or the key, or two acts waited for each other. A double key elsewhere is a fault of ours. */
function wasOvertaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === deadlock) return true;
  return error.code === uniqueViolation && 'constraint' in error && meetingKeys.includes(error.constraint);
}

function isConflict(error: Refusal): boolean {
  return error.code === 'foundation.conflict';
}

function asRefusal(rejected: RejectedRow): Refusal {
  const [first] = rejected.problems;
  if (!first) return refusal('foundation.input-invalid');
  return rejected.problems.length === 1 && first.code !== 'foundation.input-invalid'
    ? new Refusal(first.code, first.details)
    : new Refusal(first.code, first.details, rejected.problems);
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
