import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createApp } from '../../src/app.tsx';
import type { Answer } from '../../src/foundation/act-record.ts';
import { afterAnswer } from '../../src/foundation/after-answer.ts';
import { arrivals } from '../../src/foundation/arrivals.ts';
import { canonicalJson } from '../../src/foundation/canonical-json.ts';
import { systemClock } from '../../src/foundation/clock.ts';
import type { Command } from '../../src/foundation/command.ts';
import { readDefinitions } from '../../src/foundation/definitions.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { executor } from '../../src/foundation/executor.ts';
import type { HttpEnvironment } from '../../src/foundation/http/environment.ts';
import { type Installation, openInstallation, operatorOf, publicDeskOf } from '../../src/foundation/installation.ts';
import { kernelEvents } from '../../src/foundation/kernel-events.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Deps, Part } from '../../src/foundation/part.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sealingKeys } from '../../src/foundation/sealing-key.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { readSettings, type Settings } from '../../src/foundation/settings.ts';
import { part as notices } from '../../src/notices/index.ts';
import { nothingStated, type StandardStatement } from '../../src/standards/model.ts';
import { publicServices } from '../../src/standards/public-services.ts';
import { standardRefusals } from '../../src/standards/refusals.ts';
import { houseOf } from '../../src/standards/routes/house.ts';
import { stateStandard } from '../../src/standards/state-standard.ts';
import { standardsEventTypes, standardsProjections } from './standards-register.ts';
import { emptyDatabase } from './test-database.ts';

const root = join(import.meta.dirname, '../..');
const definitions = readDefinitions(join(root, 'definitions'));

/** A whole installation over the test database, with a calendar that the test turns. */
export interface House extends Deps {
  /** Turns the calendar: what is asked is asked on this day at noon. */
  readonly turnTo: (day: string) => void;
  /** States fictitious standards as one source; what is not given is left open. */
  readonly state: (number: string, given?: Partial<StandardStatement>) => Promise<void>;
  readonly stateAll: (statements: readonly GivenStatement[]) => Promise<void>;
  /** What answers requests, without a socket. */
  readonly app: Hono<HttpEnvironment>;
  /** Carries out a command as the operator. */
  readonly act: (command: Command, input: unknown) => Promise<Answer>;
}

type GivenStatement = Partial<StandardStatement> & { readonly number: string };

export interface HouseGiven {
  readonly settings?: Partial<Settings>;
}

let before: House | undefined;

export async function openHouse(given: HouseGiven = {}): Promise<House> {
  // What the house before was still at would meet its tables emptied.
  await before?.afterAnswer.ended();
  const database = await emptyDatabase();
  const random = systemRandom();
  const data = mkdtempSync(join(tmpdir(), 'guiju-house-'));
  const settings: Settings = {
    ...readSettings({ GUIJU_DATA: data, GUIJU_PUBLIC_ADDRESS: 'https://register.example' }, root),
    language: 'en',
    limits: { requestsPerMinute: 100_000, toolsPerMinute: 100_000 },
    ...given.settings,
  };
  const installation: Installation = await openInstallation(database, settings, random);
  const real = systemClock('Asia/Shanghai');
  // Acts carry the time of the database; only the days asked about are turned.
  let day = real.today();
  const clock = { ...real, today: () => day, now: () => `${day}T04:00:00.000Z` };
  const keys = sealingKeys(data, settings.origin, random);
  const types = [...kernelEvents, ...standardsEventTypes, ...(notices.eventTypes ?? []), ...publicServices.eventTypes];
  const projections = [...standardsProjections, ...(notices.projections ?? []), ...publicServices.projections];
  const known = eventTypes(types);
  const run = executor({ database, clock, random, types: known, projections });
  const operator = operatorOf(installation);
  let requests = 0;
  const stateAll = async (statements: readonly GivenStatement[]): Promise<void> => {
    const rows = statements.map((given, index) => ({ row: index + 1, input: stated(given) }));
    await run.executeMany(stateStandard, () => rows, {
      actor: operator,
      key: `request ${++requests}`,
      inputHash: random.bytes(32),
      mode: 'all-or-nothing',
    });
  };
  const deps: Deps = {
    settings,
    database,
    parts: [],
    types: known,
    projections,
    random,
    clock,
    definitions,
    installation,
    log: jsonLog('silent'),
    sealingKeys: keys,
    sealer: sealer({ database, origin: installation.origin, signers: keys.signers }),
    operator,
    publicDesk: publicDeskOf(installation),
    afterAnswer: afterAnswer(),
    arrivals: arrivals(),
    executor: run,
  };
  before = {
    ...deps,
    app: createApp(deps, [desk, notices]),
    state: (number, given = {}) => stateAll([{ number, ...given }]),
    stateAll,
    act: (command, input) => run.execute(command, input, { actor: operator, key: `request ${++requests}` }),
    turnTo: (to) => {
      day = to;
    },
  };
  return before;
}

/** The public services alone; the rest of the register's pages is tested elsewhere. */
const desk: Part = {
  name: 'public services',
  profiles: 'all',
  refusals: { ...standardRefusals, ...publicServices.refusals },
  routes: (deps, navigation) => {
    const house = houseOf(deps, navigation);
    const app = new Hono<HttpEnvironment>();
    for (const routes of [...publicServices.routes, ...publicServices.api]) app.route('/', routes(house));
    return app;
  },
};

function stated(given: GivenStatement) {
  const statement: StandardStatement = { ...nothingStated, ...given };
  const creditCode = statement.organizations[0]?.creditCode ?? '';
  return {
    source: { name: 'nmpa-register', key: `${given.number}${creditCode}`, statedOn: '2026-01-31', rank: 10 },
    statement,
    contentHash: createHash('sha256').update(canonicalJson(statement)).digest('hex'),
  };
}
