import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, browser, linkTo } from '../../tests/support/cookie-jar.ts';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import { erasePerson } from '../foundation/erasure.ts';
import { postOf } from '../foundation/post.ts';
import { sql } from '../foundation/sql.ts';
import { invite } from './invite.ts';

withoutPeopleTraces();

const password = 'compass and square 规矩';
let house: PeopleHouse;
beforeEach(async () => {
  house = await emptyPeopleHouse();
});

async function signedIn(person: string, email: string): Promise<Browser> {
  await invite(house.deps, postOf(house.deps), person);
  await browser(house).post(await linkTo(house, email), { password });
  const visitor = browser(house);
  expect((await visitor.post('/sign-in', { email, password })).status).toBe(303);
  return visitor;
}

/** Somebody with a role for an organization, signed in. */
async function holder(role: string, kind: string, email = `${role}@example.org`) {
  const organization = await house.organization(kind);
  const person = await house.person(`虚构 ${role}`, email);
  const appointment = await house.appoint(person, organization, role);
  return { organization, person, appointment, visitor: await signedIn(person, email) };
}

describe('what I may do and why', () => {
  it('shows each appointment of today with the acts that any part gives it', async () => {
    const { visitor } = await holder('organization-administrator', 'department');
    const page = await (await visitor.get('/account/authority')).text();
    expect(page).toContain('Administrator of an organization');
    expect(page).toContain('people.give-appointment');
    expect(page).toContain('bodies.change-organization');
    expect(page).not.toContain('standards.withdraw');
    expect((await browser(house).get('/account/authority')).headers.get('location')).toBe(
      '/sign-in?to=%2Faccount%2Fauthority',
    );
  });

  it('says so when there is none', async () => {
    const person = await house.person('虚构无职', 'none@example.org');
    expect(await (await (await signedIn(person, 'none@example.org')).get('/account/authority')).text()).toContain(
      'You hold no appointment today.',
    );
  });
});

describe('a token', () => {
  const made = async (visitor: Browser, form: Readonly<Record<string, string>>) => {
    const answer = await visitor.post('/account/tokens', form);
    return { status: answer.status, token: /guiju_[\w-]{43}/.exec(await answer.text())?.[0] ?? '' };
  };

  it('is shown once, kept as a hash, speaks for one appointment, and ends when its owner says so', async () => {
    const { visitor, appointment } = await holder('organization-administrator', 'department');
    const form = { label: 'export', appointment, actions: '', until: house.inDays(30) };
    const { status, token } = await made(visitor, form);
    expect([status, token.length]).toEqual([200, 49]);
    const kept = await house.deps.database.all(sql`select * from api_token`);
    expect(JSON.stringify(kept)).not.toContain(token);
    const program = browser(house);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await program.get('/people', bearer)).status).toBe(200);
    expect((await program.get('/account', bearer)).status).toBe(303);
    const written = await program.post('/people', { name: '程序' }, bearer);
    expect([written.status, await written.text()]).toEqual([403, expect.stringContaining('may only read')]);
    const page = await (await visitor.get('/account/tokens')).text();
    expect(page).toContain(`…${token.slice(-4)}`);
    expect(page).not.toContain(token);
    expect(page).not.toContain('>never<');
    const id = /action="\/account\/tokens\/([0-9a-f-]{36})\/end"/.exec(page)?.[1] ?? '';
    await visitor.post(`/account/tokens/${id}/end`, {});
    const over = await program.get('/people', { ...bearer, accept: 'application/json' });
    expect([over.status, over.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('does the acts it was made for and no other', async () => {
    const { visitor, appointment } = await holder('organization-administrator', 'department');
    const until = house.inDays(30);
    const { token } = await made(visitor, { label: 'x', appointment, actions: 'people.enter-person', until });
    const bearer = { authorization: `Bearer ${token}` };
    expect((await browser(house).post('/people', { name: '程序登记', language: 'en' }, bearer)).status).toBe(303);
    expect(
      (
        await browser(house).post(
          '/people/organizations',
          { 'name-zh': '甲', 'name-en': 'A', kind: 'committee' },
          bearer,
        )
      ).status,
    ).toBe(403);
    expect((await browser(house).get('/people', bearer)).status).toBe(403);
  });

  it('is not made for longer than a year, for another’s appointment, or for acts the role does not give', async () => {
    const { visitor, appointment } = await holder('organization-administrator', 'department');
    const other = await holder('auditor', 'department');
    const form = { label: 'x', appointment, actions: '', until: house.inDays(30) };
    for (const wrong of [
      { until: house.inDays(400) },
      { until: house.inDays(-1) },
      { until: 'soon' },
      { label: ' ' },
      { appointment: other.appointment },
      { actions: 'standards.withdraw' },
    ])
      expect((await made(visitor, { ...form, ...wrong })).status).toBe(400);
  });

  it('is worth nothing when its appointment has ended or its owner is erased', async () => {
    const { visitor, appointment, person } = await holder('organization-administrator', 'department');
    const { token } = await made(visitor, { label: 'x', appointment, actions: '', until: house.inDays(30) });
    const bearer = { authorization: `Bearer ${token}`, accept: 'application/json' };
    expect((await browser(house).get('/people', bearer)).status).toBe(200);
    await house.execute(erasePerson, { personId: person, basis: 'PIPL art. 47' });
    expect((await browser(house).get('/people', bearer)).status).toBe(401);
    expect(
      (await browser(house).get('/people', { authorization: 'Bearer nonsense', accept: 'application/json' })).status,
    ).toBe(401);
  });
});

describe('the audit trail', () => {
  it('shows everything to the auditor, an organization’s acts to its administrator, and the own to everybody', async () => {
    const chief = await holder('organization-administrator', 'department');
    const auditor = await holder('auditor', 'department');
    await chief.visitor.post('/people', { name: '受任人', language: 'en' });
    const all = await (await auditor.visitor.get('/audit')).text();
    expect(all).toContain('people.enter-person');
    expect(all).toContain('虚构 organization-administrator');
    expect(all).toContain('program or terminal');
    const own = await (await chief.visitor.get('/audit')).text();
    expect(own).toContain('people.enter-person');
    expect(own).not.toContain('program or terminal');
    expect(await (await chief.visitor.get('/account/acts')).text()).toContain('people.enter-person');
    expect(await (await auditor.visitor.get('/account/acts')).text()).not.toContain('people.enter-person');
    const member = await holder('enterprise-officer', 'enterprise');
    expect((await member.visitor.get('/audit')).status).toBe(403);
    expect((await member.visitor.get('/audit.csv')).status).toBe(403);
    expect((await browser(house).get('/audit.csv')).status).toBe(303);
  });

  it('is narrowed, paged by a cursor of its own, and taken as CSV', async () => {
    const auditor = await holder('auditor', 'department');
    for (let count = 0; count < 60; count++) await house.person(`虚构人${count}`);
    const first = await (await auditor.visitor.get('/audit?command=people.enter-person')).text();
    expect(first.match(/<code>people\.enter-person<\/code>/g)).toHaveLength(50);
    const next = /href="(\/audit\?[^"]*cursor[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await (await auditor.visitor.get(next)).text()).match(/<code>people\.enter-person<\/code>/g)).toHaveLength(
      11,
    );
    expect((await auditor.visitor.get('/audit?cursor=nonsense')).status).toBe(400);
    expect(await (await auditor.visitor.get(`/audit?until=${house.inDays(-1)}`)).text()).toContain(
      'There are no such acts.',
    );
    expect(await (await auditor.visitor.get('/audit?person=nobody')).text()).toContain('There are no such acts.');
    const file = await auditor.visitor.get('/audit.csv?command=people.enter-person');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect((await file.text()).trim().split('\r\n')).toHaveLength(62);
  });

  it('tells sealed from not yet sealed, and names nobody who was erased', async () => {
    const chief = await holder('organization-administrator', 'department');
    const auditor = await holder('auditor', 'department');
    await chief.visitor.post('/people', { name: '受任人', language: 'en' });
    expect(await (await auditor.visitor.get('/audit')).text()).toContain('not yet');
    await house.deps.sealer.sealNow();
    expect(await (await auditor.visitor.get('/audit')).text()).toContain('>sealed<');
    await house.execute(erasePerson, { personId: chief.person, basis: 'PIPL art. 47' });
    const page = await (await auditor.visitor.get('/audit?command=people.enter-person')).text();
    expect(page).not.toContain('虚构 organization-administrator');
    expect(page).toContain('erased');
  });
});

describe('the pages of people', () => {
  it('let a secretariat enter a person, appoint on a decision, and invite', async () => {
    const { visitor, organization } = await holder('tc-secretary', 'committee');
    const entered = await visitor.post('/people', { name: '新委员', email: 'new@example.org', language: 'en' });
    const path = entered.headers.get('location') ?? '';
    expect(path).toMatch(/^\/people\/[0-9a-f-]{36}$/);
    const form = { organization, role: 'tc-member', from: house.today };
    const refused = await visitor.post(`${path}/appoint`, form);
    const again = await refused.text();
    expect([refused.status, again.includes('decision of the authority')]).toEqual([400, true]);
    expect((await visitor.post(`${path}/appoint`, { ...form, decision: '虚构〔2026〕2号' })).status).toBe(303);
    expect(await (await visitor.get(`/organizations/${organization}/people`)).text()).toContain('新委员');
    expect((await visitor.post(`${path}/invite`, {})).status).toBe(303);
    expect(await linkTo(house, 'new@example.org')).toMatch(/^\/invitation\//);
    const held = await visitor.post('/people', { name: '又一人', email: 'New@example.org', language: 'en' });
    expect([held.status, (await held.text()).includes('value="又一人"')]).toEqual([409, true]);
  });

  it('let one person act for several organizations, each appointing by the address', async () => {
    const one = await holder('organization-administrator', 'enterprise', 'one@example.org');
    const other = await holder('organization-administrator', 'association', 'other@example.org');
    const shared =
      (await one.visitor.post('/people', { name: '共用人', email: 'shared@example.org', language: 'en' })).headers.get(
        'location',
      ) ?? '';
    expect((await other.visitor.get(shared)).status).toBe(404);
    const place = `/organizations/${other.organization}/people`;
    const form = { email: 'Shared@example.org', role: 'association-officer', from: house.today };
    expect((await other.visitor.post(place, { ...form, email: 'no@example.org' })).status).toBe(404);
    expect((await one.visitor.post(place, form)).status).toBe(403);
    expect((await other.visitor.post(place, form)).status).toBe(303);
    expect((await other.visitor.get(shared)).status).toBe(200);
    expect(await (await other.visitor.get(place)).text()).toContain('共用人');
  });

  it('show a person to nobody who has no right to see them, not even that there is one', async () => {
    const one = await holder('tc-secretary', 'committee');
    const other = await holder('organization-administrator', 'enterprise');
    expect((await other.visitor.get(`/people/${one.person}`)).status).toBe(404);
    expect((await other.visitor.get(`/organizations/${one.organization}/people`)).status).toBe(403);
    expect(await (await other.visitor.get('/people?q=虚构')).text()).not.toContain('tc-secretary@');
    expect(await (await other.visitor.get('/people?q=tc-secretary@example.org')).text()).toContain(
      'No person was found.',
    );
    expect((await browser(house).get('/people')).headers.get('location')).toBe('/sign-in?to=%2Fpeople');
  });

  it('let everybody lend what is theirs and say when they are away', async () => {
    const { visitor, person, appointment } = await holder('tc-secretary', 'committee');
    const deputy = await house.person('虚构代理', 'deputy@example.org');
    const lend = {
      'lend-appointment': appointment,
      'lend-to': 'deputy@example.org',
      'lend-from': house.today,
      'lend-until': house.inDays(3),
      'lend-reason': '出差',
    };
    expect((await visitor.post(`/people/${person}/lend`, { ...lend, 'lend-to': 'no@example.org' })).status).toBe(404);
    expect((await visitor.post(`/people/${person}/lend`, lend)).status).toBe(303);
    expect((await house.visitor(deputy)).appointments.map(({ lentBy }) => lentBy)).toEqual([person]);
    const page = await (await visitor.get(`/people/${person}`)).text();
    const delegation = /name="delegation" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    expect((await visitor.post(`/people/${person}/end-delegation`, { delegation })).status).toBe(303);
    expect((await house.visitor(deputy)).appointments).toEqual([]);
    const away = {
      'away-from': house.inDays(5),
      'away-until': house.inDays(9),
      'away-substitute': 'deputy@example.org',
    };
    expect((await visitor.post(`/people/${person}/absence`, away)).status).toBe(303);
    expect((await house.visitor(deputy, house.inDays(6))).appointments).toHaveLength(1);
    expect((await visitor.post(`/people/${person}/end-appointment`, { appointment })).status).toBe(303);
    expect((await house.visitor(person)).appointments).toEqual([]);
  });
});
