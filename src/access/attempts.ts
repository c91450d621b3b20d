import { createHmac } from 'node:crypto';
import { addMilliseconds, secondsBetween } from '../foundation/clock.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { installationSecret } from '../people/index.ts';

type AttemptDeps = Pick<Deps, 'database' | 'clock' | 'random'>;

/** Whose failures are counted: those for an account, whether it exists or not, and those of a sender. */
export interface Attempt {
  readonly account: string;
  readonly sender: string;
}

/** Failures that cost nothing; from then on the time to wait doubles. */
const free = { account: 5, sender: 20 } as const;
const firstWait = 15;
/** Long enough to stop guessing, short enough that nobody is kept out of the own account for long by somebody else. */
const longestWait = 900;
/** Failures older than this are forgotten. */
const forgottenAfter = 24 * 3_600_000;

/** Seconds from the last failure until the next attempt is taken. */
export function waitAfter(failures: number, kind: keyof typeof free): number {
  const beyond = failures - free[kind];
  return beyond < 0 ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(beyond, 10));
}

/** @throws Refusal `access.too-many-attempts` with the seconds to wait, known account or not */
export async function requireAttempt(deps: AttemptDeps, attempt: Attempt): Promise<void> {
  const now = deps.clock.now();
  const subjects = await subjectsOf(deps, attempt);
  const rows = await deps.database.all<{ readonly subject: Buffer; readonly failures: number; readonly at: string }>(
    sql`select subject_hash as subject, failures, last_at as at from access_failure where subject_hash = any(${subjects.map(({ hash }) => hash)}::bytea[])`,
  );
  const waits = rows.map(({ subject, failures, at }) => {
    const kind = subjects.find(({ hash }) => hash.equals(subject))?.kind ?? 'sender';
    return Math.ceil(waitAfter(failures, kind) - secondsBetween(at, now));
  });
  const seconds = Math.max(0, ...waits);
  if (seconds > 0) throw refusal('access.too-many-attempts', { seconds });
}

export async function noteFailure(deps: AttemptDeps, attempt: Attempt): Promise<void> {
  const now = deps.clock.now();
  const subjects = await subjectsOf(deps, attempt);
  const before = addMilliseconds(now, -forgottenAfter);
  await deps.database.transaction(async (tx) => {
    for (const { hash } of subjects)
      await tx.run(sql`insert into access_failure as f (subject_hash, failures, last_at) values (${hash}, 1, ${now})
        on conflict (subject_hash) do update set last_at = excluded.last_at,
          failures = case when f.last_at < ${before}::timestamptz then 1 else f.failures + 1 end`);
    await tx.run(sql`delete from access_failure where last_at < ${before}::timestamptz`);
  });
}

/** Whoever comes in has the account's failures forgotten, not those of the sender: a guesser may have one account of the own. */
export async function forgetFailures(deps: AttemptDeps, attempt: Attempt): Promise<void> {
  const [account] = await subjectsOf(deps, attempt);
  await deps.database.transaction((tx) =>
    tx.run(sql`delete from access_failure where subject_hash = ${account?.hash ?? null}`),
  );
}

async function subjectsOf(deps: AttemptDeps, { account, sender }: Attempt) {
  const secret = await installationSecret(deps, 'attempts');
  const subject = (kind: 'account' | 'sender', text: string) => ({
    kind,
    hash: createHmac('sha256', secret).update(`${kind} ${text.trim().toLowerCase()}`).digest(),
  });
  return [subject('account', account), subject('sender', sender)] as const;
}
