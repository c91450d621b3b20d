import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll } from 'vitest';
import { createApp } from '../../src/app.tsx';
import { type OrganizationInput, registerOrganization } from '../../src/bodies/index.ts';
import type { Actor, Visitor } from '../../src/foundation/actor.ts';
import { afterAnswer } from '../../src/foundation/after-answer.ts';
import { arrivals } from '../../src/foundation/arrivals.ts';
import { addDays, systemClock } from '../../src/foundation/clock.ts';
import type { Command } from '../../src/foundation/command.ts';
import { readDefinitions } from '../../src/foundation/definitions.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { executor } from '../../src/foundation/executor.ts';
import type { HttpEnvironment } from '../../src/foundation/http/environment.ts';
import { openInstallation, operatorOf, publicDeskOf } from '../../src/foundation/installation.ts';
import { kernelEvents } from '../../src/foundation/kernel-events.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Deps, Part } from '../../src/foundation/part.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { readSettings, type Settings } from '../../src/foundation/settings.ts';
import { parts } from '../../src/parts.ts';
import { emailKey, enterPerson, giveAppointment, visitorOf } from '../../src/people/index.ts';
import { signer } from './standards-register.ts';
import { emptyDatabase } from './test-database.ts';

/** An empty installation with all its parts, and hands to enter organizations, persons and appointments. */
export interface PeopleHouse {
  readonly deps: Deps;
  readonly app: Hono<HttpEnvironment>;
  readonly today: string;
  /** The day so many days from today. */
  readonly inDays: (days: number) => string;
  readonly execute: (command: Command, input: unknown, actor?: Actor) => Promise<string>;
  readonly organization: (kind: string, given?: Partial<OrganizationInput>) => Promise<string>;
  readonly person: (name: string, email?: string) => Promise<string>;
  readonly appoint: (person: string, organization: string, role: string, days?: Partial<Days>) => Promise<string>;
  readonly visitor: (person: string, day?: string) => Promise<Visitor>;
  /** A person as an actor by the appointment of a role. */
  readonly acting: (person: string, role: string) => Promise<Actor>;
  readonly salt: () => string;
}

interface Days {
  readonly from: string;
  readonly until: string;
}

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));

export async function emptyPeopleHouse(
  given: {
    readonly settings?: Partial<Settings>;
    readonly parts?: readonly Part[];
    readonly deps?: (deps: Deps) => Deps;
  } = {},
): Promise<PeopleHouse> {
  const opened = await emptyDeps(given.settings ?? {});
  const deps = given.deps?.(opened) ?? opened;
  const { random, clock } = deps;
  const today = clock.today();
  const salt = (): string => random.bytes(16).toString('hex');
  const execute: PeopleHouse['execute'] = async (command, input, actor = deps.operator) => {
    const { events } = await deps.executor.execute(command, input, { actor, key: random.uuid() });
    return events[0]?.streamId ?? '';
  };
  let organizations = 0;
  const visitor: PeopleHouse['visitor'] = (person, day = today) => visitorOf(deps.database, person, day);
  return {
    deps,
    app: createApp(deps, given.parts ?? parts),
    today,
    inDays: (days) => addDays(today, days),
    execute,
    salt,
    organization: (kind, more = {}) =>
      execute(registerOrganization(definitions), {
        names: { 'zh-Hans': `虚构机构${++organizations}`, en: `Fictitious body ${organizations}` },
        kind,
        ...more,
      }),
    person: async (name, email) =>
      execute(enterPerson, {
        name,
        lang: 'en',
        salts: [salt(), salt(), salt()],
        ...(email === undefined ? {} : { email, emailKey: await emailKey(deps, email) }),
      }),
    appoint: (person, organization, role, days = {}) =>
      execute(giveAppointment(definitions), { person, organization, role, from: today, ...days }),
    visitor,
    acting: async (person, role) => {
      const appointment = (await visitor(person)).appointments.find((held) => held.role === role);
      if (!appointment) throw new Error(`Nobody holds ${role}.`);
      return { person, organization: appointment.organization, appointment, basis: 'test' };
    },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'guiju-people-'));

/** Takes away the data folder of the tests of a file. */
export function withoutPeopleTraces(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

async function emptyDeps(given: Partial<Settings>): Promise<Deps> {
  const database = await emptyDatabase();
  // Files of one worker share this module; the one before took the folder away.
  mkdirSync(folder, { recursive: true });
  const settings: Settings = {
    ...readSettings({}, folder),
    data: folder,
    limits: { requestsPerMinute: 1_000_000, toolsPerMinute: 1_000_000 },
    ...given,
  };
  const clock = systemClock(settings.timeZone);
  const random = systemRandom();
  const installation = await openInstallation(database, settings, random);
  const types = eventTypes([...kernelEvents, ...parts.flatMap((part) => part.eventTypes ?? [])]);
  const projections = parts.flatMap((part) => part.projections ?? []);
  return {
    settings,
    database,
    clock,
    random,
    parts,
    types,
    projections,
    definitions,
    installation,
    executor: executor({ database, clock, random, types, projections }),
    log: jsonLog('silent'),
    operator: operatorOf(installation),
    publicDesk: publicDeskOf(installation),
    afterAnswer: afterAnswer(),
    arrivals: arrivals(),
    sealer: sealer({ database, origin: settings.origin, signers: () => [signer] }),
    sealingKeys: { first: signer, signers: () => [signer] },
  };
}
