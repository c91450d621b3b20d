import { join } from 'node:path';
import { part as bodies, registerOrganization } from '../../src/bodies/index.ts';
import {
  type CaseKey,
  part as cases,
  changeDocument,
  houseOf,
  loadCases,
  openAtDesk,
  takeStepAtDesk,
} from '../../src/cases/index.ts';
import type { Actor } from '../../src/foundation/actor.ts';
import { systemClock } from '../../src/foundation/clock.ts';
import type { Command } from '../../src/foundation/command.ts';
import type { Database } from '../../src/foundation/database.ts';
import { readDefinitions } from '../../src/foundation/definitions.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { executor } from '../../src/foundation/executor.ts';
import { operatorOf, publicDeskOf } from '../../src/foundation/installation.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Deps } from '../../src/foundation/part.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { enterPerson, giveAppointment, part as people } from '../../src/people/index.ts';
import { part as projects } from '../../src/projects/index.ts';
import { part as standards } from '../../src/standards/index.ts';
import { emptyDatabase } from './test-database.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));
const parts = [bodies, cases, people, projects, standards];
const installation = {
  id: '01900000-0000-7000-8000-0000000000aa',
  homeId: '01900000-0000-7000-8000-000000000001',
  name: '测试登记簿',
  origin: 'test.example/register',
  profile: 'nation',
  nature: 'real',
  openedAt: '2026-01-01T00:00:00.000Z',
} as const;

/** Organizations of the samples by the place they fill; fictitious. */
const kinds = {
  authority: 'national-authority',
  evaluation: 'evaluation-centre',
  department: 'department',
  committee: 'committee',
  proposer: 'enterprise',
} as const;
export type Party = keyof typeof kinds;

export interface CaseRegister {
  readonly deps: Deps;
  readonly database: Database;
  readonly organizations: Readonly<Record<Party, string>>;
  /** Opens a case with its first step. */
  readonly opens: (procedure: string, step: Entered) => Promise<CaseKey & { readonly number: string }>;
  /** Somebody with a role of a party takes a step. */
  readonly takes: (key: CaseKey, by: `${string}@${Party}`, step: Entered) => Promise<void>;
  /** Somebody puts a new version in the place of a document. */
  readonly changes: (key: CaseKey, by: `${string}@${Party}`, document: string) => Promise<void>;
  readonly stateOf: (key: CaseKey) => ReturnType<typeof stateOf>;
}

export interface Entered {
  readonly step: string;
  readonly on: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly documents?: readonly string[];
  readonly result?: Readonly<Record<string, number>>;
  readonly closesOn?: string;
  readonly enteredFor?: string;
  readonly elsewhere?: { readonly channel: string; readonly on: string; readonly number?: string };
  /** Which of several persons; each has an appointment of their own. */
  readonly person?: string;
}

/** A register with cases, plans and standards over an empty database; some of its organizations may work elsewhere. */
export async function caseRegister(elsewhere: readonly Party[] = []): Promise<CaseRegister> {
  const database = await emptyDatabase();
  const types = eventTypes(parts.flatMap((part) => part.eventTypes ?? []));
  const projections = parts.flatMap((part) => part.projections ?? []);
  const clock = systemClock('Asia/Shanghai');
  const random = systemRandom();
  const run = executor({ database, clock, random, types, projections });
  // What the tests of cases touch of the house; the doors are tested elsewhere.
  const deps = {
    database,
    executor: run,
    clock,
    random,
    installation,
    log: jsonLog('silent'),
    operator: operatorOf(installation),
    publicDesk: publicDeskOf(installation),
    definitions,
    types,
    projections,
    parts,
  } as unknown as Deps;
  const house = houseOf(deps);
  const organizations = await entered(deps, elsewhere);
  let requests = 0;
  return {
    deps,
    database,
    organizations,
    opens: (procedure, { person: _person, documents, ...step }) =>
      openAtDesk(deps, house, {
        procedure,
        parties: organizations,
        entered: { ...step, documents: brought(documents, step.on) },
        taker: { actor: deps.publicDesk, everHeld: [] },
        key: `test ${++requests}`,
      }),
    takes: async (key, by, { person = '1', documents, ...step }) => {
      const held = await stateOf(deps, key);
      const actor = actorOf(organizations, by, person);
      await takeStepAtDesk(deps, house, {
        held,
        entered: { ...step, documents: brought(documents, step.on) },
        takers: [{ actor, everHeld: [actor.appointment?.id ?? ''] }],
        key: `test ${++requests}`,
      });
    },
    changes: async (key, by, document) => {
      const [kind = ''] = document.split('=');
      const { document: id, hash } = brought([document], clock.today())[kind] ?? { document: '', hash: '' };
      const input = { homeId: key.homeId, caseId: key.caseId, kind, document: id, hash };
      await run.execute(changeDocument(house), input, {
        actor: actorOf(organizations, by, '1'),
        key: `test ${++requests}`,
      });
    },
    stateOf: (key) => stateOf(deps, key),
  };
}

/** Enters the organizations, and for each that works here somebody who holds an appointment. */
async function entered(deps: Deps, elsewhere: readonly Party[]): Promise<Record<Party, string>> {
  const execute = async (command: Command, input: unknown): Promise<string> => {
    const { events } = await deps.executor.execute(command, input, { actor: deps.operator, key: deps.random.uuid() });
    return events[0]?.streamId ?? '';
  };
  const salt = (): string => deps.random.bytes(16).toString('hex');
  const person = await execute(enterPerson, { name: '虚构人员', lang: 'zh-Hans', salts: [salt(), salt(), salt()] });
  const found: Record<string, string> = {};
  for (const [party, kind] of Object.entries(kinds)) {
    const names = { 'zh-Hans': `虚构机构 ${party}`, en: `Fictitious ${party}` };
    const organization = await execute(registerOrganization(definitions), { names, kind });
    found[party] = organization;
    if (elsewhere.some((one) => one === party)) continue;
    await execute(giveAppointment(definitions), { person, organization, role: 'project-leader', from: '2025-01-01' });
  }
  // One cast at the typed edge: every party has been entered.
  return found as Record<Party, string>;
}

async function stateOf(deps: Deps, key: CaseKey) {
  const held = (await loadCases(deps.database, [key], deps.types)).get(key.caseId);
  if (held === undefined) throw new Error('There is no such case.');
  return held;
}

function actorOf(organizations: CaseRegister['organizations'], by: string, person: string): Actor {
  const [role = '', party = ''] = by.split('@');
  // One cast at the typed edge of the samples: the parameter's type names the parties.
  const organization = organizations[party as Party];
  const appointment = {
    id: `${organization.slice(0, 24)}${role.length}${party.length}${person}`.padEnd(36, '0').slice(0, 36),
    role,
    scope: role.startsWith('sac-') ? ('everywhere' as const) : [organization],
  };
  return { organization, appointment, basis: 'test' };
}

/** Documents with a content of their own: the kind, and `kind=v2` for another content. */
function brought(kinds: readonly string[] = [], on: string) {
  return Object.fromEntries(
    kinds.map((written) => {
      const [kind = '', content = 'v1'] = written.split('=');
      return [
        kind,
        {
          document: `01900000-0000-7000-8000-0000000d${String(kind.length).padStart(4, '0')}`,
          hash: `${kind} ${content}`,
          on,
        },
      ];
    }),
  );
}
