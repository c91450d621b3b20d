/**
 * The permission tables of all parts, walked: each action, each role, each scope, each time. What is expected follows from
 * the line of the table alone (DESIGN 8).
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { actingFor, mayAct, type Permission, type Visitor } from '../../src/foundation/actor.ts';
import { erasurePermission } from '../../src/foundation/erasure.ts';
import { Refusal } from '../../src/foundation/refusal.ts';
import { sealingKeyPermission } from '../../src/foundation/replace-sealing-key.ts';
import { parts } from '../../src/parts.ts';
import { delegateAppointment, type Role, rolesOn } from '../../src/people/index.ts';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../support/people-house.ts';

withoutPeopleTraces();

const permissions: readonly Permission[] = [
  erasurePermission,
  sealingKeyPermission,
  ...parts.flatMap((part) => part.permissions ?? []),
];

/** Roles of programs, which no person holds. */
const programs = ['operator', 'public-desk'];

let house: PeopleHouse;
let roles: readonly Role[];
/** For each role the visitor at each time, and the organization of the appointment. */
let held: ReadonlyMap<string, { readonly own: string; readonly visitors: Readonly<Record<Time, Visitor>> }>;
let elsewhere: string;
const times = ['today', 'ended yesterday', 'begins tomorrow', 'lent', 'lent until yesterday', 'nothing'] as const;
type Time = (typeof times)[number];

beforeAll(async () => {
  house = await emptyPeopleHouse();
  roles = [...rolesOn(house.deps.definitions, house.today).values()];
  elsewhere = await house.organization('committee');
  held = new Map(await Promise.all(roles.map(async (role) => [role.code, await holders(role)] as const)));
});

async function holders(role: Role) {
  const own = await house.organization(role.bodyKinds[0] ?? 'institute');
  const [past, now, future, borrower, late, nobody] = await Promise.all(
    times.map((time) => house.person(`虚构 ${time}`)),
  );
  const persons = {
    past: past ?? '',
    now: now ?? '',
    future: future ?? '',
    borrower: borrower ?? '',
    late: late ?? '',
  };
  const appointment = await house.appoint(persons.now, own, role.code, { from: house.inDays(-30) });
  await house.appoint(persons.past, own, role.code, { from: house.inDays(-30), until: house.today });
  await house.appoint(persons.future, own, role.code, { from: house.inDays(1) });
  if (role.mayBeLent) {
    const lend = (to: string, from: string, until: string) =>
      house.execute(delegateAppointment(house.deps.definitions), {
        appointmentId: appointment,
        to,
        from,
        until,
        reason: '出差',
        salt: house.salt(),
      });
    await lend(persons.borrower, house.today, house.inDays(3));
    await lend(persons.late, house.inDays(-5), house.today);
  }
  const visitors = {
    today: await house.visitor(persons.now),
    'ended yesterday': await house.visitor(persons.past),
    'begins tomorrow': await house.visitor(persons.future),
    lent: await house.visitor(persons.borrower),
    'lent until yesterday': await house.visitor(persons.late),
    nothing: await house.visitor(nobody ?? ''),
  };
  return { own, visitors };
}

function answer(visitor: Visitor, permission: Permission, home: string | undefined): boolean {
  try {
    const actor = actingFor(visitor, permission, home);
    // What is answered for the visitor is what the appointment itself gives.
    return mayAct(actor, permission, home);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access.not-permitted') return false;
    throw error;
  }
}

describe('every line of every permission table', () => {
  it('names an action once, roles that there are, and a basis', () => {
    const known = new Set([...programs, ...roles.map(({ code }) => code)]);
    expect(permissions.length).toBeGreaterThan(25);
    expect(new Set(permissions.map(({ action }) => action)).size).toBe(permissions.length);
    expect(
      permissions.flatMap((one) =>
        one.roles.filter((role) => !known.has(role)).map((role) => `${one.action}: ${role}`),
      ),
    ).toEqual([]);
    expect(permissions.filter(({ basis, roles: given }) => basis.trim() === '' || given.length === 0)).toEqual([]);
  });

  it('gives each role at each time and place what the table says, and nothing else', () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const permission of permissions)
      for (const role of roles) {
        const { own, visitors } = held.get(role.code) ?? { own: '', visitors: undefined };
        for (const time of times)
          for (const [place, home] of [
            ['own', own],
            ['elsewhere', elsewhere],
            ['nowhere', undefined],
          ] as const) {
            const isHeld = time === 'today' || (time === 'lent' && role.mayBeLent);
            const isCovered = role.scope === 'everywhere' || place === 'own';
            const expected = isHeld && isCovered && permission.roles.includes(role.code);
            asked++;
            if (visitors === undefined || answer(visitors[time], permission, home) !== expected)
              wrong.push(`${permission.action} by ${role.code}, ${time}, ${place}: expected ${expected}`);
          }
      }
    expect(wrong).toEqual([]);
    expect(asked).toBe(permissions.length * roles.length * times.length * 3);
  });

  it('asks a stranger to sign in, and gives a token no more than its own actions', () => {
    const administrator = held.get('administrator')?.visitors.today;
    for (const permission of permissions) {
      expect(() => actingFor(undefined, permission)).toThrow(expect.objectContaining({ code: 'access.not-signed-in' }));
      if (administrator !== undefined)
        expect(answer({ ...administrator, actions: [] }, permission, undefined)).toBe(false);
    }
  });
});
