import type { ReadHandle } from './database.ts';
import { keyWithId, putInOffice } from './key-files.ts';
import { refusal } from './refusal.ts';
import { type KeysOfLog, keysOfLog, type SealedSuccession, sealingKeyReplaced } from './seals/keys.ts';
import type { CheckpointDue } from './seals/sealer-deps.ts';
import type { NoteKey, NoteSigner } from './seals/signed-note.ts';
import { sql } from './sql.ts';

/** A data folder and the log whose keys it holds. */
export interface KeyOffice {
  readonly folder: string;
  readonly first: NoteKey;
}

/**
 * Who signs a checkpoint: the key that the log itself says is in office, and for the first checkpoint after a change
 * the one before it too, so that readers who know only that one are led on (DESIGN 10, rule 9). The log is asked each
 * time, because the key may have been replaced by another process.
 *
 * @throws Refusal `seals.key-missing` when the file of the key in office is not in the folder
 */
export async function signersDue(office: KeyOffice, due: CheckpointDue): Promise<readonly NoteSigner[]> {
  const keys = keysAfter(office.first, await sealedSuccessions(due.tx));
  const wanted = keys.inOffice(due.sizeBefore, due.treeSize);
  const current = wanted.at(-1) ?? office.first;
  const signers = wanted.flatMap((key) => keyWithId(office.folder, key.id) ?? []);
  if (!signers.some((signer) => signer.id === current.id)) {
    throw refusal('seals.key-missing', { file: `${office.folder}/sealing.${current.id}.key` });
  }
  return signers;
}

/**
 * Finishes at the start what a replacement of the key left: when its act is recorded, the new key's file takes its
 * place. A new key whose act is not recorded is nothing to the log and stays set aside until the next replacement.
 */
export async function followLog(read: ReadHandle, office: KeyOffice): Promise<void> {
  const { notes } = await keyStream(read);
  if (notes.length > 0) putInOffice(office.folder, currentKey(office.first, notes).id);
}

/** The key that the recorded successions have brought into office. One that is not signed as it must be brings nobody. */
export function currentKey(first: NoteKey, notes: readonly string[]): NoteKey {
  const keys = keysAfter(
    first,
    notes.map((succession, leafIndex) => ({ leafIndex, succession })),
  );
  return keys.ever().at(-1) ?? first;
}

/** The stream in which the keys of the log are replaced: that of the installation. */
export interface KeyStream {
  readonly homeId: string;
  readonly streamId: string;
  /** 0 before the first replacement. */
  readonly version: number;
  /** All recorded successions in their order. */
  readonly notes: readonly string[];
}

export async function keyStream(read: ReadHandle): Promise<KeyStream> {
  const stream = await read.first<KeyStream>(sql`select i.home_id as "homeId", i.installation_id as "streamId",
      coalesce(max(e.version), 0) as version,
      coalesce(array_agg(e.data->>'succession' order by e.version) filter (where e.type = ${sealingKeyReplaced}), '{}') as notes
    from installation i left join event e on e.home_id = i.home_id and e.stream_id = i.installation_id
    group by i.home_id, i.installation_id`);
  if (!stream) throw new Error('The installation has not been opened.');
  return stream;
}

/** The successions of this log that are sealed, by their leaves. */
export function sealedSuccessions(read: ReadHandle): Promise<readonly SealedSuccession[]> {
  return read.all<SealedSuccession>(sql`select l.leaf_index as "leafIndex", e.data->>'succession' as succession
    from installation i join event e on e.home_id = i.home_id and e.stream_id = i.installation_id
    join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
    where e.type = ${sealingKeyReplaced} order by l.leaf_index`);
}

function keysAfter(first: NoteKey, successions: readonly SealedSuccession[]): KeysOfLog {
  const keys = keysOfLog(first);
  for (const succession of successions) keys.succeed(succession);
  return keys;
}
