/**
 * Walks by chance through every definition of a procedure: 100,000 each with `npm run endurance`, 50 in every run of the tests
 * (tests/procedures/walks.test.ts walks 1,000). None breaks a promise.
 */
import { walk } from '@guiju/procedure-language';
import { expect, it } from 'vitest';
import { seededChance } from '../procedures/chance.ts';
import { definitions, procedureIds, procedureOf, publishing } from '../procedures/definitions.ts';

const walks = process.env['ENDURANCE'] === undefined ? 50 : 100_000;
/** Other walks than those of every run. */
const firstSeed = 1_000_000;

it.each(procedureIds)('%s keeps every promise over all its walks', (id) => {
  const procedure = procedureOf(id);
  const { rulebook, calendar } = definitions;
  for (let seed = firstSeed; seed < firstSeed + walks; seed++) {
    const { broken } = walk(procedure, {
      rulebook,
      calendar,
      from: '2026-01-05',
      random: seededChance(seed),
      publishing,
      longest: 80,
    });
    expect(broken, `walk ${seed} of ${id}`).toEqual([]);
  }
});
