import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { PeopleHouse } from './people-house.ts';

/** Somebody with a browser that keeps cookies and fills in forms, without a socket. */
export interface Browser {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly cookies: Map<string, string>;
}

export const base = 'http://localhost:3000';

export function browser({ app }: Pick<PeopleHouse, 'app'>): Browser {
  const cookies = new Map<string, string>();
  const send = async (
    path: string,
    init: RequestInit,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { accept: 'text/html', 'accept-language': 'en', ...(cookie === '' ? {} : { cookie }), ...headers };
    const response = await app.request(`${base}${path}`, { ...init, headers: own });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  return {
    cookies,
    get: (path, headers = {}) => send(path, {}, headers),
    post: (path, form, headers = { 'sec-fetch-site': 'same-origin' }) =>
      send(path, { method: 'POST', body: new URLSearchParams(form) }, headers),
  };
}

/** The letters that were sent, newest last. */
export async function letters({ deps }: Pick<PeopleHouse, 'deps'>) {
  await deps.afterAnswer.ended();
  const folder = join(deps.settings.data, 'messages');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const { to, subject, text } = await simpleParser(readFileSync(join(folder, file)));
      const address = Array.isArray(to) ? to[0]?.text : to?.text;
      return { to: address ?? '', subject: subject ?? '', text: text ?? '' };
    }),
  );
}

/** The path of the link in the newest letter to an address. */
export async function linkTo(house: Pick<PeopleHouse, 'deps'>, address: string): Promise<string> {
  const letter = (await letters(house)).findLast(({ to }) => to === address);
  return /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0]?.replace(/^https?:\/\/[^/]+/, '') ?? '';
}
