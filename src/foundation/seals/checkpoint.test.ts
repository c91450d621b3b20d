import { describe, expect, it } from 'vitest';
import { claimedCheckpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './merkle-tree.ts';
import { BadNote, newKeyFile, noteSigner, signNote } from './signed-note.ts';

const office = noteSigner(newKeyFile('guiju.example/register', new Uint8Array(32).fill(7)));
const state = {
  origin: 'guiju.example/register',
  treeSize: 20852163,
  root: emptyRoot,
  settledAt: '2026-01-31T08:00:00.120Z',
};

describe('a checkpoint', () => {
  it('is the note that C2SP tlog-checkpoint describes, with the settled instant under the signature', () => {
    const note = signCheckpoint(state, [office]);
    expect(note.split('\n').slice(0, 5)).toEqual([
      'guiju.example/register',
      '20852163',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      'settled 2026-01-31T08:00:00.120Z',
      '',
    ]);
    expect(openCheckpoint(note, [office])).toEqual({ ...state, root: Buffer.from(emptyRoot), signedBy: [office] });
    expect(claimedCheckpoint(note)?.treeSize).toBe(20852163);
  });

  it.each([
    [
      'a size with a leading zero',
      'x\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nsettled 2026-01-31T08:00:00.120Z\n',
    ],
    ['a root that is no hash', 'x\n3\nAAAA\nsettled 2026-01-31T08:00:00.120Z\n'],
    [
      'a root in a second spelling',
      'x\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\nsettled 2026-01-31T08:00:00.120Z\n',
    ],
    ['no settled instant', 'x\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a line more', 'x\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nsettled 2026-01-31T08:00:00.120Z\nmore\n'],
  ])('is refused with %s, though the key has signed it', (_, text) => {
    const note = signNote(text, [office]);
    expect(() => openCheckpoint(note, [office])).toThrow(BadNote);
    expect(claimedCheckpoint(note)).toBeUndefined();
  });
});
