import type { Answer } from './act-record.ts';
import { type ActRules, type AskedAct, enterTogether, type Outcome } from './acts-together.ts';
import { decidedAgainOnConflict } from './conflicts.ts';
import type { Database } from './database.ts';
import { turnOfTheLoop } from './turn-of-the-loop.ts';

/** So many acts enter in one transaction at most. */
const mostTogether = 32;
/** Acts that came later wait for those under way so long, in milliseconds; one of those may be waiting for a long batch. */
const patience = 50;

interface WaitingAct {
  readonly act: AskedAct;
  readonly answer: (answer: Answer) => void;
  readonly refuse: (reason: unknown) => void;
}

/**
 * Enters acts as they come. Those that come while others are written wait for them and then enter together, in one
 * transaction with one sync to the disk: the busier a register is, the less each act costs.
 */
export function singleActs(database: Database, rules: ActRules): (act: AskedAct) => Promise<Answer> {
  const waiting: WaitingAct[] = [];
  let isUnderWay = false;

  const next = async (): Promise<void> => {
    if (isUnderWay || waiting.length === 0) return;
    isUnderWay = true;
    // Whatever arrives in this turn of the loop goes along.
    await turnOfTheLoop();
    let hasGoneOn = false;
    const goOn = (): void => {
      if (!hasGoneOn) isUnderWay = false;
      hasGoneOn = true;
      void next();
    };
    const impatience = setTimeout(goOn, patience);
    await enter(waiting.splice(0, mostTogether));
    clearTimeout(impatience);
    goOn();
  };

  const enter = async (round: readonly WaitingAct[]): Promise<void> => {
    try {
      const outcomes = await entered(round);
      const again = round.filter((one) => !told(one, outcomes.get(one.act)));
      waiting.unshift(...again);
    } catch (error) {
      // What fails one transaction fails no other act: each is entered by itself.
      if (round.length > 1) for (const one of round) await enter([one]);
      else for (const one of round) one.refuse(error);
    }
  };

  const entered = (round: readonly WaitingAct[]): Promise<ReadonlyMap<AskedAct, Outcome>> => {
    const acts = round.map(({ act }) => act);
    const inTransaction = () => database.transaction((tx) => enterTogether(tx, acts, rules));
    const [only] = acts;
    return acts.length === 1 && only ? decidedAgainOnConflict(only.command, inTransaction) : inTransaction();
  };

  return (act) =>
    new Promise((answer, refuse) => {
      waiting.push({ act, answer, refuse });
      void next();
    });
}

function told({ answer, refuse }: WaitingAct, outcome: Outcome | undefined): boolean {
  if (!outcome) return false;
  if ('answer' in outcome) answer(outcome.answer);
  else refuse(outcome.refused);
  return true;
}
