import type { ReadHandle } from '../foundation/database.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';

export interface SessionShown {
  readonly id: string;
  readonly browser: string;
  readonly since: string;
  readonly until: string;
}

/** The sessions of a person that have not ended. */
export function sessionsOf(read: ReadHandle, person: string, now: string): Promise<readonly SessionShown[]> {
  return read.all<SessionShown>(sql`select id, coalesce(user_agent, '') as browser, created_at as since, expires_at as until
    from access_session where user_id = ${person} and expires_at > ${now}::timestamptz order by created_at desc limit 100`);
}

/** Ends one of a person's own sessions. @throws Refusal `access.session-unknown` */
export async function endSession({ database }: Pick<Deps, 'database'>, person: string, id: string): Promise<void> {
  const ended = await database.transaction((tx) =>
    tx.run(sql`delete from access_session where id::text = ${id} and user_id = ${person}`),
  );
  if (ended === 0) throw refusal('access.session-unknown');
}

/** Ends every session of a person but one. */
export async function endOtherSessions(
  { database }: Pick<Deps, 'database'>,
  person: string,
  kept: string,
): Promise<void> {
  await database.transaction((tx) =>
    tx.run(sql`delete from access_session where user_id = ${person} and id <> ${kept}`),
  );
}

/** Takes away accounts of erased persons, and what has passed its time. */
export async function sweepAccess({ database, clock }: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  const now = clock.now();
  await database.transaction(async (tx) => {
    const erased = sql`(select p.person_id from person p join private_text t on t.home_id = p.home_id and t.text_id = p.name_text
      where upper_inf(p.known) and t.erased_at is not null)`;
    await tx.run(sql`delete from access_user where id in ${erased}`);
    await tx.run(sql`delete from api_token where person_id in ${erased}`);
    await tx.run(sql`delete from access_link where person_id in ${erased} or valid_until < ${now}::timestamptz`);
    await tx.run(sql`delete from access_session where expires_at < ${now}::timestamptz`);
    await tx.run(sql`delete from access_verification where expires_at < ${now}::timestamptz`);
  });
}
