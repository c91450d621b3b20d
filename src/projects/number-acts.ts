import { parse, type StandardNumber } from '@guiju/standard-numbers';
import type { ActMaking, CaseAct } from '../cases/index.ts';
import type { NewEvent } from '../foundation/events.ts';
import { refusal } from '../foundation/refusal.ts';
import { numberHolder } from '../standards/index.ts';
import { caseReference, listFact, textFact } from './act-words.ts';
import { assignedNumberHolder, lastSerialOf } from './facts.ts';

const prefixes: Readonly<Record<string, string>> = { mandatory: 'GB', voluntary: 'GB/T', guiding: 'GB/Z' };
/** GB, GB/T and GB/Z draw on one pool of serials (unconfirmed; a change of nature keeps the serial). */
const nationalPool = 'GB';

interface Prepared {
  readonly number: string | null;
  readonly pool: string;
}

/**
 * Gives a standard its number: as the officer wrote it, or by the rules. A revision keeps the serial of what it replaces and
 * takes the year; anything else takes the next serial of the pool. Serials that are passed over are entered with the reason.
 *
 * @throws Refusal `projects.number-not-understood`, `projects.number-taken`, `projects.number-leaves-gap`
 */
export const numberAssigned: CaseAct = {
  name: 'number-assigned',
  prepare: async (_read, { facts, on }): Promise<Prepared> => {
    const wanted = textFact(facts, 'number') ?? revisedNumber(facts, on);
    const reading = wanted === undefined ? undefined : parse(wanted);
    const isWhole = reading?.outcome === 'recognized' && reading.rest === '';
    return {
      number: isWhole ? reading.number.canonical : (wanted ?? null),
      pool: poolOf(isWhole ? reading.number : undefined),
    };
  },
  facts: (prepared) => {
    // One cast at the typed edge: this act prepared it.
    const { number, pool } = prepared as Prepared;
    if (number === null) return { last: lastSerialOf(pool) };
    return { last: lastSerialOf(pool), given: assignedNumberHolder(number), registered: numberHolder(number) };
  },
  decide: (making) => {
    const { number, pool } = making.prepared as Prepared;
    const last = Number(making.situation.facts['last'] ?? 0);
    return number === null ? nextInPool(making, pool, last) : asWritten(making, { number, pool, last });
  },
};

function poolOf(number: StandardNumber | undefined): string {
  return number === undefined || number.scheme === 'cn-national' ? nationalPool : number.seriesKey.replace(/-\d+$/, '');
}

/** The number of the edition that a revision replaces, with the year of this one. */
function revisedNumber(facts: ActMaking['occasion']['facts'], on: string): string | undefined {
  if (textFact(facts, 'project-kind') !== 'revision') return undefined;
  const [replaced] = listFact(facts, 'replaces');
  const reading = replaced === undefined ? undefined : parse(replaced);
  const prefix = prefixes[textFact(facts, 'nature') ?? ''];
  if (reading?.outcome !== 'recognized' || reading.number.scheme !== 'cn-national' || prefix === undefined)
    return undefined;
  return `${reading.number.workKey.replace(/^GB/, prefix)}-${on.slice(0, 4)}`;
}

function nextInPool({ occasion, situation }: ActMaking, pool: string, last: number) {
  const serial = last + 1;
  const prefix = prefixes[textFact(occasion.facts, 'nature') ?? 'voluntary'];
  const number = `${prefix} ${serial}-${occasion.on.slice(0, 4)}`;
  return { events: [assigned({ occasion, situation }, { number, pool, serial })], facts: { number } };
}

function asWritten(
  making: ActMaking,
  { number, pool, last }: { readonly number: string; readonly pool: string; readonly last: number },
) {
  const { occasion, situation } = making;
  const reading = parse(number);
  const prefix = prefixes[textFact(occasion.facts, 'nature') ?? ''];
  if (reading.outcome !== 'recognized' || reading.rest !== '' || reading.number.year === undefined)
    throw refusal('projects.number-not-understood', { number: number.slice(0, 80) });
  if (reading.number.scheme === 'cn-national' && prefix !== undefined && reading.number.prefix !== prefix)
    throw refusal('projects.number-of-another-nature', { number, prefix });
  if (situation.facts['given'] !== undefined || situation.facts['registered'] !== undefined)
    throw refusal('projects.number-taken', { number });
  const serial = Number.parseInt(reading.number.serial, 10);
  const isNew = reading.number.scheme === 'cn-national' && serial > last;
  const reason = textFact(occasion.facts, 'number-reason');
  if (isNew && last > 0 && serial > last + 1 && reason === undefined)
    throw refusal('projects.number-leaves-gap', { number, next: last + 1 });
  const gap =
    isNew && last > 0 && serial > last + 1 && reason !== undefined
      ? [passedOver(making, { pool, first: last + 1, last: serial - 1, reason })]
      : [];
  return { events: [...gap, assigned(making, { number, pool, serial })], facts: { number } };
}

function assigned(
  { occasion, situation }: Pick<ActMaking, 'occasion' | 'situation'>,
  { number, pool, serial }: { readonly number: string; readonly pool: string; readonly serial: number },
): NewEvent {
  return {
    type: 'standard-number-assigned',
    homeId: occasion.homeId,
    streamId: situation.newId(),
    data: {
      number,
      pool,
      ...(Number.isSafeInteger(serial) && serial > 0 ? { serial } : {}),
      year: Number(/(\d{4})$/.exec(number)?.[1] ?? occasion.on.slice(0, 4)),
      case: caseReference(occasion),
      on: occasion.on,
    },
  };
}

function passedOver(
  { occasion, situation }: Pick<ActMaking, 'occasion' | 'situation'>,
  gap: { readonly pool: string; readonly first: number; readonly last: number; readonly reason: string },
): NewEvent {
  return {
    type: 'standard-serials-passed-over',
    homeId: occasion.homeId,
    streamId: situation.newId(),
    data: { ...gap, year: Number(occasion.on.slice(0, 4)), on: occasion.on },
  };
}
