import { describe, expect, test } from 'vitest';
import { on } from '../../tests/support/standards-register.ts';
import { disagreements, merged, type SourceStatement } from './merge.ts';
import { nothingStated, type StandardStatement } from './model.ts';

let version = 0;
function stated(name: string, rank: number, statedOn: string, given: Partial<StandardStatement>): SourceStatement {
  const statement: StandardStatement = {
    number: 'T/XQW 1-2020',
    ...nothingStated,
    ...given,
  };
  return { source: { name, key: name, statedOn, rank }, statement, contentHash: name, version: ++version };
}

const office = (given: Partial<StandardStatement>, statedOn = '2026-10-01') => stated('office', 30, statedOn, given);
const register = (given: Partial<StandardStatement>) => stated('register', 20, '2026-09-01', given);

/** The fields on which two statements differ, with the values in the order of precedence. */
function told(one: SourceStatement, other: SourceStatement) {
  return disagreements([one, other]).map(({ field, values }) => [field, values.map(({ value }) => value)]);
}

describe('sources that disagree', () => {
  test('on the status are told, and the order of sources decides', () => {
    const [one, other] = [office({ reported: { state: 'inForce' } }), register({ reported: { state: 'withdrawn' } })];
    expect(told(one, other)).toEqual([['reported', ['withdrawn', 'inForce']]]);
    expect(merged([one, other])?.reported?.state).toBe('withdrawn');
  });

  test('at the same place in the order the later day decides', () => {
    const [one, other] = [
      office({ reported: { state: 'inForce' } }),
      stated('office-2', 30, '2026-09-01', { reported: { state: 'withdrawn' } }),
    ];
    expect(told(one, other)).toEqual([['reported', ['inForce', 'withdrawn']]]);
    expect(merged([one, other])?.reported?.state).toBe('inForce');
  });

  test('are told, too, where one says that it holds and the other on which day it ended', () => {
    const [one, other] = [office({ reported: { state: 'inForce' } }), register({ withdrawnOn: on('2024-01-01') })];
    expect(told(one, other)).toEqual([['reported', ['withdrawn', 'inForce']]]);
    expect(told(office({ reported: { state: 'withdrawn' } }), register({ withdrawnOn: on('2024-01-01') }))).toEqual([]);
    expect(told(office({ reported: { state: 'inForce' } }), register({ withdrawnOn: on('2027-01-01') }))).toEqual([]);
  });

  test('on nature and drafting organizations are told', () => {
    const maker = (name: string) => ({ organizations: [{ name, role: 'leading' as const }] });
    expect(
      told(office({ nature: 'voluntary', ...maker('甲') }), register({ nature: 'mandatory', ...maker('乙') })),
    ).toEqual([
      ['nature', ['mandatory', 'voluntary']],
      ['organizations', [['乙'], ['甲']]],
    ]);
    expect(told(office(maker('甲')), register(maker('甲')))).toEqual([]);
  });

  test('on what it replaces are told, kind by kind, in any order and spelling of the numbers', () => {
    const replaces = (...targets: readonly string[]) =>
      targets.map((target) => ({ kind: 'replaces', target }) as const);
    expect(
      told(
        office({ relations: replaces('GB/T 1-2000', 'GB/T 2-2000') }),
        register({ relations: replaces('GB/T2—2000', 'gb/t 1-2000') }),
      ),
    ).toEqual([]);
    expect(
      told(
        office({ relations: replaces('GB/T 1-2000') }),
        register({ relations: [{ kind: 'replaces', target: 'GB/T 1-2000', whole: false }] }),
      ),
    ).toEqual([
      [
        'relation.replaces',
        [[{ kind: 'replaces', target: 'GB/T 1-2000', whole: false }], [{ kind: 'replaces', target: 'GB/T 1-2000' }]],
      ],
    ]);
  });

  test('a kind of relation that the first of them leaves open is taken from the next', () => {
    const adopts = { kind: 'adopts', target: 'ISO 7170:2021' } as const;
    const replaces = { kind: 'replaces', target: 'GB/T 1-2000' } as const;
    const statements = [office({ relations: [adopts] }), register({ relations: [replaces] })];
    expect(disagreements(statements)).toEqual([]);
    expect(merged(statements)?.relations).toEqual([replaces, adopts]);
  });
});
