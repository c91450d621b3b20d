import { parse } from '@guiju/standard-numbers';
import type { ReadHandle } from '../../foundation/database.ts';
import { refusal } from '../../foundation/refusal.ts';
import { briefsByKey } from '../queries/brief.ts';
import { findStandard, readingsOf } from '../queries/find.ts';
import type { Moment } from '../queries/moment.ts';
import { numberGivenUp, severalBear } from '../routes/record-or-refusal.ts';

/**
 * The permanent address of the one standard that a registrar means: by address, or by its number in any spelling, of any
 * tier. An act ends or changes one edition, so a number without its year is not enough, even where there is one edition.
 *
 * @throws Refusal `standards.several-bear-number`, `standards.edition-not-named`, `standards.number-given-up`
 */
export async function namedStandard(read: ReadHandle, text: string, moment: Moment): Promise<string> {
  const found = await findStandard(read, text, moment);
  if (found.kind === 'several') throw severalBear(text, found.standards);
  if (found.kind === 'given-up') throw numberGivenUp(text, found.by);
  if (found.kind === 'none') return text;
  if (found.kind === 'address' || found.namesEdition) return found.address;
  // Some are registered without a year: such a number is its own edition.
  const exact = await briefsByKey(
    read,
    readingsOf(parse(text)).map(({ key }) => key),
    moment,
  );
  if (exact.length === 0)
    throw refusal('standards.edition-not-named', { number: text.slice(0, 100), address: found.address });
  return found.address;
}
