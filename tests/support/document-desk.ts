import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createApp } from '../../src/app.tsx';
import { part as documents } from '../../src/documents/index.ts';
import type { Answer } from '../../src/foundation/act-record.ts';
import type { Actor, HeldAppointment, Visitor } from '../../src/foundation/actor.ts';
import { afterAnswer } from '../../src/foundation/after-answer.ts';
import { arrivals } from '../../src/foundation/arrivals.ts';
import { systemClock } from '../../src/foundation/clock.ts';
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
import { sealingKeys } from '../../src/foundation/sealing-key.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { emptyDatabase } from './test-database.ts';

const root = join(import.meta.dirname, '../..');
const definitions = readDefinitions(join(root, 'definitions'));

/** The committee under which the documents of the tests are entered. */
export const home = '01900000-0000-7000-8000-0000000000c1';
export const caseOne = { kind: 'case', key: '01900000-0000-7000-8000-0000000000d1' } as const;

/** Somebody with one appointment for the committee. */
export function visitorAs(role: string, scope: HeldAppointment['scope'] = [home]): Visitor {
  const appointment = {
    id: '01900000-0000-7000-8000-0000000000e1',
    role,
    scope,
    organization: home,
    from: '2020-01-01',
  };
  return { person: '01900000-0000-7000-8000-0000000000f1', appointments: [appointment], everHeld: [role] };
}

export function actorAs(role: string): Actor {
  const { person, appointments } = visitorAs(role);
  const [appointment] = appointments;
  return { person, organization: home, ...(appointment ? { appointment } : {}), basis: 'test' };
}

export interface DocumentDesk extends Deps {
  readonly act: (command: Command, input: unknown, actor?: Actor) => Promise<Answer>;
  /** Asks as somebody, or as a reader who is nobody in particular. */
  readonly ask: (path: string, asked?: RequestInit & { readonly as?: Visitor }) => Promise<Response>;
  readonly turnTo: (day: string) => void;
  readonly close: () => void;
}

/** An installation that keeps documents, over the test database. */
export async function documentDesk(): Promise<DocumentDesk> {
  const database = await emptyDatabase();
  const random = systemRandom();
  const data = mkdtempSync(join(tmpdir(), 'guiju-documents-'));
  const settings = {
    ...readSettings({ GUIJU_DATA: data, GUIJU_PUBLIC_ADDRESS: 'https://register.example' }, root),
    limits: { requestsPerMinute: 100_000, toolsPerMinute: 100_000 },
  };
  const installation = await openInstallation(database, settings, random);
  const keys = sealingKeys(data, settings.origin, random);
  const real = systemClock('Asia/Shanghai');
  let day = '2026-06-30';
  const clock = { ...real, today: () => day, now: () => `${day}T04:00:00.000Z` };
  const types = eventTypes([...kernelEvents, ...(documents.eventTypes ?? [])]);
  const projections = documents.projections ?? [];
  const deps: Deps = {
    settings,
    database,
    parts: [],
    types,
    projections,
    random,
    clock,
    definitions,
    installation,
    log: jsonLog('silent'),
    sealingKeys: keys,
    sealer: sealer({ database, origin: installation.origin, signers: keys.signers }),
    operator: operatorOf(installation),
    publicDesk: publicDeskOf(installation),
    afterAnswer: afterAnswer(),
    arrivals: arrivals(),
    executor: executor({ database, clock, random, types, projections }),
  };
  let visitor: Visitor | undefined;
  // The access part says who asks; here the test does.
  const door: Part = {
    name: 'door',
    profiles: 'all',
    refusals: {
      'access.not-signed-in': {
        category: 'not-signed-in',
        zh: '未登录。',
        en: 'Not signed in.',
        remedyZh: '登录。',
        remedyEn: 'Sign in.',
      },
    },
    routes: () =>
      new Hono<HttpEnvironment>().use(async (c, next) => {
        if (visitor) c.set('visitor', visitor);
        return next();
      }),
  };
  const app = createApp(deps, [door, documents]);
  return {
    ...deps,
    act: (command, input, actor = actorAs('tc-secretary')) =>
      deps.executor.execute(command, input, { actor, key: random.uuid() }),
    ask: async (path, { as, ...init } = {}) => {
      visitor = as;
      return app.request(`https://register.example${path}`, init);
    },
    turnTo: (to) => {
      day = to;
    },
    close: () => rmSync(data, { recursive: true, force: true }),
  };
}

/** A content of a text, as a command is told of it. */
export function aContent(text: string, name = 'draft.txt') {
  return {
    hash: createHash('sha256').update(text).digest('hex'),
    size: Buffer.byteLength(text),
    mediaType: 'text/plain; charset=utf-8',
    fileName: { text: name, salt: '00112233445566778899aabbccddeeff' },
  };
}

/** What a document of the committee is entered with. */
export function aDocument(given: Readonly<Record<string, unknown>> = {}) {
  return {
    home,
    subject: caseOne,
    kind: 'draft-for-review',
    title: '样例产品 第1部分：总则（送审稿）',
    lang: 'zh-Hans',
    access: {},
    ...given,
  };
}
