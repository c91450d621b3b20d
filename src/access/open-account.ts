import type { WriteHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';

/** The library of accounts names a person by an address; ours tells nothing and never changes with the real one. */
export const addressOf = (personId: string): string => `${personId}@person.invalid`;

/** Opens an account without a way in, or changes nothing but that the address is verified. */
export async function openAccount(
  tx: WriteHandle,
  { person, now, isVerified }: { readonly person: string; readonly now: string; readonly isVerified: boolean },
): Promise<void> {
  await tx.run(sql`insert into access_user (id, name, email, email_verified, created_at, updated_at)
    values (${person}, '', ${addressOf(person)}, ${isVerified}, ${now}, ${now})
    on conflict (id) do update set email_verified = access_user.email_verified or excluded.email_verified, updated_at = excluded.updated_at`);
}
