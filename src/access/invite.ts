import { registerOrganization } from '../bodies/index.ts';
import type { Actor } from '../foundation/actor.ts';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import type { Post } from '../foundation/post.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { emailKey, enterPerson, giveAppointment, type Person, personByEmailKey, personById } from '../people/index.ts';
import { type AccessDeps, type Accounts, longestPassword, shortestPassword } from './accounts.ts';
import { confirmationLetter, invitationLetter, recoveryLetter } from './letters.ts';
import { linkHours, makeLink, openLink, usingLink } from './links.ts';
import { openAccount } from './open-account.ts';

/** @throws Refusal `access.password-short` */
export function requirePassword(password: string): void {
  const length = [...password].length;
  if (length < shortestPassword || length > longestPassword)
    throw refusal('access.password-short', { shortest: shortestPassword, longest: longestPassword });
}

/** The link that opens a person's account once, for who hands it over by another way than a letter. */
export async function invitationLink(deps: AccessDeps, personId: string): Promise<string> {
  return `${publicAddressOf(deps.settings)}/invitation/${await makeLink(deps, 'invitation', personId)}`;
}

/** Sends a person the letter with the link that opens the account. @throws Refusal `people.person-unknown` */
export async function invite(deps: AccessDeps, post: Post, personId: string): Promise<void> {
  const person = await personById(deps.database, personId);
  if (!person?.email) throw refusal('people.person-unknown', { personId });
  const token = await makeLink(deps, 'invitation', personId);
  await send(
    deps,
    post,
    person,
    invitationLetter(lettering(deps, person, `/invitation/${token}`, linkHours.invitation)),
  );
}

/**
 * Sends a link for a new password to an address that belongs to an account. Whether it does is seen nowhere: the letter
 * follows after the answer.
 */
export function recover(deps: AccessDeps, post: Post, person: Person | undefined): void {
  const sent = (async () => {
    if (!person?.email) return;
    const account = await deps.database.first(
      sql`select 1 from access_user where id = ${person.id} and email_verified`,
    );
    if (!account) return;
    const token = await makeLink(deps, 'recovery', person.id);
    await send(deps, post, person, recoveryLetter(lettering(deps, person, `/recover/${token}`, linkHours.recovery)));
  })().catch((fault: unknown) => {
    deps.log.error({ error: fault instanceof Error ? fault.name : 'unknown' }, 'a letter of recovery was not sent');
  });
  deps.afterAnswer.keep(sent);
}

async function confirmAddress(deps: AccessDeps, post: Post, personId: string): Promise<void> {
  const person = await personById(deps.database, personId);
  if (!person?.email) return;
  const token = await makeLink(deps, 'confirmation', personId);
  await send(
    deps,
    post,
    person,
    confirmationLetter(lettering(deps, person, `/confirm/${token}`, linkHours.confirmation)),
  );
}

function lettering(deps: AccessDeps, person: Person, path: string, hours: number) {
  const { name } = deps.settings;
  return {
    lang: person.lang,
    name: name[person.lang === 'en' ? 'en' : 'zh'],
    link: `${publicAddressOf(deps.settings)}${path}`,
    hours,
  };
}

async function send(
  deps: AccessDeps,
  post: Post,
  person: Person,
  letter: { readonly subject: string; readonly text: string },
): Promise<void> {
  if (person.email === null) return;
  await post.send({ id: deps.random.uuid(), to: person.email, lang: person.lang, ...letter });
}

/** An invited person sets a password; having come by the link proves the address. @throws Refusal */
export async function acceptInvitation(
  { deps, accounts }: { readonly deps: AccessDeps; readonly accounts: Accounts },
  token: string,
  password: string,
): Promise<void> {
  requirePassword(password);
  const { person } = await openLink(deps, token, ['invitation', 'recovery']);
  if (person === null) throw refusal('access.link-not-valid');
  await usingLink(deps, token, () => accounts.setPassword(person, password, { isVerified: true }));
}

/** The address is confirmed by whoever reads its letters. @throws Refusal `access.link-not-valid` */
export async function acceptConfirmation(deps: AccessDeps, token: string): Promise<void> {
  const { person } = await openLink(deps, token, ['confirmation']);
  if (person === null) throw refusal('access.link-not-valid');
  const now = deps.clock.now();
  await usingLink(deps, token, () =>
    deps.database.transaction((tx) => openAccount(tx, { person, now, isVerified: true })),
  );
}

export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly lang: 'zh-Hans' | 'en';
}

/**
 * Whoever has the link of the terminal becomes an administrator of the installation; by the operator's authority, as
 * everything from the terminal. The operating organization is entered with it.
 *
 * @throws Refusal `access.link-not-valid`, `access.password-short`, `people.name-missing`, `people.email-wrong`
 */
export async function becomeAdministrator(
  { deps, accounts, post }: { readonly deps: AccessDeps; readonly accounts: Accounts; readonly post: Post },
  token: string,
  given: FirstAdministrator,
): Promise<void> {
  requirePassword(given.password);
  if (given.email.trim() === '') throw refusal('people.email-wrong');
  await openLink(deps, token, ['first-administrator']);
  await usingLink(deps, token, async () => {
    const actor: Actor = { ...deps.operator, basis: 'link printed at the terminal; DESIGN 8' };
    const execute = async (...[command, input]: [Parameters<typeof deps.executor.execute>[0], unknown]) =>
      (await deps.executor.execute(command, input, { actor, key: deps.random.uuid() })).events[0]?.streamId ?? '';
    await enterOperator(deps, execute);
    const key = await emailKey(deps, given.email);
    const held = await personByEmailKey(deps.database, key);
    const salt = (): string => deps.random.bytes(16).toString('hex');
    const person =
      held?.id ??
      (await execute(enterPerson, {
        name: given.name,
        email: given.email,
        emailKey: key,
        lang: given.lang,
        salts: [salt(), salt(), salt()],
      }));
    if (!(await isAdministrator(deps, person)))
      await execute(giveAppointment(deps.definitions), {
        person,
        organization: deps.installation.homeId,
        role: 'administrator',
        from: deps.clock.today(),
      });
    await accounts.setPassword(person, given.password, { isVerified: false });
    await confirmAddress(deps, post, person).catch(() => deps.log.warn({}, 'a letter of confirmation was not sent'));
  });
}

async function enterOperator(
  deps: AccessDeps,
  execute: (...given: [Parameters<typeof deps.executor.execute>[0], unknown]) => Promise<string>,
): Promise<void> {
  const { homeId } = deps.installation;
  const held = await deps.database.first(
    sql`select 1 from organization_entry where organization_id = ${homeId} and upper_inf(known)`,
  );
  if (held) return;
  const { zh, en } = deps.settings.name;
  await execute(registerOrganization(deps.definitions), {
    organizationId: homeId,
    names: { 'zh-Hans': zh, en },
    kind: operatorKinds[deps.settings.profile] ?? 'operator',
  });
}

/** What the operating organization is, by the profile of the installation. */
const operatorKinds: Readonly<Record<string, string>> = {
  nation: 'national-authority',
  department: 'department',
  province: 'provincial-authority',
  city: 'city-authority',
  association: 'association',
  enterprise: 'enterprise',
};

async function isAdministrator(deps: AccessDeps, person: string): Promise<boolean> {
  const row =
    await deps.database.first(sql`select 1 from appointment where person_id = ${person} and role = 'administrator'
    and home_id = ${deps.installation.homeId} and upper_inf(known) and valid @> ${deps.clock.today()}::date`);
  return row !== undefined;
}
