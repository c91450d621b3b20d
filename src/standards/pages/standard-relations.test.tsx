import { expect, test } from 'vitest';
import { groupsOf } from './standard-relations.tsx';
import type { RelationKind } from './standard-view.ts';

/** How the line of a kind of relation is drawn. */
function look(kind: RelationKind): string {
  const [group] = groupsOf('en', [{ kind, target: { number: 'GB 1', mark: {} }, isPartial: false }]);
  return [group?.line, group?.head === 'none' ? 'none' : group?.shape].join(' ');
}

test('each kind of relation has a line and a head of its own, the same in both directions', () => {
  const kinds = [
    ['replaces', 'replacedBy'],
    ['amends', 'amendedBy'],
    ['adopts', 'adoptedBy'],
    ['translates', 'translatedBy'],
    ['cites', 'citedBy'],
    ['sameSeries', 'sameSeries'],
    ['sameDay', 'sameDay'],
  ] as const;
  for (const [here, there] of kinds) expect(look(there)).toBe(look(here));
  expect(new Set(kinds.map(([here]) => look(here))).size).toBe(kinds.length);
});
