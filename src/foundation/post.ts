import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Deps } from './part.ts';

/** A message ready to go. */
export interface Letter {
  /** Opaque; the same letter has the same identifier, so that a second copy is known as one. */
  readonly id: string;
  readonly to: string;
  readonly lang: 'zh-Hans' | 'en';
  readonly subject: string;
  readonly text: string;
  /** Address that stops the messages by one request (RFC 2369, RFC 8058). */
  readonly stopAddress?: string;
}

/** How letters leave the house. */
export interface Post {
  /** Hands a letter over. Refused for a time or for ever, it throws; then nobody has it. */
  readonly send: (letter: Letter) => Promise<void>;
  /** Whether a letter of which the handing over was interrupted did go out; undefined when nobody can tell. */
  readonly wasSent: (letterId: string) => boolean | undefined;
}

type PostDeps = Pick<Deps, 'settings'> & { readonly clock: Pick<Deps['clock'], 'now'> };

/** Letters go to the server of the settings or, when there is none, into files of the data folder. */
export function postOf(deps: PostDeps): Post {
  return deps.settings.mail.server === '' ? filePost(deps) : serverPost(deps);
}

function serverPost({ settings }: PostDeps): Post {
  const transport = createTransport(settings.mail.server, {
    // A letter is text alone: no file and no address of it is ever read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (letter) => {
      await transport.sendMail(mailOf(letter, settings.mail.from));
    },
    wasSent: () => undefined,
  };
}

/** One .eml file for each letter, written under another name and then renamed: it is there whole or not at all. */
function filePost({ settings }: PostDeps): Post {
  const folder = join(settings.data, 'messages');
  const fileOf = (letterId: string): string => join(folder, `${letterId}.eml`);
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (letter) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { message } = await transport.sendMail(mailOf(letter, settings.mail.from));
      if (!Buffer.isBuffer(message)) throw new Error('The letter was not made as one piece.');
      const file = fileOf(letter.id);
      writeFileSync(`${file}.part`, message, { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    wasSent: (letterId) => existsSync(fileOf(letterId)),
  };
}

/** Automatic messages say so, so that no absence notice answers them (RFC 3834). */
function mailOf(letter: Letter, from: string) {
  const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  return {
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    messageId: `<${letter.id}@${host === '' ? 'localhost' : host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.lang,
      ...(letter.stopAddress === undefined
        ? {}
        : { 'List-Unsubscribe': `<${letter.stopAddress}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}
