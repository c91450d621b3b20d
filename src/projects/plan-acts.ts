import { checkPlanNumber } from '@guiju/identifiers';
import type { ActMade, ActMaking, CaseAct } from '../cases/index.ts';
import type { ClaimHolder } from '../foundation/claim-holder.ts';
import type { NewEvent } from '../foundation/events.ts';
import { refusal } from '../foundation/refusal.ts';
import { caseReference, textFact, titleOf } from './act-words.ts';
import { lastPlanSerial, planNumberHolder } from './facts.ts';

const letters: Readonly<Record<string, string>> = { voluntary: 'T', mandatory: 'Q', guiding: 'Z' };
/** What the serials of a procedure's plan are counted under. */
const subjects: Readonly<Record<string, { readonly subject: string; readonly letter: string }>> = {
  'foreign-version': { subject: 'foreign-version', letter: 'W' },
  'reference-material': { subject: 'reference-material', letter: 'S' },
};
const ordinary = { subject: 'standard', letter: '' };

interface Prepared {
  readonly subject: string;
  readonly letter: string;
  readonly year: number;
  /** The number that was typed, where an officer gave one. */
  readonly typed: string | null;
}

/**
 * Issues the item of a plan: with the number an officer gives, or the next serial of the year. A number is given once.
 *
 * @throws Refusal `projects.plan-number-not-understood`, `projects.plan-number-taken`, `projects.plan-number-leaves-gap`
 */
export const planItemIssued: CaseAct = {
  name: 'plan-item-issued',
  prepare: async (_read, { facts, on }): Promise<Prepared> => ({
    ...(subjects[textFact(facts, 'plan-subject') ?? ''] ?? ordinary),
    year: Number(on.slice(0, 4)),
    typed: textFact(facts, 'plan-number') ?? null,
  }),
  facts: (prepared) => {
    // One cast at the typed edge: this act prepared it.
    const { subject, year, typed } = prepared as Prepared;
    return {
      last: lastPlanSerial({ subject, year }),
      ...(typed === null ? {} : { holder: planNumberHolder(typed) }),
    };
  },
  decide: ({ occasion, situation, prepared }) => {
    const plan = prepared as Prepared;
    const last = Number(situation.facts['last'] ?? 0);
    const given =
      plan.typed === null ? nextNumber(plan, last, occasion.facts) : typedNumber(plan, { last, occasion, situation });
    const event: NewEvent = {
      type: 'plan-item-issued',
      homeId: occasion.homeId,
      streamId: situation.newId(),
      data: {
        ...given,
        subject: plan.subject,
        title: titleOf(occasion.facts),
        procedure: occasion.procedure.id,
        case: caseReference(occasion),
        on: occasion.on,
      },
    };
    return { events: [event], facts: { 'plan-number': given.number } };
  },
};

interface Given {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly nature?: string;
  readonly department?: string;
}

/** 469 is the national authority, where no department is named. */
const ownDepartment = '469';

function nextNumber({ letter, year }: Prepared, last: number, facts: ActMaking['occasion']['facts']): Given {
  const serial = last + 1;
  if (letter !== '') return { number: `${letter}${year}${String(serial).padStart(4, '0')}`, year, serial };
  const nature = textFact(facts, 'nature') ?? 'voluntary';
  const department = textFact(facts, 'department-code') ?? ownDepartment;
  const number = `${year}${String(serial).padStart(4, '0')}-${letters[nature]}-${department}`;
  return { number, year, serial, nature, department };
}

function typedNumber(
  plan: Prepared,
  { last, occasion, situation }: { readonly last: number } & Pick<ActMaking, 'occasion' | 'situation'>,
): Given {
  const typed = plan.typed ?? '';
  const answer = checkPlanNumber(typed);
  if (answer.outcome !== 'valid' || answer.value.subject !== plan.subject)
    throw refusal('projects.plan-number-not-understood', { number: typed.slice(0, 80) });
  const { code, year, serial, nature, department } = answer.value;
  if (situation.facts['holder'] !== undefined) throw refusal('projects.plan-number-taken', { number: code });
  const number = Number(serial);
  // A serial beyond the next one leaves others that nobody has: somebody has to say why.
  if (year === plan.year && last > 0 && number > last + 1 && textFact(occasion.facts, 'number-reason') === undefined)
    throw refusal('projects.plan-number-leaves-gap', { number: code, next: last + 1 });
  return {
    number: code,
    year,
    serial: number,
    ...(nature === undefined ? {} : { nature }),
    ...(department === undefined ? {} : { department }),
  };
}

/** An act that changes the plan item of the case, when it has one. */
function onPlanItem(name: string, change: (making: ActMaking, holder: ClaimHolder) => NewEvent): CaseAct {
  return {
    name,
    prepare: async (_read, { facts }) => ({ number: textFact(facts, 'plan-number') ?? null }),
    facts: (prepared) => {
      const { number } = prepared as { readonly number: string | null };
      return number === null ? {} : { item: planNumberHolder(number) };
    },
    decide: (making): ActMade => {
      // One cast at the typed edge: the fact this act asked for.
      const holder = making.situation.facts['item'] as ClaimHolder | undefined;
      return { events: holder === undefined ? [] : [change(making, holder)] };
    },
  };
}

export const planItemAdjusted = onPlanItem('plan-item-adjusted', ({ occasion }, { homeId, streamId }) => ({
  type: 'plan-item-adjusted',
  homeId,
  streamId,
  data: { title: titleOf(occasion.facts), reason: textFact(occasion.facts, 'reason') ?? '—', on: occasion.on },
}));

/** The number of a cancelled item is not given again: its claim stays. */
export const planItemCancelled = onPlanItem('plan-item-cancelled', ({ occasion }, { homeId, streamId }) => ({
  type: 'plan-item-cancelled',
  homeId,
  streamId,
  data: { reason: textFact(occasion.facts, 'reason') ?? '—', on: occasion.on },
}));
