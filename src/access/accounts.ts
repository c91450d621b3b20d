import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { z } from 'zod';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import type { Deps } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { installationSecret } from '../people/index.ts';
import { accountStore } from './account-store.ts';
import { personOfVerifiedAddress } from './known-persons.ts';
import { addressOf, openAccount } from './open-account.ts';

export type AccessDeps = Pick<
  Deps,
  | 'settings'
  | 'database'
  | 'random'
  | 'clock'
  | 'executor'
  | 'definitions'
  | 'installation'
  | 'operator'
  | 'publicDesk'
  | 'log'
  | 'afterAnswer'
>;

/** Passwords are long rather than composed (NIST SP 800-63B, 3.1.1.2). */
export const shortestPassword = 12;
export const longestPassword = 200;
/** A day at the office: a session ends by itself after it. */
const sessionSeconds = 12 * 3_600;
export const cookiePrefix = 'guiju';
/** Where the provider of identities sends a person back to. */
export const authPath = '/sign-in/auth';

type Library = Awaited<ReturnType<typeof libraryOf>>;

/** The library of accounts over our tables: passwords, sessions, second factors, providers of identities. */
async function libraryOf(deps: AccessDeps) {
  const secret = (await installationSecret(deps, 'sessions')).toString('hex');
  const base = publicAddressOf(deps.settings);
  const { oidc, name } = deps.settings;
  return betterAuth({
    appName: name.en,
    baseURL: base,
    basePath: authPath,
    secret,
    database: accountStore(deps.database),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    account: { accountLinking: { enabled: true, allowDifferentEmails: true }, updateAccountOnSignIn: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: base.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => deps.random.uuid() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    databaseHooks: {
      // What the provider gave serves to know the person, and is not kept.
      account: { create: { before: async (account) => ({ data: { ...account, ...nothingOfProvider } }) } },
      // A browser tells its name so that its owner knows it again; a longer one is of no use for that.
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, ipAddress: '', userAgent: (session.userAgent ?? '').slice(0, 200) },
          }),
        },
      },
    },
    onAPIError: { errorURL: `${base}/sign-in` },
    plugins: [
      twoFactor({ issuer: name.en, accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
      genericOAuth({
        config:
          oidc.issuer === ''
            ? []
            : [
                {
                  providerId: oidcProvider,
                  name: oidc.label.en,
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  requireIdTokenVerification: true,
                  clientId: oidc.client,
                  clientSecret: oidc.secret,
                  scopes: ['openid', 'email'],
                  pkce: true,
                  disableSignUp: true,
                  disableProviderLogout: true,
                  mapProfileToUser: async (profile) => {
                    const person = await personOfVerifiedAddress(deps, profile);
                    return {
                      email: addressOf(person ?? deps.random.uuid()),
                      emailVerified: profile['email_verified'] === true,
                      name: '',
                    };
                  },
                },
              ],
      }),
    ],
  });
}

const nothingOfProvider = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

export const oidcProvider = 'oidc';

/** What came of an attempt to come in, and the cookies that go with the answer. */
export interface Entering {
  readonly state: 'in' | 'code' | 'refused' | 'locked';
  readonly cookies: readonly string[];
}

export interface Session {
  readonly id: string;
  readonly person: string;
  readonly hasSecondFactor: boolean;
}

/** Accounts as the pages need them. */
export type Accounts = ReturnType<typeof accountsOf>;

/** The library is opened at its first use, and again when that failed. */
export function accountsOf(deps: AccessDeps) {
  let opened: Promise<Library> | undefined;
  const library = (): Promise<Library> => {
    opened ??= libraryOf(deps).catch((fault: unknown) => {
      opened = undefined;
      throw fault;
    });
    return opened;
  };
  return {
    /** By a person's identifier; for an unknown one the same work is done, so that the time tells nothing. */
    signIn: async (person: string | undefined, password: string, headers: Headers): Promise<Entering> => {
      const { api } = await library();
      const email = addressOf(person ?? deps.random.uuid());
      const response = await api.signInEmail({
        body: { email, password },
        headers: withoutCookies(headers),
        asResponse: true,
      });
      const answer: unknown = await response.json();
      const needsCode = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer;
      return { state: stateOf(response, needsCode), cookies: response.headers.getSetCookie() };
    },
    enterCode: async (code: string, headers: Headers): Promise<Entering> => {
      const { api } = await library();
      const digits = code.replaceAll(/\s/g, '');
      const call = { headers, asResponse: true as const };
      const response = /^\d{6}$/.test(digits)
        ? await api.verifyTOTP({ body: { code: digits }, ...call })
        : await api.verifyBackupCode({ body: { code: code.trim().slice(0, 40) }, ...call });
      return { state: stateOf(response, false), cookies: response.headers.getSetCookie() };
    },
    signOut: async (headers: Headers): Promise<readonly string[]> => {
      const { api } = await library();
      return (await api.signOut({ headers, asResponse: true })).headers.getSetCookie();
    },
    sessionOf: async (headers: Headers): Promise<Session | undefined> => {
      const { api } = await library();
      const found = await api.getSession({ headers, query: { disableCookieCache: true, disableRefresh: true } });
      if (!found) return undefined;
      return { id: found.session.id, person: found.user.id, hasSecondFactor: found.user.twoFactorEnabled === true };
    },
    /** Opens the account of a person, or gives it a new password; every session of before ends. */
    setPassword: async (
      person: string,
      password: string,
      { isVerified }: { readonly isVerified: boolean },
    ): Promise<void> => {
      const context = await (await library()).$context;
      const hash = await context.password.hash(password);
      const now = deps.clock.now();
      await deps.database.transaction(async (tx) => {
        await openAccount(tx, { person, now, isVerified });
        await tx.run(sql`insert into access_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
          values (${deps.random.uuid()}, ${person}, ${person}, 'credential', ${hash}, ${now}, ${now})
          on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = excluded.updated_at`);
        await tx.run(sql`delete from access_session where user_id = ${person}`);
      });
    },
    isPassword: async (person: string, password: string): Promise<boolean> => {
      const context = await (await library()).$context;
      const row = await deps.database.first<{ readonly password: string | null }>(
        sql`select password from access_account where user_id = ${person} and provider_id = 'credential'`,
      );
      if (!row?.password) return false;
      return context.password.verify({ hash: row.password, password });
    },
    /** Begins a second factor: its address for the program that makes codes, and the recovery codes. */
    beginSecondFactor: async (password: string, headers: Headers) => {
      const { api } = await library();
      const response = await api.enableTwoFactor({ body: { password }, headers, asResponse: true });
      if (!response.ok) return undefined;
      const begun = secondFactorShape.safeParse(await response.json());
      return begun.success ? begun.data : undefined;
    },
    endSecondFactor: async (password: string, headers: Headers): Promise<Entering> => {
      const { api } = await library();
      const response = await api.disableTwoFactor({ body: { password }, headers, asResponse: true });
      return { state: stateOf(response, false), cookies: response.headers.getSetCookie() };
    },
    newRecoveryCodes: async (password: string, headers: Headers): Promise<readonly string[] | undefined> => {
      const { api } = await library();
      const response = await api.generateBackupCodes({ body: { password }, headers, asResponse: true });
      if (!response.ok) return undefined;
      const made = recoveryCodesShape.safeParse(await response.json());
      return made.success ? made.data.backupCodes : undefined;
    },
    /** Where the provider of identities asks the person; with a session, to join the provider to that account. */
    toProvider: async (to: string, headers: Headers, isJoining: boolean) => {
      const { api } = await library();
      const body = {
        provider: oidcProvider,
        callbackURL: to,
        errorCallbackURL: isJoining ? '/account' : '/sign-in',
        disableRedirect: true,
      };
      const response = isJoining
        ? await api.linkSocialAccount({ body, headers, asResponse: true })
        : await api.signInSocial({ body, headers: withoutCookies(headers), asResponse: true });
      const answer = providerShape.safeParse(response.ok ? await response.json() : undefined);
      return answer.success ? { url: answer.data.url, cookies: response.headers.getSetCookie() } : undefined;
    },
    /** The answer of the provider, as the person's browser brings it. */
    fromProvider: async (request: Request): Promise<Response> => (await library()).handler(request),
  };
}

const secondFactorShape = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const recoveryCodesShape = z.object({ backupCodes: z.array(z.string()) });
const providerShape = z.object({ url: z.string() });

function stateOf(response: Response, needsCode: boolean): Entering['state'] {
  if (response.status === 429) return 'locked';
  if (!response.ok) return 'refused';
  return needsCode ? 'code' : 'in';
}

/** Signing in asks nothing of an earlier session. */
function withoutCookies(headers: Headers): Headers {
  const others = new Headers(headers);
  others.delete('cookie');
  return others;
}
