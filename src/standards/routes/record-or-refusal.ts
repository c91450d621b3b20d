import { type Refusal, refusal } from '../../foundation/refusal.ts';
import { type AnnulledRecord, annulledAt, wasAnnulled } from '../queries/annulled.ts';
import type { GivenUp } from '../queries/bearers.ts';
import type { Brief } from '../queries/brief.ts';
import { findStandard } from '../queries/find.ts';
import type { Moment } from '../queries/moment.ts';
import { recordAt, type StandardRecord } from '../queries/record.ts';
import { instantWords } from '../views/instant-words.ts';
import { notKnownThen, type RefusingDeps } from './read-standard.ts';

/**
 * The record a program asks for, by permanent address or by any spelling of its number.
 *
 * @throws Refusal `standards.not-in-register`, `standards.several-bear-number`, `standards.number-given-up`, `standards.annulled`, `standards.not-known-then`
 */
export async function recordOrRefusal(deps: RefusingDeps, text: string, moment: Moment): Promise<StandardRecord> {
  const found = await recordOrAnnulled(deps, text, moment);
  if (!('annulledAt' in found)) return found;
  const { number, annulledAt: at, reason, instead } = found;
  const { zh: on, en: onEn } = instantWords(deps.clock, { at })('at');
  const [insteadZh, insteadEn] =
    instead.length === 0 ? ['（未写明）', 'nothing is named'] : [instead.join('、'), instead.join(', ')];
  throw refusal('standards.annulled', { number, annulledAt: at, on, onEn, reason, instead: insteadZh, insteadEn });
}

/**
 * The record a program asks for, be it annulled: that it was annulled is to be proven like everything else.
 *
 * @throws Refusal `standards.not-in-register`, `standards.several-bear-number`, `standards.not-known-then`
 */
export async function recordOrAnnulled(
  deps: RefusingDeps,
  text: string,
  moment: Moment,
): Promise<StandardRecord | AnnulledRecord> {
  const { database: read } = deps;
  const record = await recordAt(read, text, moment);
  if (record) return record;
  const found = await findStandard(read, text, moment);
  if (found.kind === 'none') throw refusal('standards.not-in-register', { number: text.slice(0, 100) });
  if (found.kind === 'given-up') throw numberGivenUp(text, found.by);
  if (found.kind === 'several') throw severalBear(text, found.standards);
  const there = await recordAt(read, found.address, moment);
  if (there) return there;
  const annulled = await annulledAt(read, found.address);
  if (annulled && wasAnnulled(annulled, moment)) return annulled;
  throw await notKnownThen(deps, found.address, moment);
}

/** The number was that of another record, until it was corrected. */
export function numberGivenUp(text: string, { present, address, at }: GivenUp): Refusal {
  return refusal('standards.number-given-up', { number: text.slice(0, 100), present, address, at });
}

/** Several standards bear a number: their addresses tell them apart. */
export function severalBear(text: string, standards: readonly Brief[]): Refusal {
  return refusal('standards.several-bear-number', {
    number: text.slice(0, 100),
    count: standards.length,
    addresses: standards
      .slice(0, 10)
      .map(({ address }) => address)
      .join(', '),
  });
}
