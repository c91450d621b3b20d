import { createHmac } from 'node:crypto';
import type { Deps } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';

type SecretDeps = Pick<Deps, 'database' | 'random'>;

/** A secret of the installation for one purpose, made at its first use. It is in every backup: claims rest on it. */
export async function installationSecret({ database, random }: SecretDeps, purpose: string): Promise<Buffer> {
  const read = sql<{ readonly secret: Buffer }>`select secret from installation_secret where purpose = ${purpose}`;
  const held = await database.first(read);
  if (held) return held.secret;
  await database.transaction((tx) =>
    tx.run(
      sql`insert into installation_secret (purpose, secret) values (${purpose}, ${random.bytes(32)}) on conflict do nothing`,
    ),
  );
  const made = await database.first(read);
  if (!made) throw new Error('The secret was not kept.');
  return made.secret;
}

/**
 * By what a person is found by an e-mail address: a plain hash could be guessed from a list of addresses, so it is keyed.
 * Upper and lower case are one address, as providers of mail treat them.
 */
export async function emailKey(deps: SecretDeps, email: string): Promise<string> {
  const secret = await installationSecret(deps, 'email-key');
  return createHmac('sha256', secret).update(email.trim().normalize('NFC').toLowerCase()).digest('hex');
}
