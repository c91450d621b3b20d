import { hash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, NotCanonical } from '../canonical-json.ts';
import type { Problem } from '../refusal.ts';
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { successorOf } from './keys.ts';
import { leafHash, sameBytes } from './merkle-tree.ts';
import { treeWalk } from './multiproof.ts';
import { provesInclusion } from './proofs.ts';
import { BadNote, type NoteKey, noteKey } from './signed-note.ts';

/** What a proof that was taken away shows to somebody who has nothing but its files. */
export interface ProofReport {
  readonly findings: readonly Problem[];
  /** The checkpoint, when its signature holds. */
  readonly checkpoint: OpenedCheckpoint | undefined;
  readonly leaves: number;
  /** Whether the key was taken from the file itself, so that it is to be compared with the published one. */
  readonly isKeyOfFile: boolean;
  /** SHA-256 of the list, when one was given. */
  readonly listHash: string | undefined;
}

export interface ProofGiven {
  readonly proof: unknown;
  readonly list?: unknown;
  readonly key?: NoteKey | undefined;
}

const hex = z.string().regex(/^(?:[0-9a-f]{64})$/);
const place = z.number().int().nonnegative();
const keys = { firstKey: z.string(), successions: z.array(z.string()).default([]), checkpoint: z.string() };
/** Proof of one standard: each of its events as it was hashed, with its path to the root. */
const recordProof = z.object({
  ...keys,
  treeSize: place,
  rootHash: hex,
  leaves: z.array(z.object({ leafIndex: place, leafHash: hex, entry: z.string(), proof: z.array(hex) })),
});
/** Proof of a checked list: the newest leaf of each of its standards, with one multiproof for all. */
const listProof = z.object({
  ...keys,
  treeSize: place,
  root: hex,
  resultHash: hex,
  leaves: z.array(z.object({ leafIndex: place, leafHash: hex })),
  gaps: z.array(z.array(hex)),
});
const checkedList = z.object({
  resultHash: hex,
  hashed: z.looseObject({ checkpoint: z.looseObject({ treeSize: place, root: hex }).nullable() }),
});

type RecordProof = z.infer<typeof recordProof>;
type ListProof = z.infer<typeof listProof>;

/** Checks a proof file, and the list it belongs to when it is given. Everything that does not hold is named. */
export function checkProofFile({ proof, list, key }: ProofGiven): ProofReport {
  const read = z.union([listProof, recordProof]).safeParse(proof);
  if (!read.success) return unreadable('seals.proof-not-understood');
  const file = read.data;
  const signature = openedBy(file, key);
  const root = 'root' in file ? file.root : file.rootHash;
  const told = signature.checkpoint;
  const differs = told !== undefined && (told.treeSize !== file.treeSize || bytesHex(told.root) !== root);
  const listed = list === undefined ? undefined : checkList(list, file);
  return {
    findings: [
      ...signature.findings,
      ...(differs ? [finding('seals.proof-other-checkpoint', { treeSize: file.treeSize })] : []),
      ...('gaps' in file ? walkedTogether(file) : walkedEach(file)),
      ...(listed?.findings ?? []),
    ],
    checkpoint: told,
    leaves: file.leaves.length,
    isKeyOfFile: key === undefined,
    listHash: listed?.listHash,
  };
}

function unreadable(code: string): ProofReport {
  return { findings: [finding(code)], checkpoint: undefined, leaves: 0, isKeyOfFile: false, listHash: undefined };
}

function finding(code: string, details: Problem['details'] = {}): Problem {
  return { code, details };
}

type Signed = Pick<RecordProof, 'firstKey' | 'successions' | 'checkpoint'>;

/** The checkpoint as a key signed it that is trusted, or to which a trusted one handed over. */
function openedBy(
  file: Signed,
  key: NoteKey | undefined,
): { readonly checkpoint: OpenedCheckpoint | undefined; readonly findings: readonly Problem[] } {
  try {
    return { checkpoint: openCheckpoint(file.checkpoint, trustedKeys(file, key)), findings: [] };
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    return { checkpoint: undefined, findings: [finding('seals.proof-not-signed', { reason: error.reason })] };
  }
}

function trustedKeys({ firstKey, successions }: Signed, key: NoteKey | undefined): readonly NoteKey[] {
  const chain = [noteKey(firstKey)];
  for (const succession of successions) chain.push(successorOf(chain.at(-1) ?? noteKey(firstKey), succession));
  if (key === undefined) return chain;
  const from = chain.findIndex(({ text }) => text === key.text);
  return from < 0 ? [key] : chain.slice(from);
}

function walkedEach({ leaves, treeSize, rootHash }: RecordProof): readonly Problem[] {
  const root = Buffer.from(rootHash, 'hex');
  return leaves.flatMap(({ leafIndex, leafHash: told, entry, proof }) => {
    const leaf = leafHash(entry);
    if (!sameBytes(leaf, Buffer.from(told, 'hex'))) return [finding('seals.proof-leaf-changed', { leafIndex })];
    const path = proof.map((step) => Buffer.from(step, 'hex'));
    const isIn = provesInclusion({ leafIndex, treeSize, leaf, proof: path, root });
    return isIn ? [] : [finding('seals.proof-path-changed', { leafIndex })];
  });
}

/** One multiproof stands or falls as a whole: which of its hashes was changed cannot be told. */
function walkedTogether({ leaves, gaps, treeSize, root }: ListProof): readonly Problem[] {
  const walk = treeWalk();
  const pass = (until: number, at: number): boolean =>
    until <= treeSize &&
    walk.gap(
      until,
      (gaps[at] ?? []).map((one) => Buffer.from(one, 'hex')),
    );
  const holds =
    gaps.length === leaves.length + 1 &&
    leaves.every(({ leafIndex, leafHash: told }, at) => {
      if (!pass(leafIndex, at)) return false;
      walk.leaf(Buffer.from(told, 'hex'));
      return true;
    }) &&
    pass(treeSize, leaves.length) &&
    bytesHex(walk.root()) === root;
  return holds ? [] : [finding('seals.proof-leaves-changed', { count: leaves.length })];
}

function checkList(list: unknown, file: RecordProof | ListProof) {
  const read = checkedList.safeParse(list);
  if (!read.success || !('gaps' in file))
    return { findings: [finding('seals.list-not-understood')], listHash: undefined };
  const { hashed, resultHash } = read.data;
  const listHash = hashOf(hashed);
  const isOwn = listHash === resultHash && listHash === file.resultHash;
  const { checkpoint } = hashed;
  const isThere = checkpoint?.treeSize === file.treeSize && checkpoint.root === file.root;
  return {
    findings: [
      ...(isOwn ? [] : [finding('seals.list-changed', { told: file.resultHash, found: listHash ?? '—' })]),
      ...(isThere ? [] : [finding('seals.list-other-checkpoint', { treeSize: file.treeSize })]),
    ],
    listHash,
  };
}

function hashOf(hashed: unknown): string | undefined {
  try {
    return hash('sha256', canonicalJson(hashed), 'hex');
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
}

function bytesHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
