import {
  type Answer,
  closeActs,
  type DoneAct,
  type EarlierAct,
  earlierActs,
  openAct,
  type Request,
  recordedAnswer,
  startOf,
} from './act-record.ts';
import { type ActHead, type DecidedAct, erase, type WriterContext, writeDecisions } from './act-writer.ts';
import type { Command } from './command.ts';
import type { WriteHandle } from './database.ts';
import { askRow, type DecidingContext, prepareRows, type RejectedRow, Round } from './deciding.ts';
import type { RecordedEvent } from './events.ts';
import type { Random } from './random.ts';
import { Refusal, refusal } from './refusal.ts';

/** A command on its way to become an act. */
export interface AskedAct {
  readonly command: Command;
  readonly input: unknown;
  readonly request: Request;
  readonly inputHash: Uint8Array;
}

export interface ActRules {
  readonly context: WriterContext;
  readonly deciding: (head: ActHead) => DecidingContext;
  readonly random: Random;
}

export type Outcome = { readonly answer: Answer } | { readonly refused: unknown };

/**
 * Enters several acts in one transaction, each for itself: one that is refused takes none of the others with it. An act without
 * an outcome waits for an earlier one that changes what it looked at, and is to be entered again.
 */
export async function enterTogether(
  tx: WriteHandle,
  acts: readonly AskedAct[],
  rules: ActRules,
): Promise<ReadonlyMap<AskedAct, Outcome>> {
  const asked = acts.map((act) => ({ act, row: askRow(act.command, { row: 1, input: act.input }) }));
  // Asked together: what was done already, the time, and all facts.
  const [earlier, recordedAt, { answers }] = await Promise.all([
    earlierActs(
      tx,
      acts.map(({ request }) => request),
    ),
    startOf(tx),
    prepareRows(
      tx,
      asked.map(({ row }) => row),
    ),
  ]);
  const round = new Round(answers);
  const outcomes = new Map<AskedAct, Outcome>();
  const entering: (DecidedAct & { readonly asked: AskedAct })[] = [];
  const keys = new Set<string>();
  for (const [place, { act, row }] of asked.entries()) {
    const key = `${act.request.actor.organization} ${act.request.key}`;
    // Two requests with one key: the second waits for the answer of the first.
    if (keys.has(key)) continue;
    keys.add(key);
    const before = answeredBefore(earlier[place], act);
    if (before) {
      outcomes.set(act, before);
      continue;
    }
    const head = openAct(act.command, { request: act.request, recordedAt, random: rules.random });
    const decision = 'requests' in row ? round.decide(act.command, row, rules.deciding(head)) : row;
    if ('events' in decision) entering.push({ asked: act, head, news: decision.events });
    else if (!('requests' in decision)) outcomes.set(act, { refused: asRefusal(decision) });
  }
  const recorded = await writeDecisions(tx, entering, { versions: round.versions, context: rules.context });
  const done = entering.map((act, place) => ({ ...act, answer: answerOf(act.head, recorded[place] ?? []) }));
  for (const { asked: act, answer } of done) outcomes.set(act, { answer });
  await close(tx, done);
  await lookAgain(tx, outcomes);
  return outcomes;
}

function answeredBefore(earlier: EarlierAct | undefined, { request, inputHash }: AskedAct): Outcome | undefined {
  try {
    const answer = recordedAnswer<Answer>(earlier, { key: request.key, inputHash });
    return answer && { answer };
  } catch (refused) {
    return { refused };
  }
}

function answerOf({ actId, recordedAt }: ActHead, events: readonly RecordedEvent[]): Answer {
  return {
    actId,
    recordedAt,
    events: events.map(({ homeId, streamId, version, type }) => ({ homeId, streamId, version, type })),
  };
}

/** Records the acts in their order: one that erases a person from acts finds those before it. */
async function close(
  tx: WriteHandle,
  acts: readonly (DecidedAct & { readonly asked: AskedAct; readonly answer: Answer })[],
): Promise<void> {
  const closing: DoneAct[] = [];
  for (const { asked, answer, ...act } of acts) {
    if (act.news.some(({ erases }) => erases)) {
      await closeActs(tx, closing.splice(0));
      erase(tx, act);
    }
    closing.push({ head: act.head, key: asked.request.key, inputHash: asked.inputHash, answer });
  }
  await closeActs(tx, closing);
}

/** A refused request may have been accepted meanwhile: then what refuses it is its own act. */
async function lookAgain(tx: WriteHandle, outcomes: Map<AskedAct, Outcome>): Promise<void> {
  const refused = [...outcomes].flatMap(([act, outcome]) => ('refused' in outcome ? [act] : []));
  if (refused.length === 0) return;
  const meanwhile = await earlierActs(
    tx,
    refused.map(({ request }) => request),
  );
  for (const [place, act] of refused.entries()) {
    const outcome = answeredBefore(meanwhile[place], act);
    if (outcome) outcomes.set(act, outcome);
  }
}

function asRefusal(rejected: RejectedRow): Refusal {
  const [first] = rejected.problems;
  if (!first) return refusal('foundation.input-invalid');
  return rejected.problems.length === 1 && first.code !== 'foundation.input-invalid'
    ? new Refusal(first.code, first.details)
    : new Refusal(first.code, first.details, rejected.problems);
}
