import { invitationLink } from '../access/index.ts';
import { registerOrganization } from '../bodies/index.ts';
import type { Actor } from '../foundation/actor.ts';
import { addDays } from '../foundation/clock.ts';
import type { Command } from '../foundation/command.ts';
import type { Deps } from '../foundation/part.ts';
import { emailKey, enterPerson, giveAppointment, visitorOf } from '../people/index.ts';

/** Somebody of the rehearsal: what they do, and the link that opens their account. */
export interface Rehearsed {
  readonly role: string;
  readonly organization: string;
  readonly name: string;
  readonly person: string;
  readonly link: string;
}

/** Organizations of the rehearsal by the place they fill, and its people. */
export interface RehearsalHouse {
  readonly parties: Readonly<Record<string, string>>;
  readonly people: readonly Rehearsed[];
  /** An actor of a role of a party; `second` is another person of the same role. */
  readonly actor: (
    by: string,
    isSecond: boolean,
  ) => Promise<{ readonly actor: Actor; readonly everHeld: readonly string[] }>;
}

const organizations: Readonly<Record<string, { readonly kind: string; readonly zh: string; readonly en: string }>> = {
  authority: {
    kind: 'national-authority',
    zh: '样例国家标准化管理机构',
    en: 'Sample national standardization authority',
  },
  evaluation: { kind: 'evaluation-centre', zh: '样例标准技术审评中心', en: 'Sample standards evaluation centre' },
  department: { kind: 'department', zh: '样例主管部门', en: 'Sample responsible department' },
  committee: { kind: 'committee', zh: '样例医疗器具标准化技术委员会', en: 'Sample committee on medical equipment' },
  proposer: { kind: 'enterprise', zh: '样例医疗器具有限公司', en: 'Sample Medical Equipment Ltd' },
};

const staff: readonly { readonly party: string; readonly role: string; readonly zh: string }[] = [
  { party: 'authority', role: 'sac-officer', zh: '样例甲' },
  { party: 'authority', role: 'sac-approver', zh: '样例乙' },
  { party: 'authority', role: 'sac-approver', zh: '样例丙' },
  { party: 'evaluation', role: 'evaluation-officer', zh: '样例丁' },
  { party: 'department', role: 'department-officer', zh: '样例戊' },
  { party: 'committee', role: 'tc-chair', zh: '样例己' },
  { party: 'committee', role: 'tc-secretary', zh: '样例庚' },
  { party: 'committee', role: 'tc-secretary', zh: '样例辛' },
  { party: 'committee', role: 'project-leader', zh: '样例壬' },
  { party: 'proposer', role: 'enterprise-officer', zh: '样例癸' },
];

/** How many members the sample committee has beside its officers. */
const members = 20;

/** Enters the organizations and people of the rehearsal, with appointments that began two years ago. */
export async function populate(deps: Deps): Promise<RehearsalHouse> {
  const execute = async (command: Command, input: unknown): Promise<string> => {
    const { events } = await deps.executor.execute(command, input, { actor: deps.operator, key: deps.random.uuid() });
    return events[0]?.streamId ?? '';
  };
  const parties: Record<string, string> = {};
  for (const [party, { kind, zh, en }] of Object.entries(organizations))
    parties[party] = await execute(registerOrganization(deps.definitions), { names: { 'zh-Hans': zh, en }, kind });
  const from = addDays(deps.clock.today(), -730);
  const people: Rehearsed[] = [];
  const everybody = [
    ...staff,
    ...Array.from({ length: members }, (_, place) => ({
      party: 'committee',
      role: 'tc-member',
      zh: `样例委员${place + 1}`,
    })),
  ];
  for (const [place, { party, role, zh }] of everybody.entries()) {
    const email = `person${place + 1}@rehearsal.invalid`;
    const salt = (): string => deps.random.bytes(16).toString('hex');
    const person = await execute(enterPerson, {
      name: zh,
      lang: 'zh-Hans',
      email,
      emailKey: await emailKey(deps, email),
      salts: [salt(), salt(), salt()],
    });
    await execute(giveAppointment(deps.definitions), { person, organization: parties[party], role, from });
    const link = role === 'tc-member' ? '' : await invitationLink(deps, person);
    people.push({ role, organization: organizations[party]?.zh ?? '', name: zh, person, link });
  }
  return { parties, people, actor: (by, isSecond) => actorOf(deps, people, by, isSecond) };
}

async function actorOf(deps: Deps, people: readonly Rehearsed[], by: string, isSecond: boolean) {
  if (by === 'anyone') return { actor: deps.publicDesk, everHeld: [] };
  const [role] = by.split('@');
  const held = people.filter((one) => one.role === role);
  const chosen = held[isSecond ? held.length - 1 : 0];
  if (chosen === undefined) throw new Error(`Nobody of the rehearsal is ${by}.`);
  const visitor = await visitorOf(deps.database, chosen.person, deps.clock.today());
  const appointment = visitor.appointments.find((one) => one.role === role);
  if (appointment === undefined) throw new Error(`${chosen.name} does not hold ${by}.`);
  const { organization } = appointment;
  const actor = { person: chosen.person, organization, appointment, basis: 'rehearsal' };
  return { actor, everHeld: visitor.everHeld };
}
