import { join } from 'node:path';
import { afterAnswer } from './after-answer.ts';
import { arrivals } from './arrivals.ts';
import { backUpInFolder } from './backups.ts';
import { systemClock } from './clock.ts';
import { openDatabase } from './database.ts';
import { readDefinitions } from './definitions.ts';
import { eventTypes } from './events.ts';
import { executor } from './executor.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { openInstallation, operatorOf, publicDeskOf } from './installation.ts';
import { kernelEvents } from './kernel-events.ts';
import type { Logger } from './log.ts';
import { migrate, readMigrations } from './migrations.ts';
import type { Deps, Part } from './part.ts';
import { systemRandom } from './random.ts';
import { sealingKeys } from './sealing-key.ts';
import { followLog, type KeyOffice, signersDue } from './sealing-key-office.ts';
import { sealer } from './seals/sealer.ts';
import type { Settings } from './settings.ts';

/** An opened register: everything parts work with, and how to close it. */
export interface Register {
  readonly deps: Deps;
  /** Names of the migrations applied now; empty when the database was up to date. */
  readonly migrated: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Opening {
  readonly settings: Settings;
  readonly parts: readonly Part[];
  readonly log: Logger;
  /** Folder of the program with migrations/ and definitions/. */
  readonly root: string;
}

/** Opens the database (under the folder's lock when embedded), migrates it, and gathers what the parts bring. */
export async function openRegister(opening: Opening): Promise<Register> {
  const { settings, log } = opening;
  const isEmbedded = settings.databaseUrl === '';
  const lock: FolderLock | undefined = isEmbedded ? lockFolder(settings.data) : undefined;
  try {
    const definitions = readDefinitions(join(opening.root, 'definitions'));
    const database = await openDatabase(
      isEmbedded
        ? { embedded: { folder: join(settings.data, 'postgres') } }
        : { url: settings.databaseUrl, connections: settings.connections },
    );
    const clock = systemClock(settings.timeZone);
    const random = systemRandom();
    const keys = sealingKeys(settings.data, settings.origin, random);
    const migrated = await migrate(database, readMigrations(join(opening.root, 'migrations')), async () => {
      // A server has its administrator's backups; the embedded database looks after itself.
      const [signer] = keys.signers();
      if (!isEmbedded || !signer) return;
      const tables = opening.parts.flatMap((part) => part.keptTables ?? []);
      await backUpInFolder({ database, signer, folder: settings.data, tables }, 'before-upgrade', clock.now());
    });
    const installation = await openInstallation(database, settings, random);
    const office: KeyOffice = { folder: settings.data, first: keys.first };
    await followLog(database, office);
    const types = eventTypes([...kernelEvents, ...opening.parts.flatMap((part) => part.eventTypes ?? [])]);
    const projections = opening.parts.flatMap((part) => part.projections ?? []);
    const deps: Deps = {
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
      types,
      projections,
      afterAnswer: afterAnswer(),
      arrivals: arrivals(),
      executor: executor({ database, clock, random, types, projections }),
    };
    return {
      deps,
      migrated,
      close: async () => {
        await database.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}
