import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { mistakeLines } from './settings-mistakes.ts';

/** Who runs the installation; it shows only the parts of its profile. */
export const profiles = ['nation', 'department', 'province', 'city', 'association', 'enterprise'] as const;
export type Profile = (typeof profiles)[number];

const port = z.coerce.number().int().min(0).max(65_535);

/** What an installation is called until its operator names it. */
export const unnamed = { zh: '规矩登记簿', en: 'Guiju register' } as const;

const mebibytes = z.coerce.number().int().min(1).max(1_024);

/** A store that speaks the language of Amazon S3; addressed by path, because most of them have no name for each bucket. */
const s3Store = z.strictObject({
  endpoint: z.httpUrl(),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  region: z.string().min(1).default('us-east-1'),
  key: z.string().min(1),
  secret: z.string().min(1),
});

const documentSettings = z.strictObject({
  /** Absent: the folder `contents` of the data folder. */
  s3: s3Store.optional(),
  largest: z
    .strictObject({
      pdf: mebibytes.default(64),
      office: mebibytes.default(32),
      xml: mebibytes.default(32),
      image: mebibytes.default(32),
      text: mebibytes.default(8),
      zip: mebibytes.default(64),
    })
    .prefault({}),
  /** What an archive may unpack to, and how many times its size one part of it. */
  unpacked: mebibytes.default(256),
  ratio: z.coerce.number().int().min(10).max(10_000).default(300),
});

export type DocumentSettings = Readonly<z.output<typeof documentSettings>>;

const schema = z.strictObject({
  profile: z.enum(profiles).default('nation'),
  /** Name of the operating organization, shown on pages and in acts. */
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).default(unnamed),
  /** Name of the log in checkpoints; a host name the operator controls. */
  origin: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)*$/)
    .default('guiju.localhost/register'),
  /** real or rehearsal; fixed by the first start. */
  nature: z.enum(['real', 'rehearsal']).default('real'),
  /** Folder of the embedded database, keys and backups. */
  data: z.string().min(1).default('data'),
  /** postgres://... of a server; empty: the embedded database in `data`. */
  databaseUrl: z.string().refine(isDatabaseAddress).default(''),
  connections: z.coerce.number().int().min(2).max(100).default(8),
  port: port.default(3000),
  host: z.string().default('127.0.0.1'),
  /** Address under which readers reach the installation; used in feeds, citations and messages. */
  publicAddress: z.union([z.literal(''), z.httpUrl()]).default(''),
  /** Minutes without an act after which the newest checkpoint is signed again, so that answers become final. */
  settleAfterMinutes: z.coerce.number().int().min(1).max(1_440).default(10),
  timeZone: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  language: z.enum(['zh-Hans', 'en']).default('zh-Hans'),
  /** smtp://user:password@host:port; empty: messages are written to files in `data`/messages. */
  mail: z
    .strictObject({ server: z.string().default(''), from: z.string().default('register@localhost') })
    .default({ server: '', from: 'register@localhost' }),
  /** A provider of identities (OpenID Connect) by which known persons may sign in; empty: none. */
  oidc: z
    .strictObject({
      issuer: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
      client: z.string().default(''),
      secret: z.string().default(''),
      label: z
        .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
        .default({ zh: '统一身份认证', en: 'Organization account' }),
    })
    .default({ issuer: '', client: '', secret: '', label: { zh: '统一身份认证', en: 'Organization account' } }),
  /** Requests a minute from one address: pages, and the costly public tools. */
  limits: z
    .strictObject({
      requestsPerMinute: z.number().int().positive().default(600),
      toolsPerMinute: z.number().int().positive().default(20),
    })
    .default({ requestsPerMinute: 600, toolsPerMinute: 20 }),
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: z.array(z.string()).default([]),
  backups: z
    .strictObject({
      at: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
        .default('02:30'),
      keep: z.number().int().positive().default(14),
    })
    .default({ at: '02:30', keep: 14 }),
  /** Where the contents of documents lie, and how large they may be. Sizes in MiB. */
  documents: documentSettings.default(documentSettings.parse({})),
});

export type Settings = Readonly<z.output<typeof schema>>;

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const variables: Readonly<Record<string, keyof Settings>> = {
  GUIJU_PROFILE: 'profile',
  GUIJU_DATABASE_URL: 'databaseUrl',
  GUIJU_DATA: 'data',
  GUIJU_PORT: 'port',
  GUIJU_HOST: 'host',
  GUIJU_PUBLIC_ADDRESS: 'publicAddress',
  GUIJU_ORIGIN: 'origin',
  GUIJU_NATURE: 'nature',
  GUIJU_LANGUAGE: 'language',
  GUIJU_TIME_ZONE: 'timeZone',
};

/**
 * Reads the one settings file (guiju.yaml beside the program, or GUIJU_SETTINGS) and the variables GUIJU_... over it.
 * Everything has a default. All mistakes are reported together, then the start stops.
 *
 * @throws SettingsError naming each wrong value, where it stands and what would be right
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, folder: string): Settings {
  const file = resolve(folder, environment['GUIJU_SETTINGS'] ?? 'guiju.yaml');
  const stated = readFile(file, environment['GUIJU_SETTINGS'] !== undefined);
  for (const [variable, name] of Object.entries(variables)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') stated[name] = value;
  }
  const parsed = schema.safeParse(stated);
  if (!parsed.success) {
    const variableOf = (setting: string): string | undefined =>
      Object.keys(variables).find((variable) => variables[variable] === setting && environment[variable]);
    const lines = mistakeLines(parsed.error.issues, { stated, variableOf });
    throw new SettingsError(
      `设置有误（${file} 与 GUIJU_… 变量），没有启动。The settings have mistakes (${file} and the variables GUIJU_…); nothing was started.\n${lines.join('\n')}\n见 See docs/settings.md`,
    );
  }
  return Object.freeze({ ...parsed.data, data: resolve(folder, parsed.data.data) });
}

function readFile(file: string, isNamed: boolean): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (!isNamed && error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SettingsError(
      `设置文件 ${file} 无法读取（${reason}）。The settings file ${file} cannot be read (${reason}).`,
      { cause: error },
    );
  }
  const value = parsedYaml(text, file);
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw new SettingsError(
      `设置文件 ${file} 应当是名称和值，例如 port: 3000。The settings file ${file} must hold names and values, such as port: 3000.`,
    );
  return { ...value };
}

/** Two names for one setting, or a bracket that is not closed, say nothing that could be carried out. */
function parsedYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [{ line, col } = { line: 1, col: 1 }] = error.linePos ?? [];
    throw new SettingsError(
      `设置文件 ${file} 第 ${line} 行第 ${col} 列不是有效的 YAML，没有启动。The settings file ${file} is no valid YAML at line ${line}, column ${col}; nothing was started.\n  ${error.message.split('\n')[0]}\n见 See docs/settings.md`,
      { cause: error },
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isDatabaseAddress(address: string): boolean {
  // A server reached by its socket has no host in its address: postgres://user@/name?host=/run/postgresql
  return address === '' || /^postgres(?:ql)?:\/\/\S+$/.test(address);
}
