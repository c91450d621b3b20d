import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leavesOf, personHash, type SealedAct, type SealedEvent } from './leaf.ts';
import { hex } from './naive-tree.ts';

const act: SealedAct = {
  homeId: '0190d3b2-7c1a-7def-8abc-000000000001',
  actId: '0190d3b2-7c1a-7def-8abc-000000000002',
  command: 'standards.register-association-standard',
  forHomeId: null,
  caseId: null,
  appointmentId: null,
  basis: '标准化法 第二十七条',
  ruleVersion: null,
  recordedAt: '2026-01-31T08:00:00.120Z',
  person: null,
};
const event: SealedEvent = {
  homeId: '0190d3b2-7c1a-7def-8abc-000000000001',
  streamId: '0190d3b2-7c1a-7def-8abc-000000000003',
  version: 1,
  kind: 'standard',
  type: 'association-standard-registered',
  schema: 1,
  data: { title: { zh: '样品', en: 'Sample' }, number: 'T/SAMPLE 1-2026' },
  validOn: '2026-03-01',
  corrects: null,
  recordedAt: '2026-01-31T08:00:00.121Z',
};
const nonce = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

describe('the leaf of an event', () => {
  it('is the hash of the text that the README shows', () => {
    const preimage =
      '{"act":{"actId":"0190d3b2-7c1a-7def-8abc-000000000002","appointmentId":null,"basis":"标准化法 第二十七条","caseId":null,' +
      '"command":"standards.register-association-standard","forHomeId":null,"homeId":"0190d3b2-7c1a-7def-8abc-000000000001",' +
      '"person":null,"recordedAt":"2026-01-31T08:00:00.120Z","ruleVersion":null},' +
      '"event":{"corrects":null,"data":{"number":"T/SAMPLE 1-2026","title":{"en":"Sample","zh":"样品"}},' +
      '"homeId":"0190d3b2-7c1a-7def-8abc-000000000001","kind":"standard","recordedAt":"2026-01-31T08:00:00.121Z","schema":1,' +
      '"streamId":"0190d3b2-7c1a-7def-8abc-000000000003","type":"association-standard-registered","validOn":"2026-03-01","version":1},' +
      '"nonce":"000102030405060708090a0b0c0d0e0f"}';
    const expected = createHash('sha256').update(Uint8Array.of(0)).update(preimage, 'utf8').digest('hex');
    expect(hex(leavesOf(act)(event, nonce))).toBe(expected);
  });

  it('does not depend on the order in which a database gives the fields back', () => {
    const stored = { ...event, data: JSON.parse('{"number":"T/SAMPLE 1-2026","title":{"en":"Sample","zh":"样品"}}') };
    expect(leavesOf(act)(stored, nonce)).toEqual(leavesOf(act)(event, nonce));
  });

  it.each(Object.keys(act))('changes with %s of the act', (field) => {
    const other = { ...act, [field]: 'changed' };
    expect(leavesOf(other)(event, nonce)).not.toEqual(leavesOf(act)(event, nonce));
  });

  it.each(Object.keys(event))('changes with %s of the event', (field) => {
    const other = { ...event, [field]: 'changed' };
    expect(leavesOf(act)(other, nonce)).not.toEqual(leavesOf(act)(event, nonce));
  });

  it('changes with the nonce', () => {
    expect(
      leavesOf(act)(
        event,
        nonce.map((byte) => byte ^ 1),
      ),
    ).not.toEqual(leavesOf(act)(event, nonce));
  });
});

describe('the person of an act', () => {
  const person = '0190d3b2-7c1a-7def-8abc-000000000009';
  const salt = Buffer.alloc(16, 5);

  it('is named by a salted hash only', () => {
    expect(personHash(person, salt)).toBe(createHash('sha256').update(salt).update(person).digest('hex'));
    expect(personHash(person, Buffer.alloc(16, 6))).not.toBe(personHash(person, salt));
  });

  it('has the same name in the leaf after the person was erased', () => {
    const kept = Buffer.from(personHash(person, salt) ?? '', 'hex');
    expect(personHash(null, kept)).toBe(personHash(person, salt));
  });

  it('is null where no person acted', () => {
    expect(personHash(null, null)).toBeNull();
  });
});
