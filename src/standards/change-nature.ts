import { identify, parse, type StandardNumber } from '@guiju/standard-numbers';
import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { type Nature, natures } from '../portal/register-codes.ts';
import { addressHolder, numberHolder } from './facts.ts';
import { endOf, heldStandard, notBeforePublication, standing } from './held-standard.ts';
import { identityOfNumber } from './identity.ts';
import { standardPermissions } from './permissions.ts';
import { endWords } from './registrar-refusals.ts';
import { registrarFields } from './withdraw-standard.ts';

/**
 * Changes the nature of a standard on a day, and its number with it (GB to GB/T, as in the consolidation of mandatory
 * standards): serial and year stay, the record and its history go on, the old number and address stay its own.
 *
 * @throws Refusal `standards.not-in-register`, `standards.nature-not-carried`, `standards.nature-unchanged`, `standards.number-registered-otherwise`, `standards.ended-already`, `standards.before-publication`
 */
export const changeNature = command({
  name: 'standards.change-nature',
  input: z.strictObject({
    standard: registrarFields.standard,
    nature: z.enum(natures),
    from: registrarFields.day,
    by: registrarFields.by,
    reason: registrarFields.reason,
  }),
  facts: ({ standard, nature }) => {
    const renumbered = renumberedText(standard, nature);
    return {
      held: heldStandard(standard),
      holder: numberHolder(renumbered?.key ?? noNumber),
      address: addressHolder(renumbered === undefined ? noNumber : identityOfNumber(renumbered).slug),
    };
  },
  decide({ input, facts, actor }) {
    const held = standing(facts.held, input.standard);
    permit(actor, standardPermissions.changeNature, held.homeId);
    const { nature, from, by, reason } = input;
    const current = parse(held.number);
    const number = current.outcome === 'recognized' ? renumbered(current.number, nature) : undefined;
    if (!number) throw refusal('standards.nature-not-carried', { number: held.number, nature });
    const identity = identityOfNumber(number);
    if (identity.numberKey === held.numberKey)
      throw refusal('standards.nature-unchanged', { number: held.number, nature });
    const end = endOf(held);
    if (end && end.day <= from)
      throw refusal('standards.ended-already', { number: held.number, day: end.day, ...endWords[end.how] });
    notBeforePublication(held, from);
    const isOthers = (holder: { readonly streamId: string } | undefined): boolean =>
      holder !== undefined && holder.streamId !== held.streamId;
    if (isOthers(facts.holder) || isOthers(facts.address))
      throw refusal('standards.number-registered-otherwise', { number: identity.number });
    const takes = [
      ...(facts.holder ? [] : [{ kind: 'standard-number', value: identity.numberKey }]),
      ...(facts.address ? [] : [{ kind: 'address', value: identity.slug }]),
    ];
    const data = {
      number: identity.number,
      numberKey: identity.numberKey,
      address: identity.slug,
      nature,
      by,
      reason,
      takes,
    };
    return [{ type: 'standard-nature-changed', homeId: held.homeId, streamId: held.streamId, data, validOn: from }];
  },
});

/** No number has this key: a question that is not asked. */
const noNumber = ' ';

function renumberedText(standard: string, nature: Nature): StandardNumber | undefined {
  const reading = parse(standard);
  return reading.outcome === 'recognized' ? renumbered(reading.number, nature) : undefined;
}

const suffixes: Readonly<Record<Nature, string>> = { mandatory: '', voluntary: '/T', guiding: '/Z' };
const schemes: readonly string[] = ['cn-national', 'cn-sectoral', 'cn-local'];

/** The same serial and year under the prefix of another nature; undefined where no prefix says so. */
function renumbered(number: StandardNumber, nature: Nature): StandardNumber | undefined {
  if (!schemes.includes(number.scheme)) return undefined;
  const prefix = number.prefix.replace(/\/[TZ]$/, '') + suffixes[nature];
  const reading = parse(identify({ ...number, prefix, nature }).canonical);
  const isSame =
    reading.outcome === 'recognized' && reading.number.nature === nature && reading.number.workKey === number.workKey;
  return isSame ? reading.number : undefined;
}
