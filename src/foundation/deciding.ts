import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Command } from './command.ts';
import type { ReadHandle } from './database.ts';
import type { EventTypes, NewEvent } from './events.ts';
import { type FactAnswers, type FactRequest, loadFacts, type StreamVersion } from './facts.ts';
import { type Problem, Refusal } from './refusal.ts';
import { giveWay } from './turn-of-the-loop.ts';

/** One row of a batch, or the one request of a single command. */
export interface InputRow {
  /** Where the sender finds it: line or row number. */
  readonly row: number;
  readonly input: unknown;
  /** What its reader found wrong: such a row is never decided, it is rejected with the rest of its batch in view. */
  readonly problems?: readonly Problem[];
}

export interface RejectedRow extends InputRow {
  readonly problems: readonly Problem[];
}

export interface DecidedRow extends InputRow {
  readonly events: readonly NewEvent[];
}

export interface Decisions {
  readonly decided: readonly DecidedRow[];
  readonly rejected: readonly RejectedRow[];
  /** Rows that depend on what an earlier row of the same round does: they are decided again after it is written. */
  readonly deferred: readonly AskedRow[];
  /** Versions of the streams that the decisions looked at. */
  readonly versions: ReadonlyMap<string, StreamVersion>;
  /** Streams and claims that the decisions change, and all that deferred rows looked at. */
  readonly touched: ReadonlySet<string>;
}

export interface DecidingContext {
  readonly actor: Actor;
  readonly now: string;
  readonly today: string;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly types: EventTypes;
}

export const streamKey = (stream: { readonly homeId: string; readonly streamId: string }): string =>
  `${stream.homeId}/${stream.streamId}`;

/** Rows with the facts that their decision rests on. */
export interface PreparedRows {
  readonly asked: readonly (AskedRow | RejectedRow)[];
  readonly answers: FactAnswers;
}

/** Reads rows: what each says, and which facts its decision needs. */
export async function askRows(
  command: Command,
  rows: readonly InputRow[],
): Promise<readonly (AskedRow | RejectedRow)[]> {
  const asked: (AskedRow | RejectedRow)[] = [];
  for (const row of rows) {
    await giveWay(asked.length);
    asked.push(askRow(command, row));
  }
  return asked;
}

/** Loads the facts of many rows, one query per kind of fact. */
export async function prepareRows(read: ReadHandle, asked: readonly (AskedRow | RejectedRow)[]): Promise<PreparedRows> {
  const requests = asked.flatMap((one) => ('requests' in one ? Object.values(one.requests) : []));
  return { asked, answers: await loadFacts(read, requests) };
}

/**
 * Runs the same pure decision on each row in order. Bulk and single commands differ only in how many rows come in.
 * `unseen`: what earlier rows change that the facts may not show yet.
 */
export async function decideRows(
  command: Command,
  { asked, answers }: PreparedRows,
  work: { readonly context: DecidingContext; readonly unseen?: ReadonlySet<string> | undefined },
): Promise<Decisions> {
  const round = new Round(answers, work.unseen);
  const decided: DecidedRow[] = [];
  const rejected: RejectedRow[] = [];
  const deferred: AskedRow[] = [];
  for (const [done, one] of asked.entries()) {
    await giveWay(done);
    const outcome = 'requests' in one ? round.decide(command, one, work.context) : one;
    if ('events' in outcome) decided.push(outcome);
    else if ('requests' in outcome) deferred.push(outcome);
    else rejected.push(outcome);
  }
  return { decided, rejected, deferred, versions: round.versions, touched: round.touched };
}

export interface AskedRow extends InputRow {
  readonly requests: Readonly<Record<string, FactRequest<unknown>>>;
}

export function askRow(command: Command, row: InputRow): AskedRow | RejectedRow {
  if (row.problems !== undefined && row.problems.length > 0) return { ...row, problems: row.problems };
  const parsed = command.input.safeParse(row.input);
  if (!parsed.success) return { ...row, problems: fieldProblems(command, row, parsed.error.issues) };
  try {
    return { row: row.row, input: parsed.data, requests: command.facts(parsed.data) };
  } catch (error) {
    return { ...row, problems: problemsOf(error, row.row) };
  }
}

const inChinese = z.locales.zhCN().localeError;

/** What does not fit the schema of the input, field by field, in both languages. */
function fieldProblems(
  command: Command,
  { row, input }: InputRow,
  issues: readonly z.core.$ZodIssue[],
): readonly Problem[] {
  const again = command.input.safeParse(input, { error: inChinese }).error?.issues ?? [];
  return issues.map(({ path, message }, place) => {
    const field = path.join('.');
    const details = { field, reason: message, reasonZh: again[place]?.message ?? message };
    return { code: 'foundation.input-invalid', row, field, details };
  });
}

/** One pass over rows in their order; remembers what they touch so that no row decides on what an earlier one is changing. */
export class Round {
  /** Versions of the streams that the decisions looked at. */
  readonly versions = new Map<string, StreamVersion>();
  readonly touched = new Set<string>();
  readonly #answers: FactAnswers;
  readonly #unseen: ReadonlySet<string> | undefined;

  constructor(answers: FactAnswers, unseen?: ReadonlySet<string>) {
    this.#answers = answers;
    this.#unseen = unseen;
  }

  /** What the row does, or the row itself when it has to wait for an earlier one. */
  decide(command: Command, row: AskedRow, context: DecidingContext): DecidedRow | RejectedRow | AskedRow {
    const looksAt = this.#looksAt(row);
    if (looksAt.some((key) => this.touched.has(key) || this.#unseen?.has(key))) {
      // What it would do is not known yet, so everything it looked at counts as touched: the order of rows is kept.
      for (const key of looksAt) this.touched.add(key);
      return row;
    }
    try {
      const facts = Object.fromEntries(
        Object.entries(row.requests).map(([name, request]) => [name, this.#answers.of(request)]),
      );
      const events = command.decide({ ...context, input: row.input, facts });
      for (const event of events) this.#touch(event, context.types);
      return { row: row.row, input: row.input, events };
    } catch (error) {
      return { row: row.row, input: row.input, problems: problemsOf(error, row.row) };
    }
  }

  #looksAt(row: AskedRow): readonly string[] {
    return Object.values(row.requests).flatMap((request) => {
      const claims = request.claims.map((claim) => `${claim.kind}:${claim.value}`);
      const value = this.#answers.of(request);
      if (value === undefined) return claims;
      const streams = request.query.streams(value).map((stream) => this.#saw(stream));
      return [...claims, ...streams];
    });
  }

  /** Two facts may have seen a stream at different versions: the decision is as old as the older of them. */
  #saw(stream: StreamVersion): string {
    const key = streamKey(stream);
    const seen = this.versions.get(key);
    if (!seen || stream.version < seen.version) this.versions.set(key, stream);
    return key;
  }

  #touch(event: NewEvent, types: EventTypes): void {
    this.touched.add(streamKey(event));
    const { take = [], release = [] } = types.of(event.type).claims(event.data);
    for (const claim of [...take, ...release]) this.touched.add(`${claim.kind}:${claim.value}`);
  }
}

/** A refusal becomes the problems of its row; anything else is a fault and goes on. */
function problemsOf(error: unknown, row: number): readonly Problem[] {
  if (!(error instanceof Refusal)) throw error;
  if (error.problems.length > 0) return error.problems.map((problem) => ({ row, ...problem }));
  return [{ code: error.code, row, details: error.details }];
}
