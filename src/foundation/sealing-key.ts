import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyInOffice, makeFirstKey, writeDurably } from './key-files.ts';
import type { Random } from './random.ts';
import { refusal } from './refusal.ts';
import { type NoteKey, type NoteSigner, noteKey } from './seals/signed-note.ts';

export interface SealingKeys {
  /** The first key of the log, from which its readers start; later keys follow from acts in the log. */
  readonly first: NoteKey;
  /** The key in office. */
  readonly signers: () => readonly NoteSigner[];
}

/**
 * The keys with which a log is signed: files of mode 0600 in the data folder, the first made at the first start. Whoever
 * has them can sign for this register, so they are in no export. The first key's public half stays beside them. The
 * files are read each time, because another process of the same installation may have replaced the key, or restored it.
 *
 * @throws Refusal `seals.key-missing` when the folder had a key and has it no more: a new one could not go on with the log
 */
export function sealingKeys(folder: string, origin: string, random: Random): SealingKeys {
  const file = join(folder, 'sealing.key');
  const publicFile = join(folder, 'sealing.first-key');
  if (!existsSync(file)) {
    if (existsSync(publicFile)) throw refusal('seals.key-missing', { file });
    makeFirstKey(folder, origin, random);
  }
  chmodSync(file, 0o600);
  if (!existsSync(publicFile)) writeDurably(publicFile, `${keyInOffice(folder).text}\n`);
  return {
    get first() {
      return noteKey(readFileSync(publicFile, 'utf8').trim());
    },
    signers: () => [keyInOffice(folder)],
  };
}
