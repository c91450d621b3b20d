import { z } from 'zod';
import { mayAct, type Permission, type Visitor } from '../foundation/actor.ts';
import { addDays, addMilliseconds, isDay } from '../foundation/clock.ts';
import type { ReadHandle } from '../foundation/database.ts';
import { linkTokenHash, newLinkToken } from '../foundation/link-token.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { visitorOf } from '../people/index.ts';

type TokenDeps = Pick<Deps, 'database' | 'clock' | 'random'>;

export interface TokenWish {
  readonly label: string;
  readonly appointment: string;
  /** Actions it may do; none: it may only read. */
  readonly actions: readonly string[];
  /** The last day on which it works. */
  readonly until: string;
}

const longestDays = 366;
const wishShape = z.object({ label: z.string().trim().min(1).max(100), until: z.string().refine(isDay) });
/** By the beginning those who look for leaked secrets know it. */
const prefix = 'guiju_';

/**
 * Makes a token for one of the visitor's own appointments. The answer is the only place where it ever stands.
 *
 * @throws Refusal `access.token-not-made`
 */
export async function makeToken(
  deps: TokenDeps,
  {
    visitor,
    permissions,
    wish,
  }: { readonly visitor: Visitor; readonly permissions: readonly Permission[]; readonly wish: TokenWish },
): Promise<string> {
  const today = deps.clock.today();
  const appointment = visitor.appointments.find(({ id, lentBy }) => id === wish.appointment && lentBy === undefined);
  const given = actionsOf(permissions, appointment?.role ?? '');
  const isSound =
    wishShape.safeParse(wish).success &&
    appointment !== undefined &&
    wish.until >= today &&
    wish.until <= addDays(today, longestDays - 1) &&
    wish.actions.every((action) => given.includes(action));
  if (!isSound) throw refusal('access.token-not-made');
  const token = prefix + newLinkToken(deps.random.bytes);
  await deps.database.transaction((tx) =>
    tx.run(sql`insert into api_token (token_id, token_hash, person_id, appointment_id, label, ending, actions, made_at, valid_until)
      values (${deps.random.uuid()}, ${linkTokenHash(token)}, ${visitor.person}, ${appointment.id}, ${wish.label.trim()}, ${token.slice(-4)},
        ${wish.actions.length === 0 ? null : wish.actions}, ${deps.clock.now()}, ${wish.until})`),
  );
  return token;
}

/** The actions that a role gives, of all permission tables. */
export function actionsOf(permissions: readonly Permission[], role: string): readonly string[] {
  const appointment = { id: '', role, scope: 'everywhere' } as const;
  return permissions
    .filter((permission) => mayAct({ organization: '', appointment, basis: '' }, permission))
    .map(({ action }) => action);
}

export interface TokenShown {
  readonly id: string;
  readonly label: string;
  readonly ending: string;
  readonly appointment: string;
  readonly actions: readonly string[] | null;
  readonly madeAt: string;
  readonly until: string;
  readonly lastUsedAt: string | null;
  readonly isOver: boolean;
}

export function tokensOf(read: ReadHandle, person: string, today: string): Promise<readonly TokenShown[]> {
  return read.all<TokenShown>(sql`select token_id as id, label, ending, appointment_id as appointment, actions, made_at as "madeAt",
      valid_until as until, last_used_at as "lastUsedAt", ended_at is not null or valid_until < ${today}::date as "isOver"
    from api_token where person_id = ${person} order by made_at desc limit 200`);
}

/** Ends a token of one's own; ending twice changes nothing. */
export async function endToken(deps: TokenDeps, person: string, tokenId: string): Promise<void> {
  await deps.database.transaction((tx) =>
    tx.run(
      sql`update api_token set ended_at = ${deps.clock.now()} where token_id::text = ${tokenId} and person_id = ${person} and ended_at is null`,
    ),
  );
}

interface TokenRow {
  readonly id: string;
  readonly person: string;
  readonly appointment: string;
  readonly actions: readonly string[] | null;
  readonly lastUsedAt: string | null;
}

/**
 * Whom a token speaks for: its owner, by the one appointment, for its actions.
 *
 * @throws Refusal `access.token-not-valid`, `access.token-read-only`
 */
export async function visitorByToken(
  deps: TokenDeps,
  token: string,
  { isWriting }: { readonly isWriting: boolean },
): Promise<Visitor> {
  const today = deps.clock.today();
  const row =
    await deps.database.first<TokenRow>(sql`select t.token_id as id, t.person_id as person, t.appointment_id as appointment, t.actions,
      t.last_used_at as "lastUsedAt" from api_token t
    join person p on p.person_id = t.person_id and upper_inf(p.known)
    join private_text n on n.home_id = p.home_id and n.text_id = p.name_text and n.erased_at is null
    where t.token_hash = ${linkTokenHash(token)} and t.ended_at is null and t.valid_until >= ${today}::date`);
  if (!row) throw refusal('access.token-not-valid');
  const visitor = await visitorOf(deps.database, row.person, today);
  const appointments = visitor.appointments.filter(({ id, lentBy }) => id === row.appointment && lentBy === undefined);
  if (appointments.length === 0) throw refusal('access.token-not-valid');
  if (isWriting && row.actions === null) throw refusal('access.token-read-only');
  await noteUse(deps, row);
  return { ...visitor, appointments, ...(row.actions === null ? {} : { actions: row.actions }) };
}

/** The use is noted to the minute, so that a program that asks much writes little. */
async function noteUse({ database, clock }: TokenDeps, { id, lastUsedAt }: TokenRow): Promise<void> {
  const now = clock.now();
  if (lastUsedAt !== null && addMilliseconds(lastUsedAt, 60_000) > now) return;
  await database.transaction((tx) => tx.run(sql`update api_token set last_used_at = ${now} where token_id = ${id}`));
}
