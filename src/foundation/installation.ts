import type { Actor } from './actor.ts';
import type { Database } from './database.ts';
import type { Random } from './random.ts';
import { refusal } from './refusal.ts';
import type { Settings } from './settings.ts';
import { sql } from './sql.ts';

/** What this installation is; real or rehearsal from its first act and for ever. */
export interface Installation {
  readonly id: string;
  /** Home of the organization that operates it. */
  readonly homeId: string;
  readonly name: string;
  readonly origin: string;
  readonly profile: string;
  readonly nature: 'real' | 'rehearsal';
  readonly openedAt: string;
}

const read = sql<Installation>`select installation_id as id, home_id as "homeId", name, origin, profile, nature, opened_at as "openedAt" from installation`;

/**
 * The installation of this database, opened on first use. Name and profile follow the settings; origin and nature never
 * change, because proofs and figures given out rest on them.
 *
 * @throws Refusal `foundation.installation-fixed` when the settings name another origin or nature
 */
export async function openInstallation(database: Database, settings: Settings, random: Random): Promise<Installation> {
  const held = await database.first(read);
  if (!held) {
    await database.asOwner(async (tx) => {
      await tx.run(sql`insert into installation (installation_id, home_id, name, origin, profile, nature, opened_at)
        values (${random.uuid()}, ${random.uuid()}, ${settings.name.zh}, ${settings.origin}, ${settings.profile}, ${settings.nature}, date_trunc('milliseconds', transaction_timestamp()))
        on conflict do nothing`);
    });
    return openInstallation(database, settings, random);
  }
  if (held.nature !== settings.nature || held.origin !== settings.origin) {
    throw refusal('foundation.installation-fixed', {
      origin: held.origin,
      nature: held.nature,
      asked: `${settings.origin}, ${settings.nature}`,
    });
  }
  return { ...held, profile: settings.profile, name: settings.name.zh };
}

/** The operator at the command line: no person, the operating organization, everywhere. */
export function operatorOf(installation: Installation): Actor {
  return {
    organization: installation.homeId,
    appointment: { id: installation.homeId, role: 'operator', scope: 'everywhere' },
    basis: 'operator at the command line',
  };
}

/** The public tools act for the operating organization and may do only what their role is named for. */
export function publicDeskOf(installation: Installation): Actor {
  return {
    organization: installation.homeId,
    appointment: { id: installation.homeId, role: 'public-desk', scope: 'everywhere' },
    basis: 'request by a reader',
  };
}
