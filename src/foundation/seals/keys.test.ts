import { describe, expect, it } from 'vitest';
import { keySuccession, keysInOffice, successorOf } from './keys.ts';
import { BadNote, newKeyFile, noteSigner, signNote } from './signed-note.ts';

const keyNumber = (number: number) => noteSigner(newKeyFile('guiju.example/register', new Uint8Array(32).fill(number)));
const [first, second, third, stranger] = [keyNumber(1), keyNumber(2), keyNumber(3), keyNumber(4)];
const ids = (keys: readonly { readonly id: string }[]): readonly string[] => keys.map((key) => key.id);

describe('the succession of sealing keys', () => {
  it('passes from the old key to the new one when both have signed', () => {
    expect(successorOf(first, keySuccession(first, second)).id).toBe(second.id);
  });

  it('does not pass to a key that only one of them has signed for', () => {
    const [text = ''] = keySuccession(first, second).split('\n\n');
    expect(() => successorOf(first, signNote(`${text}\n`, [first]))).toThrow(BadNote);
    expect(() => successorOf(first, signNote(`${text}\n`, [second]))).toThrow(BadNote);
    expect(() => successorOf(first, signNote(`${text}\n`, [first, first]))).toThrow(BadNote);
  });

  it('does not pass through a key that is not in office', () => {
    expect(() => successorOf(first, keySuccession(stranger, second))).toThrow(BadNote);
    expect(() => successorOf(first, keySuccession(second, third))).toThrow(BadNote);
  });

  it('lets the old key sign the checkpoint in which the act first stands, and none after it', () => {
    const acts = [
      { leafIndex: 10, succession: keySuccession(first, second) },
      { leafIndex: 30, succession: keySuccession(second, third) },
    ];
    expect(ids(keysInOffice(first, acts, { sizeBefore: 0, treeSize: 10 }))).toEqual(ids([first]));
    expect(ids(keysInOffice(first, acts, { sizeBefore: 5, treeSize: 11 }))).toEqual(ids([first, second]));
    expect(ids(keysInOffice(first, acts, { sizeBefore: 11, treeSize: 30 }))).toEqual(ids([second]));
    expect(ids(keysInOffice(first, acts, { sizeBefore: 11, treeSize: 40 }))).toEqual(ids([second, third]));
    expect(ids(keysInOffice(first, acts, { sizeBefore: 0, treeSize: 40 }))).toEqual(ids([first, second, third]));
    expect(ids(keysInOffice(first, acts, { sizeBefore: 40, treeSize: 50 }))).toEqual(ids([third]));
  });
});
