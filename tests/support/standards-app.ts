import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll } from 'vitest';
import { createApp } from '../../src/app.tsx';
import { part as bodies } from '../../src/bodies/index.ts';
import { afterAnswer } from '../../src/foundation/after-answer.ts';
import { arrivals } from '../../src/foundation/arrivals.ts';
import { clockAt } from '../../src/foundation/clock.ts';
import { readDefinitions } from '../../src/foundation/definitions.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import type { HttpEnvironment } from '../../src/foundation/http/environment.ts';
import { operatorOf, publicDeskOf } from '../../src/foundation/installation.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Deps } from '../../src/foundation/part.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { drainIndexing, part as search } from '../../src/search/index.ts';
import { part as standards } from '../../src/standards/index.ts';
import {
  emptyStandardsRegister,
  type StandardsRegister,
  signer,
  standardsEventTypes,
  standardsProjections,
} from './standards-register.ts';

export interface StandardsApp extends StandardsRegister {
  readonly app: Hono<HttpEnvironment>;
  readonly deps: Deps;
  /** Brings the search index up to date. */
  readonly index: () => Promise<void>;
  /** What stands at an address, as a reader or a program without cookies gets it. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** The day on which the tests of the doors take place. */
export const testDay = '2026-06-30';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));
const folder = mkdtempSync(join(tmpdir(), 'guiju-'));

/** The whole application over an empty register, without a socket. */
export async function emptyStandardsApp(): Promise<StandardsApp> {
  const register = await emptyStandardsRegister();
  const { database, executor } = register;
  const clock = clockAt(`${testDay}T04:00:00.000Z`);
  const settings = {
    ...readSettings({}, folder),
    data: folder,
    limits: { requestsPerMinute: 1_000_000, toolsPerMinute: 1_000_000 },
  };
  const installation = {
    id: '01900000-0000-7000-8000-0000000000aa',
    openedAt: '2026-01-01T00:00:00.000Z',
    homeId: '01900000-0000-7000-8000-000000000001',
    name: settings.name.zh,
    origin: settings.origin,
    profile: settings.profile,
    nature: settings.nature,
  };
  const deps: Deps = {
    settings,
    database,
    executor,
    parts: [bodies, search, standards],
    types: eventTypes(standardsEventTypes),
    projections: standardsProjections,
    clock,
    random: systemRandom(),
    log: jsonLog('silent'),
    definitions,
    installation,
    operator: operatorOf(installation),
    publicDesk: publicDeskOf(installation),
    afterAnswer: afterAnswer(),
    arrivals: arrivals(),
    sealer: sealer({ database, origin: settings.origin, signers: () => [signer] }),
    sealingKeys: { first: signer, signers: () => [signer] },
  };
  const app = createApp(deps, [bodies, search, standards]);
  return {
    ...register,
    app,
    deps,
    index: async () => {
      await drainIndexing({ database, clock, sources: standards.searchSources ?? [] });
    },
    get: async (path, headers = {}) => app.request(`http://localhost:3000${path}`, { headers }),
  };
}

/** Takes away the data folder of the tests of a file. */
export function withoutTraces(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}
