import { addMilliseconds } from '../foundation/clock.ts';
import { linkTokenHash, newLinkToken } from '../foundation/link-token.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';

/** Links that open an account, set a new password or confirm an address. */
export type LinkKind = 'first-administrator' | 'invitation' | 'recovery' | 'confirmation';

/** How long each works, in hours; and in any case only once. */
export const linkHours: Readonly<Record<LinkKind, number>> = {
  'first-administrator': 24,
  invitation: 14 * 24,
  recovery: 1,
  confirmation: 48,
};

type LinkDeps = Pick<Deps, 'database' | 'clock' | 'random'>;

/** Makes a link; an older one of its kind for the same person works no more. */
export async function makeLink(deps: LinkDeps, kind: LinkKind, person?: string): Promise<string> {
  const token = newLinkToken(deps.random.bytes);
  const now = deps.clock.now();
  const until = addMilliseconds(now, linkHours[kind] * 3_600_000);
  await deps.database.transaction(async (tx) => {
    await tx.run(
      sql`delete from access_link where kind = ${kind} and person_id is not distinct from ${person ?? null}::uuid and used_at is null`,
    );
    await tx.run(sql`insert into access_link (token_hash, kind, person_id, made_at, valid_until)
      values (${linkTokenHash(token)}, ${kind}, ${person ?? null}, ${now}, ${until})`);
  });
  return token;
}

export interface OpenLink {
  readonly kind: LinkKind;
  /** Absent for the first administrator, who is nobody yet. */
  readonly person: string | null;
}

/**
 * What a link opens. Looking does not use it up, because mail programs look.
 *
 * @throws Refusal `access.link-not-valid`
 */
export async function openLink(deps: LinkDeps, token: string, kinds: readonly LinkKind[]): Promise<OpenLink> {
  const link = await deps.database.first<OpenLink>(sql`select kind, person_id as person from access_link
    where token_hash = ${linkTokenHash(token)} and kind = any(${kinds}::text[]) and used_at is null and valid_until > ${deps.clock.now()}::timestamptz`);
  if (!link) throw refusal('access.link-not-valid');
  return link;
}

/**
 * Uses a link up for some work. Of two at once only one does the work; when it fails the link works again.
 *
 * @throws Refusal `access.link-not-valid`
 */
export async function usingLink<T>(deps: LinkDeps, token: string, work: () => Promise<T>): Promise<T> {
  const hash = linkTokenHash(token);
  const now = deps.clock.now();
  const taken = await deps.database.transaction((tx) =>
    tx.run(
      sql`update access_link set used_at = ${now} where token_hash = ${hash} and used_at is null and valid_until > ${now}::timestamptz`,
    ),
  );
  if (taken === 0) throw refusal('access.link-not-valid');
  try {
    return await work();
  } catch (error) {
    await deps.database.transaction((tx) =>
      tx.run(sql`update access_link set used_at = null where token_hash = ${hash}`),
    );
    throw error;
  }
}
