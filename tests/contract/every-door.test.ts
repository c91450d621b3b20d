/**
 * Nobody sees or does what their appointment does not give, by any door (DESIGN 8). The doors are the routes of the
 * application itself: a new one is closed until it stands in the reviewed list of public doors.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { invite } from '../../src/access/invite.ts';
import { postOf } from '../../src/foundation/post.ts';
import { delegateAppointment } from '../../src/people/index.ts';
import { type Browser, browser, linkTo } from '../support/cookie-jar.ts';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../support/people-house.ts';
import { isPublicDoor, publicDoors, recordDoors } from '../support/public-doors.ts';

withoutPeopleTraces();

/** Stands in every restricted field of the house; wherever it turns up, somebody saw what is not theirs. */
const canary = 'canary7f3a9';
let house: PeopleHouse;
let doors: readonly string[];
let withoutRight: Browser;
/** What each parameter of an address may stand for: things that are really there. */
let values: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await emptyPeopleHouse();
  const { deps } = house;
  doors = [
    ...new Set(
      house.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
    ),
  ].sort();
  const tc = await house.organization('committee');
  const secretary = await house.person(`虚构 ${canary}`, `${canary}@example.org`);
  const appointment = await house.appoint(secretary, tc, 'tc-secretary');
  const deputy = await house.person(`代理 ${canary}`, `deputy-${canary}@example.org`);
  const lent = {
    appointmentId: appointment,
    to: deputy,
    from: house.today,
    until: house.inDays(9),
    reason: canary,
    salt: house.salt(),
  };
  await house.execute(delegateAppointment(deps.definitions), lent);
  const nobody = await house.person('虚构无权者', 'nobody@example.org');
  await invite(deps, postOf(deps), nobody);
  const password = 'compass and square';
  await browser(house).post(await linkTo(house, 'nobody@example.org'), { password });
  withoutRight = browser(house);
  expect((await withoutRight.post('/sign-in', { email: 'nobody@example.org', password })).status).toBe(303);
  values = { id: secretary, key: tc, token: 'x'.repeat(43), name: 'x', kind: 'ballot' };
});

/** An address of a door with things in the place of its parameters. */
function addressOf(door: string, id?: string): string {
  return door
    .slice(door.indexOf(' ') + 1)
    .replace('/organizations/:id', `/organizations/${values['key']}`)
    .replace(/:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?\??/g, (_, name: string) =>
      name === 'id' && id !== undefined ? id : (values[name] ?? 'x'),
    );
}

const methodOf = (door: string): string => door.slice(0, door.indexOf(' '));
const closed = (): readonly string[] => doors.filter((door) => !isPublicDoor(door));

async function tried(who: Browser, door: string) {
  const answer = methodOf(door) === 'GET' ? await who.get(addressOf(door)) : await who.post(addressOf(door), {});
  return { door, status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

it('the list of public doors names doors that there are', () => {
  expect(doors.length).toBeGreaterThan(100);
  expect([...publicDoors, ...recordDoors].filter((door) => !doors.includes(door))).toEqual([]);
});

describe('a stranger', () => {
  it('is sent to sign in, or refused, at every door that is not public', async () => {
    expect(closed().length).toBeGreaterThan(20);
    const open: string[] = [];
    for (const door of closed()) {
      const { status, to, text } = await tried(browser(house), door);
      const isClosed =
        status === 401 ||
        status === 403 ||
        (status === 303 && to.startsWith('/sign-in?to=')) ||
        (status === 404 && recordDoors.has(door));
      if (!isClosed || text.includes(canary)) open.push(`${door}: ${status} ${to}`);
    }
    expect(open).toEqual([]);
  });

  it('finds nothing of anybody behind the public doors', async () => {
    const seen: string[] = [];
    for (const door of doors.filter(isPublicDoor)) {
      if (door === 'GET /sign-in/with/oidc') continue;
      const { status, text } = await tried(browser(house), door);
      if (status === 500 || text.includes(canary)) seen.push(`${door}: ${status}`);
    }
    for (const path of [`/standards?q=${canary}`, `/api/v1/search?q=${canary}x`, `/organizations/${canary}0`]) {
      const text = (await (await browser(house).get(path)).text())
        .replaceAll(`${canary}x`, '')
        .replaceAll(`${canary}0`, '');
      if (/虚构 canary|@example\.org/.test(text)) seen.push(path);
    }
    expect(seen).toEqual([]);
  });
});

/** What everybody with an account does with the own account, and the own inbox; each looked at in the tests of its folder. */
const ownDoors =
  /^(GET|POST) \/account(?:$|\/(?:acts|authority|tokens|password|sessions|second-factor))|^POST \/sign-out$|^GET \/work$/;

describe('somebody who signed in and holds nothing', () => {
  it('is refused at every door but those of the own account, and sees nothing of others there', async () => {
    const open: string[] = [];
    for (const door of closed().filter((one) => one !== 'POST /sign-out')) {
      const { status, text } = await tried(withoutRight, door);
      const isOwn = ownDoors.test(door);
      if (text.includes(canary) || (!isOwn && ![401, 403, 404, 410].includes(status))) open.push(`${door}: ${status}`);
    }
    expect(open).toEqual([]);
  });
});

describe('a token that is not valid', () => {
  it('opens no door at all', async () => {
    const open: string[] = [];
    const headers = { authorization: `Bearer guiju_${'y'.repeat(43)}`, accept: 'application/json' };
    for (const door of closed()) {
      const answer =
        methodOf(door) === 'GET'
          ? await browser(house).get(addressOf(door), headers)
          : await browser(house).post(addressOf(door), {}, headers);
      if (answer.status !== 401) open.push(`${door}: ${answer.status}`);
    }
    expect(open).toEqual([]);
  });
});
