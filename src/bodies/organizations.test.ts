import { expect, it } from 'vitest';
import { emptyPeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import {
  changeOrganization,
  organizationById,
  organizationsNamed,
  registerOrganization,
  stateOrganization,
} from './index.ts';

withoutPeopleTraces();

const code = (refusalCode: string) => expect.objectContaining({ code: refusalCode });

it('an organization is entered in full, once for a credit code, and changes its name from a day on', async () => {
  const house = await emptyPeopleHouse();
  const { definitions, database } = house.deps;
  const creditCode = '91350100M000100Y43';
  const id = await house.organization('enterprise', { creditCode: '9135 0100 M000 100Y 43', region: '350100' });
  await expect(house.organization('enterprise', { creditCode })).rejects.toEqual(code('bodies.credit-code-held'));
  await expect(house.organization('enterprise', { creditCode: '91350100M000100Y44' })).rejects.toEqual(
    code('bodies.credit-code-wrong'),
  );
  await expect(house.organization('guild')).rejects.toEqual(code('bodies.kind-unknown'));
  await expect(house.organization('enterprise', { region: '999999' })).rejects.toEqual(code('bodies.region-unknown'));
  await expect(house.organization('enterprise', { parent: house.deps.random.uuid() })).rejects.toEqual(
    code('bodies.parent-unknown'),
  );
  const names = { 'zh-Hans': '虚构集团', en: 'Fictitious Group' };
  const change = { organizationId: id, names, kind: 'enterprise', creditCode, from: house.inDays(5) };
  await expect(house.execute(changeOrganization(definitions), { ...change, from: 'soon' })).rejects.toEqual(
    code('bodies.day-wrong'),
  );
  await house.execute(changeOrganization(definitions), change);
  expect((await organizationById(database, id, house.today))?.names['en']).toMatch(/^Fictitious body/);
  expect((await organizationById(database, id, house.inDays(5)))?.names).toEqual(names);
  expect(await organizationsNamed(database, '虚构集团', { day: house.inDays(6) })).toMatchObject([{ id, creditCode }]);
  await expect(
    house.execute(registerOrganization(definitions), { organizationId: id, names, kind: 'enterprise' }),
  ).rejects.toEqual(code('bodies.entered-already'));
});

it('an organization known by its code or a source keeps its stream and gets what it lacks', async () => {
  const house = await emptyPeopleHouse();
  const { database, definitions } = house.deps;
  const statement = {
    kind: 'committee',
    names: [{ lang: 'en', text: 'Fictitious devices' }],
    status: 'active',
  } as const;
  const source = { name: 'iso-open-data', key: '54892', statedOn: '2026-01-31' };
  const id = await house.execute(stateOrganization, { code: 'ISO/TC 9999', source, contentHash: 'a', statement });
  expect(await organizationById(database, id, house.today)).toMatchObject({
    kind: 'committee',
    code: 'ISO/TC 9999',
    names: { en: 'Fictitious devices' },
  });
  const names = { 'zh-Hans': '虚构器械', en: 'Fictitious devices' };
  expect(await house.execute(registerOrganization(definitions), { organizationId: id, names, kind: 'committee' })).toBe(
    id,
  );
  expect(await organizationById(database, id, house.today)).toMatchObject({
    kind: 'committee',
    code: 'ISO/TC 9999',
    names,
  });
  const unknown = { organizationId: house.deps.random.uuid(), names, kind: 'committee' };
  await expect(house.execute(registerOrganization(definitions), unknown)).rejects.toEqual(
    code('bodies.organization-unknown'),
  );
});

it('an organization is moved only below one that whoever moves it answers for', async () => {
  const house = await emptyPeopleHouse();
  const { definitions } = house.deps;
  const [one, other] = [await house.organization('department'), await house.organization('department')];
  const tc = await house.organization('committee', { parent: one });
  const person = await house.person('虚构管理员', 'one@example.org');
  await house.appoint(person, one, 'organization-administrator');
  const actor = await house.acting(person, 'organization-administrator');
  const change = {
    organizationId: tc,
    names: { 'zh-Hans': '新名', en: 'New name' },
    kind: 'committee',
    from: house.today,
  };
  await house.execute(changeOrganization(definitions), { ...change, parent: one }, actor);
  await expect(house.execute(changeOrganization(definitions), { ...change, parent: other }, actor)).rejects.toEqual(
    code('access.not-permitted'),
  );
  await expect(house.execute(changeOrganization(definitions), change, actor)).rejects.toEqual(
    code('access.not-permitted'),
  );
});
