import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** A public key that may sign notes, with the name under which it signs (C2SP signed-note). */
export interface NoteKey {
  readonly name: string;
  /** The key ID as eight hexadecimal digits. */
  readonly id: string;
  /** The key in one line, as others keep it: `name+id+base64(0x01 || public key)`. */
  readonly text: string;
  readonly publicKey: KeyObject;
}

export interface NoteSigner extends NoteKey {
  readonly privateKey: KeyObject;
}

export class BadNote extends Error {
  readonly reason: BadNoteReason;
  constructor(reason: BadNoteReason) {
    super(`The signed note is refused: ${reason}.`);
    this.name = 'BadNote';
    this.reason = reason;
  }
}

export type BadNoteReason = 'not-a-note' | 'not-a-key' | 'not-signed-by-a-known-key' | 'signature-does-not-match';

/** Signs a text that ends in a newline with each of the keys. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || forbidden.test(text)) throw new BadNote('not-a-note');
  const lines = signers.map((signer) => {
    const signature = Buffer.concat([Buffer.from(signer.id, 'hex'), sign(null, Buffer.from(text), signer.privateKey)]);
    return `— ${signer.name} ${signature.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * Answers the text of a note and which of the known keys signed it. Signatures of unknown keys are passed over; one of
 * a known key that does not match refuses the whole note, as does the lack of any (C2SP signed-note). Throws `BadNote`.
 */
export function openNote(
  note: string,
  keys: readonly NoteKey[],
): { readonly text: string; readonly signedBy: readonly NoteKey[] } {
  const { text, signatures } = takeApart(note);
  const signedBy: NoteKey[] = [];
  for (const { name, id, bytes } of signatures) {
    const key = keys.find((known) => known.name === name && known.id === id);
    if (key === undefined) continue;
    if (!verify(null, Buffer.from(text), key.publicKey, bytes)) throw new BadNote('signature-does-not-match');
    signedBy.push(key);
  }
  if (signedBy.length === 0) throw new BadNote('not-signed-by-a-known-key');
  return { text, signedBy };
}

/** Reads a public key from its one-line form. Throws `BadNote`. */
export function noteKey(text: string): NoteKey {
  const [, name, id, code] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  const bytes = base64(code ?? '');
  if (name === undefined || bytes?.length !== 33 || bytes[0] !== ed25519) throw new BadNote('not-a-key');
  const key = keyFrom(name, bytes.subarray(1));
  if (key.id !== id) throw new BadNote('not-a-key');
  return key;
}

/** Reads the content of a key file: `PRIVATE+KEY+name+id+base64(0x01 || seed)`. Throws `BadNote`. */
export function noteSigner(keyFile: string): NoteSigner {
  const [, name, id, code] = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)\n?$/u.exec(keyFile) ?? [];
  const bytes = base64(code ?? '');
  if (name === undefined || bytes?.length !== 33 || bytes[0] !== ed25519) throw new BadNote('not-a-key');
  const signer = signerFrom(name, bytes.subarray(1));
  if (signer.id !== id) throw new BadNote('not-a-key');
  return signer;
}

/** The content of a new key file, from 32 random bytes. It is a secret: mode 0600. */
export function newKeyFile(name: string, seed: Uint8Array): string {
  const { id } = signerFrom(name, seed);
  return `PRIVATE+KEY+${name}+${id}+${Buffer.from([ed25519, ...seed]).toString('base64')}\n`;
}

const ed25519 = 0x01;
const pkcs8OfEd25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiOfEd25519 = Buffer.from('302a300506032b6570032100', 'hex');
const forbidden = /[\u0000-\u0009\u000b-\u001f]/;

function signerFrom(name: string, seed: Uint8Array): NoteSigner {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8OfEd25519, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { ...keyFrom(name, spki.subarray(spkiOfEd25519.length)), privateKey };
}

function keyFrom(name: string, bytes: Uint8Array): NoteKey {
  if (!/^[^\s+]+$/u.test(name)) throw new BadNote('not-a-key');
  const encoded = Buffer.from([ed25519, ...bytes]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), encoded]), 'hex').slice(0, 8);
  const publicKey = createPublicKey({ key: Buffer.concat([spkiOfEd25519, bytes]), format: 'der', type: 'spki' });
  return { name, id, text: `${name}+${id}+${encoded.toString('base64')}`, publicKey };
}

interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

function takeApart(note: string): { readonly text: string; readonly signatures: readonly NoteSignature[] } {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || forbidden.test(note) || !note.isWellFormed()) throw new BadNote('not-a-note');
  const lines = note.slice(end + 2, -1).split('\n');
  // C2SP signed-note: at least 16 must be accepted, and some limit should be set.
  if (lines.length > 64) throw new BadNote('not-a-note');
  const signatures = lines.map((line) => {
    const [, name, code] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    const bytes = base64(code ?? '');
    if (name === undefined || bytes === undefined || bytes.length < 5) throw new BadNote('not-a-note');
    return { name, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** Only the one right spelling counts: a note whose bytes were changed must not pass as the same note. */
function base64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
