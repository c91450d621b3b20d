import { z } from 'zod';
import { type Permission, permit } from './actor.ts';
import { command } from './command.ts';
import type { EventType } from './events.ts';
import { factQuery } from './facts.ts';
import { refusal } from './refusal.ts';
import { currentKey, type KeyStream, keyStream } from './sealing-key-office.ts';
import { sealingKeyReplaced, successorOf } from './seals/keys.ts';
import { BadNote, noteKey } from './seals/signed-note.ts';

/** Who may replace the key with which the register signs: the operator of the installation. */
export const sealingKeyPermission: Permission = {
  says: { 'zh-Hans': '更换封存密钥', en: 'Replace the sealing key' },
  action: 'foundation.replace-sealing-key',
  roles: ['operator'],
  basis: 'DESIGN 10, rule 9',
};

/** Keys of a log are replaced in one stream, that of the installation; the note is public, so that every reader can follow. */
export const sealingKeyEvents: readonly EventType[] = [
  {
    type: sealingKeyReplaced,
    kind: 'sealing-key',
    schema: 1,
    schemas: { 1: z.strictObject({ succession: z.string() }) },
    steps: {},
    visibility: { succession: 'public' },
    claims: () => ({}),
  },
];

/**
 * Records that a new key takes over: the note names both keys and both have signed it (DESIGN 10, rule 9).
 *
 * @throws Refusal `seals.key-not-in-office` when the note's old key is not the one in office
 */
export const replaceSealingKey = command({
  name: 'foundation.replace-sealing-key',
  /** `first` is the first key of the log in its one-line form. */
  input: z.strictObject({ first: z.string(), succession: z.string() }),
  facts: () => ({ stream: streamOfKeys('this log') }),
  decide: ({ input, facts, actor }) => {
    permit(actor, sealingKeyPermission);
    if (!facts.stream) throw new Error('The stream of the sealing keys was not asked for.');
    const { homeId, streamId, notes } = facts.stream;
    const current = currentKey(noteKey(input.first), notes);
    try {
      successorOf(current, input.succession);
    } catch (error) {
      if (!(error instanceof BadNote)) throw error;
      throw refusal('seals.key-not-in-office', { id: current.id });
    }
    return [{ type: sealingKeyReplaced, homeId, streamId, data: { succession: input.succession } }];
  },
});

const streamOfKeys = factQuery<'this log', KeyStream>({
  name: 'foundation.stream-of-sealing-keys',
  keyText: (log) => log,
  load: async (read, logs) => {
    const stream = await keyStream(read);
    return new Map(logs.map((log) => [log, stream]));
  },
  streams: (stream) => (stream.version === 0 ? [] : [stream]),
});
