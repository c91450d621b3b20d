import { join } from 'node:path';
import { afterAnswer } from './after-answer.ts';
import { arrivals } from './arrivals.ts';
import { systemClock } from './clock.ts';
import { type Database, openDatabase } from './database.ts';
import { type Definitions, readDefinitions } from './definitions.ts';
import { eventTypes } from './events.ts';
import { executor } from './executor.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { openInstallation, operatorOf, publicDeskOf } from './installation.ts';
import { kernelEvents } from './kernel-events.ts';
import type { Logger } from './log.ts';
import { migrate, readMigrations } from './migrations.ts';
import type { Deps, Part } from './part.ts';
import { systemRandom } from './random.ts';
import { type SealingKeys, sealingKeys } from './sealing-key.ts';
import { followLog, type KeyOffice, signersDue } from './sealing-key-office.ts';
import { sealer } from './seals/sealer.ts';
import type { Settings } from './settings.ts';
import { prepareUpgrade, rebuildWhenDue, type Upgrade } from './upgrade.ts';

/** An opened register: everything parts work with, and how to close it. */
export interface Register {
  readonly deps: Deps;
  readonly close: () => Promise<void>;
}

export interface Opening {
  readonly settings: Settings;
  readonly parts: readonly Part[];
  readonly log: Logger;
  /** Told before a register of an earlier version is brought up to date. */
  readonly onUpgrade?: (upgrade: Upgrade) => void;
  /** Folder of the program with migrations/ and definitions/. */
  readonly root: string;
}

/** Opens the database (under the folder's lock when embedded), migrates it, and gathers what the parts bring. */
export async function openRegister(opening: Opening): Promise<Register> {
  const { settings } = opening;
  const isEmbedded = settings.databaseUrl === '';
  const lock: FolderLock | undefined = isEmbedded ? lockFolder(settings.data) : undefined;
  try {
    const definitions = readDefinitions(join(opening.root, 'definitions'));
    const database = await openDatabase(
      isEmbedded
        ? { embedded: { folder: join(settings.data, 'postgres') } }
        : { url: settings.databaseUrl, connections: settings.connections },
    );
    const close = async (): Promise<void> => {
      await database.close();
      lock?.release();
    };
    try {
      return { deps: await gather(opening, database, definitions), close };
    } catch (error) {
      // A database left open would keep the process from ending.
      await database.close();
      throw error;
    }
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function gather(opening: Opening, database: Database, definitions: Definitions): Promise<Deps> {
  const { settings, log, parts } = opening;
  const clock = systemClock(settings.timeZone);
  const random = systemRandom();
  const keys = sealingKeys(settings.data, settings.origin, random);
  await bringUpToDate(opening, { database, keys, now: clock.now() });
  const installation = await openInstallation(database, settings, random);
  const office: KeyOffice = { folder: settings.data, first: keys.first };
  await followLog(database, office);
  const types = eventTypes([...kernelEvents, ...parts.flatMap((part) => part.eventTypes ?? [])]);
  const projections = parts.flatMap((part) => part.projections ?? []);
  await rebuildWhenDue(database, { types, projections, timeZone: settings.timeZone });
  return {
    settings,
    database,
    clock,
    random,
    log,
    definitions,
    installation,
    sealingKeys: keys,
    sealer: sealer({
      database,
      origin: installation.origin,
      signers: (due) => signersDue({ ...office, first: keys.first }, due),
      settleAfter: settings.settleAfterMinutes * 60,
      onFault: (fault) => log.error({ error: String(fault) }, 'sealing failed'),
    }),
    operator: operatorOf(installation),
    publicDesk: publicDeskOf(installation),
    parts,
    types,
    projections,
    afterAnswer: afterAnswer(),
    arrivals: arrivals(),
    executor: executor({ database, clock, random, types, projections }),
  };
}

async function bringUpToDate(
  { settings, parts, root, onUpgrade }: Opening,
  { database, keys, now }: { readonly database: Database; readonly keys: SealingKeys; readonly now: string },
): Promise<void> {
  await migrate(database, readMigrations(join(root, 'migrations')), async (missing) => {
    const [signer] = keys.signers();
    if (!signer) throw new Error('There is no sealing key.');
    const tables = parts.flatMap((part) => part.keptTables ?? []);
    const source = { database, signer, folder: settings.data, tables, now };
    await prepareUpgrade(source, missing, (upgrade) => onUpgrade?.(upgrade));
  });
}
