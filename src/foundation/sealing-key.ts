import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';
import { type NoteKey, type NoteSigner, newKeyFile, noteKey, noteSigner } from './seals/signed-note.ts';

export interface SealingKeys {
  /** The first key of the log, from which its readers start; later keys follow from acts in the log. */
  readonly first: NoteKey;
  /** The key in office. */
  readonly signers: () => readonly NoteSigner[];
}

/**
 * The key with which checkpoints are signed: a file of mode 0600 in the data folder, made at the first start. Whoever has
 * it can sign for this register, so it is in no backup and no export. The first key's public half stays beside it.
 */
export function sealingKeys(folder: string, origin: string, random: Random): SealingKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'sealing.key');
  if (!existsSync(file)) writeFileSync(file, newKeyFile(origin, random.bytes(32)), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  const signer = noteSigner(readFileSync(file, 'utf8'));
  const publicFile = join(folder, 'sealing.first-key');
  if (!existsSync(publicFile)) writeFileSync(publicFile, `${signer.text}\n`);
  return { first: firstKeyOf(readFileSync(publicFile, 'utf8'), signer), signers: () => [signer] };
}

function firstKeyOf(text: string, signer: NoteSigner): NoteKey {
  return text.trim() === signer.text ? signer : noteKey(text.trim());
}
