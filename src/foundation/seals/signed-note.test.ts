import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadNote, newKeyFile, noteKey, noteSigner, openNote, signNote } from './signed-note.ts';

// The example with which the Go checksum database documents its notes.
const published = {
  key: noteKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'),
  signer: noteSigner('PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'),
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const office = noteSigner(newKeyFile('guiju.example/register', new Uint8Array(32).fill(7)));
const witness = noteSigner(newKeyFile('witness.example', new Uint8Array(32).fill(8)));

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof BadNote) return error.reason;
    throw error;
  }
  return 'accepted';
}

describe('a signed note', () => {
  it('is signed and verified as in the published example', () => {
    const note = `${published.text}\n${published.signature}`;
    expect(openNote(note, [published.key])).toEqual({ text: published.text, signedBy: [published.key] });
    expect(signNote(published.text, [published.signer])).toBe(note);
  });

  it('verifies the example of C2SP signed-note, whose text has an empty line', () => {
    const text = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
    const note = signNote(text, [office]);
    expect(openNote(note, [office]).text).toBe(text);
  });

  it('may bear several signatures; those of unknown keys are passed over', () => {
    const note = signNote('a\n', [office, witness]);
    expect(openNote(note, [office]).signedBy.map((key) => key.name)).toEqual(['guiju.example/register']);
    expect(openNote(note, [witness, office]).signedBy).toHaveLength(2);
  });

  it('is refused without a signature of a known key', () => {
    expect(reasonOf(() => openNote(signNote('a\n', [witness]), [office]))).toBe('not-signed-by-a-known-key');
  });

  it('is refused whole when one signature of a known key does not match', () => {
    const [note, other] = [signNote('a\n', [office]), signNote('b\n', [witness])];
    expect(reasonOf(() => openNote(note + other.split('\n\n')[1], [office, witness]))).toBe('signature-does-not-match');
  });

  it('is refused when any single byte is changed', () => {
    const note = Buffer.from(signNote('guiju.example/register\n3\n', [office]));
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 255 }), (place, difference) => {
        const changed = Buffer.from(note);
        changed[place] = (changed[place] ?? 0) ^ difference;
        expect(reasonOf(() => openNote(changed.toString('utf8'), [office]))).not.toBe('accepted');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['a text without signatures', 'a\n'],
    ['control characters', 'a\tb\n\n— x AAAAAAA=\n'],
    ['a signature that is not base64', 'a\n\n— x ****\n'],
    ['a name with a plus', 'a\n\n— x+y AAAAAAAA\n'],
    ['far too many signatures', `a\n\n${'— x AAAAAAAA\n'.repeat(65)}`],
  ])('is refused when it is %s', (_, note) => {
    expect(reasonOf(() => openNote(note, [office]))).toBe('not-a-note');
  });

  it('is not made of a text that does not end its last line', () => {
    expect(reasonOf(() => signNote('a', [office]))).toBe('not-a-note');
  });
});

describe('a sealing key', () => {
  it('reads back from its file and from its public line', () => {
    expect(noteKey(office.text).id).toBe(office.id);
    expect(newKeyFile(office.name, new Uint8Array(32).fill(7))).toBe(
      newKeyFile(office.name, new Uint8Array(32).fill(7)),
    );
  });

  it.each([
    ['a wrong key ID', office.text.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['another algorithm', `x+00000000+${Buffer.alloc(33, 2).toString('base64')}`],
    ['too few bytes', 'x+00000000+AQAA'],
    ['a name with a space', office.text.replace('guiju', 'gui ju')],
    ['no key at all', 'x'],
  ])('is refused with %s', (_, text) => {
    expect(reasonOf(() => noteKey(text))).toBe('not-a-key');
    expect(reasonOf(() => noteSigner(`PRIVATE+KEY+${text}\n`))).toBe('not-a-key');
  });
});
