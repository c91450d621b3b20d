import { emailAddress } from '../foundation/email-address.ts';
import type { Deps } from '../foundation/part.ts';
import { emailKey, type Person, personByEmailKey } from '../people/index.ts';
import { openAccount } from './open-account.ts';

type KnowingDeps = Pick<Deps, 'database' | 'random' | 'clock'>;

/** Who has an address, of the persons entered here. */
export async function personOfAddress(deps: KnowingDeps, text: string): Promise<Person | undefined> {
  const address = emailAddress(text);
  // The same question is asked for what is no address, so that both take the same time.
  const key = await emailKey(deps, address ?? `no address ${deps.random.uuid()}`);
  const person = await personByEmailKey(deps.database, key);
  return person?.name === null ? undefined : person;
}

/**
 * Who a provider of identities speaks of: only a person entered here before, by an address that the provider has verified.
 * Such a person has an account from then on.
 */
export async function personOfVerifiedAddress(
  deps: KnowingDeps,
  profile: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const { email, email_verified: isVerified } = profile;
  if (typeof email !== 'string' || isVerified !== true) return undefined;
  const person = await personOfAddress(deps, email);
  if (!person) return undefined;
  const now = deps.clock.now();
  await deps.database.transaction((tx) => openAccount(tx, { person: person.id, now, isVerified: true }));
  return person.id;
}
