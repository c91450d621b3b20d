import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDefinitions } from '../foundation/definitions.ts';
import { natures, statusCodes, statusFlags, tiers, tiersOfLaw } from '../portal/register-codes.ts';
import { adoptionDegrees, kinds } from './model.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));
const codesOf = (list: string) => definitions.codelist(list).entries.map(({ code }) => code);

test.each([
  ['tiers', tiers],
  ['natures', natures],
  ['kinds', kinds],
  ['statuses', [...statusCodes, ...statusFlags]],
  ['adoption-degrees', adoptionDegrees],
] as const)('the code list %s names the codes that the program knows, and no other', (list, codes) => {
  expect(codesOf(list).toSorted()).toEqual([...codes].sort());
});

test('the tiers of the law are those the code list counts as tiers', () => {
  const counted = definitions.codelist('tiers').entries.filter(({ extra }) => extra['counted_as_tier'] === 'true');
  expect(counted.map(({ code }) => code)).toEqual([...tiersOfLaw]);
});
