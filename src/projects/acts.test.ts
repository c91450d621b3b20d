import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../foundation/definitions.ts';
import { parts } from '../parts.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));

describe('acts that procedures make in registers', () => {
  const known = definitions.codelist('case-acts').entries.map(({ code }) => code);
  const brought = parts.flatMap((part) => part.caseActs ?? []).map(({ name }) => name);

  test('are each brought by one part of the house, and none is brought that definitions do not know', () => {
    expect([...brought].sort()).toEqual([...known].sort());
  });

  test('are each made by some procedure', () => {
    const made = new Set(definitions.procedures.flatMap(({ steps }) => steps.flatMap(({ makes }) => makes)));
    expect(known.filter((code) => !made.has(code))).toEqual([]);
  });

  test('and facts that procedures look up are each answered by some part', () => {
    const wanted = definitions.procedures.flatMap(({ facts }) =>
      facts.flatMap(({ id, isLookedUp }) => (isLookedUp ? [id] : [])),
    );
    const answered = new Set(parts.flatMap((part) => Object.keys(part.caseLookUps ?? {})));
    expect([...new Set(wanted)].filter((fact) => !answered.has(fact))).toEqual([]);
  });
});
