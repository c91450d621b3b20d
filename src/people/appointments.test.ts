import { describe, expect, it } from 'vitest';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import { mayAct } from '../foundation/actor.ts';
import { erasePerson } from '../foundation/erasure.ts';
import { loadFacts } from '../foundation/facts.ts';
import { sql } from '../foundation/sql.ts';
import {
  announceAbsence,
  changePerson,
  delegateAppointment,
  emailKey,
  endAppointment,
  endDelegation,
  enterPerson,
  forgetErased,
  giveAppointment,
  personByEmailKey,
  personById,
  sameOrganization,
  visitorOf,
} from './index.ts';

withoutPeopleTraces();

const code = (refusalCode: string) => expect.objectContaining({ code: refusalCode });

async function committee(): Promise<{
  house: PeopleHouse;
  department: string;
  tc: string;
  chair: string;
  secretary: string;
}> {
  const house = await emptyPeopleHouse();
  const department = await house.organization('department');
  const tc = await house.organization('committee', { parent: department });
  const chair = await house.person('虚构主任', 'chair@example.org');
  const secretary = await house.person('虚构秘书', 'secretary@example.org');
  await house.appoint(chair, tc, 'tc-chair');
  await house.appoint(secretary, tc, 'tc-secretary');
  return { house, department, tc, chair, secretary };
}

describe('an appointment', () => {
  it('gives authority from its first day up to and without the day of its end, and is remembered for ever', async () => {
    const { house, tc } = await committee();
    const member = await house.person('虚构委员', 'member@example.org');
    const id = await house.appoint(member, tc, 'tc-member', { from: house.inDays(1), until: house.inDays(10) });
    expect((await house.visitor(member)).appointments).toEqual([]);
    expect((await house.visitor(member, house.inDays(1))).appointments).toEqual([
      { id, role: 'tc-member', organization: tc, scope: [tc], from: house.inDays(1), until: house.inDays(10) },
    ]);
    expect((await house.visitor(member, house.inDays(9))).appointments).toHaveLength(1);
    expect((await house.visitor(member, house.inDays(10))).appointments).toEqual([]);
    expect((await house.visitor(member, house.inDays(99))).everHeld).toEqual([id]);
  });

  it('covers the organizations below where its role says so, and everything where it is national', async () => {
    const house = await emptyPeopleHouse();
    const department = await house.organization('department');
    const tc = await house.organization('committee', { parent: department });
    const sc = await house.organization('subcommittee', { parent: tc });
    const other = await house.organization('committee');
    const person = await house.person('虚构经办', 'officer@example.org');
    await house.appoint(person, department, 'department-officer');
    const [officer] = (await house.visitor(person)).appointments;
    expect(new Set(officer?.scope)).toEqual(new Set([department, tc, sc]));
    expect(officer?.scope).not.toContain(other);
    const authority = await house.organization('national-authority');
    await house.appoint(person, authority, 'sac-officer');
    const scopes = (await house.visitor(person)).appointments.map(({ role, scope }) => [role, scope === 'everywhere']);
    expect(scopes).toEqual(
      expect.arrayContaining([
        ['sac-officer', true],
        ['department-officer', false],
      ]),
    );
  });

  it('is given only by the roles that the role names, to somebody else, within the giver’s own organizations', async () => {
    const { house, tc, secretary } = await committee();
    const give = giveAppointment(house.deps.definitions);
    const actor = await house.acting(secretary, 'tc-secretary');
    const member = await house.person('虚构委员', 'member@example.org');
    const to = (role: string, more = {}) => ({ person: member, organization: tc, role, from: house.today, ...more });
    await expect(house.execute(give, to('tc-member'), actor)).rejects.toEqual(code('people.decision-missing'));
    await house.execute(give, to('tc-member', { decision: '虚构批复〔2026〕1号' }), actor);
    await expect(house.execute(give, to('tc-member', { decision: '再次' }), actor)).rejects.toEqual(
      code('people.appointment-held'),
    );
    await expect(house.execute(give, to('tc-chair'), actor)).rejects.toEqual(code('people.not-by-this-role'));
    const oneself = { ...to('tc-observer', { decision: '虚构' }), person: secretary };
    await expect(house.execute(give, oneself, actor)).rejects.toEqual(code('people.not-oneself'));
    const other = await house.organization('committee');
    const elsewhere = { ...to('tc-member', { decision: '虚构' }), organization: other };
    await expect(house.execute(give, elsewhere, actor)).rejects.toEqual(code('access.not-permitted'));
  });

  it('fits the kind of its organization and days of the calendar', async () => {
    const { house, tc, chair } = await committee();
    const give = giveAppointment(house.deps.definitions);
    const to = (more: object) => ({ person: chair, organization: tc, role: 'tc-observer', from: house.today, ...more });
    await expect(house.execute(give, to({ role: 'enterprise-officer' }))).rejects.toEqual(
      code('people.role-of-other-kind'),
    );
    await expect(house.execute(give, to({ role: 'king' }))).rejects.toEqual(code('people.role-unknown'));
    await expect(house.execute(give, to({ from: '2026-02-30' }))).rejects.toEqual(code('people.days-wrong'));
    await expect(house.execute(give, to({ until: house.today }))).rejects.toEqual(code('people.days-wrong'));
    await expect(house.execute(give, to({ person: house.deps.random.uuid() }))).rejects.toEqual(
      code('people.person-unknown'),
    );
    await expect(house.execute(give, to({ organization: house.deps.random.uuid() }))).rejects.toEqual(
      code('bodies.organization-unknown'),
    );
  });

  it('ends with a day from today on; nobody unties what was done by it', async () => {
    const { house, chair } = await committee();
    const end = endAppointment(house.deps.definitions);
    const [held] = (await house.visitor(chair)).appointments;
    const appointmentId = held?.id ?? '';
    await expect(house.execute(end, { appointmentId, until: house.inDays(-1) })).rejects.toEqual(
      code('people.day-past'),
    );
    await expect(house.execute(end, { appointmentId: house.deps.random.uuid(), until: house.today })).rejects.toEqual(
      code('people.appointment-unknown'),
    );
    await house.execute(end, { appointmentId, until: house.inDays(2) }, await house.acting(chair, 'tc-chair'));
    expect((await house.visitor(chair, house.inDays(1))).appointments).toHaveLength(1);
    expect((await house.visitor(chair, house.inDays(2))).appointments).toEqual([]);
  });
});

describe('what is lent', () => {
  it('gives the borrower the authority for those days, says whose it is, and ends when it is taken back', async () => {
    const { house, tc, secretary } = await committee();
    const deputy = await house.person('虚构代理', 'deputy@example.org');
    const actor = await house.acting(secretary, 'tc-secretary');
    const lend = delegateAppointment(house.deps.definitions);
    const days = { from: house.today, until: house.inDays(5) };
    const appointmentId = actor.appointment?.id ?? '';
    await house.execute(lend, { appointmentId, to: deputy, ...days, reason: '出差', salt: house.salt() }, actor);
    const [lent] = (await house.visitor(deputy)).appointments;
    expect(lent).toMatchObject({
      id: appointmentId,
      role: 'tc-secretary',
      lentBy: secretary,
      organization: tc,
      until: days.until,
    });
    const borrowed = await house.acting(deputy, 'tc-secretary');
    const further = { appointmentId, to: secretary, ...days, reason: '再委托', salt: house.salt() };
    await expect(house.execute(lend, further, borrowed)).rejects.toEqual(code('access.not-permitted'));
    const { delegationsOf } = await import('./index.ts');
    const [held] = await delegationsOf(house.deps.database, { person: deputy });
    await house.execute(endDelegation, { delegationId: held?.id, until: house.today }, borrowed);
    expect((await house.visitor(deputy)).appointments).toEqual([]);
    await expect(
      house.execute(endDelegation, { delegationId: house.deps.random.uuid(), until: house.today }),
    ).rejects.toEqual(code('people.delegation-unknown'));
  });

  it('is never a role that asks for the person itself, never longer than the appointment, never to its holder', async () => {
    const { house, chair, secretary } = await committee();
    const lend = delegateAppointment(house.deps.definitions);
    const base = { from: house.today, until: house.inDays(5), reason: '出差', salt: house.salt() };
    const ofChair = (await house.acting(chair, 'tc-chair')).appointment?.id;
    const ofSecretary = (await house.acting(secretary, 'tc-secretary')).appointment?.id;
    await expect(house.execute(lend, { ...base, appointmentId: ofChair, to: secretary })).rejects.toEqual(
      code('people.role-not-lent'),
    );
    await expect(house.execute(lend, { ...base, appointmentId: ofSecretary, to: secretary })).rejects.toEqual(
      code('people.not-to-holder'),
    );
    const early = { ...base, from: house.inDays(-3), appointmentId: ofSecretary, to: chair };
    await expect(house.execute(lend, early)).rejects.toEqual(code('people.lent-too-long'));
  });

  it('follows an absence with a substitute, except what may not be lent', async () => {
    const { house, tc, chair, secretary } = await committee();
    await house.appoint(chair, tc, 'tc-observer');
    const away = { personId: chair, from: house.inDays(1), until: house.inDays(8), substitute: secretary };
    await house.execute(
      announceAbsence(house.deps.definitions),
      { ...away, salts: [house.salt(), house.salt()] },
      await house.acting(chair, 'tc-chair'),
    );
    const lent = (await house.visitor(secretary, house.inDays(3))).appointments.filter(
      ({ lentBy }) => lentBy === chair,
    );
    expect(lent.map(({ role }) => role)).toEqual(['tc-observer']);
    const stranger = await house.acting(secretary, 'tc-secretary');
    await expect(
      house.execute(announceAbsence(house.deps.definitions), { ...away, salts: [] }, stranger),
    ).rejects.toEqual(code('access.not-permitted'));
  });

  it('ends with the appointment', async () => {
    const { house, secretary, chair } = await committee();
    const appointmentId = (await house.acting(secretary, 'tc-secretary')).appointment?.id;
    const days = { from: house.today, until: house.inDays(9) };
    await house.execute(delegateAppointment(house.deps.definitions), {
      appointmentId,
      to: chair,
      ...days,
      reason: '出差',
      salt: house.salt(),
    });
    await house.execute(endAppointment(house.deps.definitions), { appointmentId, until: house.inDays(2) });
    const roles = async (day: string) => (await house.visitor(chair, day)).appointments.map(({ role }) => role);
    expect(await roles(house.inDays(1))).toContain('tc-secretary');
    expect(await roles(house.inDays(2))).not.toContain('tc-secretary');
  });
});

describe('a person', () => {
  it('is entered once for an e-mail address, in whatever case it is typed; the events hold no name and no address', async () => {
    const house = await emptyPeopleHouse();
    const id = await house.person('虚构人名', 'One.Person@Example.org');
    await expect(house.person('又名', 'one.person@example.org')).rejects.toEqual(code('people.email-held'));
    expect(await personById(house.deps.database, id)).toMatchObject({
      name: '虚构人名',
      email: 'One.Person@example.org',
    });
    const kept = await house.deps.database.all<{ readonly text: string }>(
      sql`select data::text as text from event union all select answer::text from act union all select value from claim`,
    );
    expect(kept.map(({ text }) => text).join()).not.toMatch(/虚构人名|one\.person/i);
    const salts = [house.salt(), house.salt(), house.salt()];
    await expect(house.execute(enterPerson, { name: ' ', lang: 'en', salts })).rejects.toEqual(
      code('people.name-missing'),
    );
    await expect(house.execute(enterPerson, { name: '名', email: 'no', lang: 'en', salts })).rejects.toEqual(
      code('people.email-wrong'),
    );
  });

  it('changes the own name and address: the new ones stand, the old ones are erased and free', async () => {
    const house = await emptyPeopleHouse();
    const id = await house.person('虚构人名', 'one@example.org');
    const salts = [house.salt(), house.salt(), house.salt()];
    const key = await emailKey(house.deps, 'two@example.org');
    const change = { personId: id, name: '改名', lang: 'en', email: 'two@example.org', emailKey: key, salts };
    const stranger = await house.person('旁人', 'three@example.org');
    const own = { organization: house.deps.installation.homeId, basis: 'test' };
    await expect(house.execute(changePerson, change, { ...own, person: stranger })).rejects.toEqual(
      code('access.not-permitted'),
    );
    await house.execute(changePerson, change, { ...own, person: id });
    expect(await personById(house.deps.database, id)).toMatchObject({ name: '改名', email: 'two@example.org' });
    const texts = await house.deps.database.all<{ readonly text: string | null }>(sql`select text from private_text`);
    expect(texts.map(({ text }) => text)).not.toContain('虚构人名');
    expect(await house.person('新人', 'one@example.org')).not.toBe(id);
  });

  it('that is erased has no name any more, is not found by the address, and the address may be entered again', async () => {
    const house = await emptyPeopleHouse();
    const id = await house.person('虚构人名', 'one@example.org');
    await house.execute(erasePerson, { personId: id, basis: 'PIPL art. 47' });
    expect(await personById(house.deps.database, id)).toMatchObject({ name: null, email: null });
    expect(await forgetErased(house.deps)).toBe(1);
    expect(await personByEmailKey(house.deps.database, await emailKey(house.deps, 'one@example.org'))).toBeUndefined();
    expect(await house.person('新人', 'one@example.org')).not.toBe(id);
  });

  it('shares an organization with whoever holds or held an appointment there', async () => {
    const { house, tc, chair, secretary } = await committee();
    const stranger = await house.person('外人', 'stranger@example.org');
    const asked = [
      sameOrganization({ one: chair, other: secretary }),
      sameOrganization({ one: chair, other: stranger }),
    ] as const;
    const facts = await loadFacts(house.deps.database, asked);
    expect(asked.map((request) => facts.of(request))).toEqual([[tc], undefined]);
  });
});

describe('a visitor', () => {
  it('is known by one question of the database', async () => {
    const { house, chair } = await committee();
    let questions = 0;
    const read = {
      ...house.deps.database,
      all: <Row>(statement: Parameters<typeof house.deps.database.all<Row>>[0]) => {
        questions++;
        return house.deps.database.all<Row>(statement);
      },
    };
    const visitor = await visitorOf(read, chair, house.today);
    expect([questions, visitor.appointments.length]).toEqual([1, 1]);
    const permission = { action: 'x', roles: ['tc-chair'], basis: 'y' };
    const [appointment] = visitor.appointments;
    expect(
      appointment && mayAct({ organization: '', appointment, basis: '' }, permission, appointment.organization),
    ).toBe(true);
  });
});
