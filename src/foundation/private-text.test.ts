import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parcelRegisters } from '../../tests/support/parcel-register.ts';
import { openParcel, remarkOnParcel } from '../../tests/support/parcels.ts';
import { operator, type TestRegister } from '../../tests/support/test-database.ts';
import { erasePerson, erasePrivateTexts } from './erasure.ts';
import { type PrivateTextReference, readPrivateTexts } from './private-text.ts';
import { sampleKey, sampleOrigin } from './seals/sample-history.ts';
import { sealer } from './seals/sealer.ts';
import { newestCheckpoint } from './seals/tile-store.ts';
import { verifyHistory } from './seals/verify.ts';
import { sql } from './sql.ts';

const emptyRegister = parcelRegisters();
const home = operator.organization;
const author = '01900000-0000-7000-8000-00000000000a';
const other = '01900000-0000-7000-8000-00000000000b';
const remark = '张三 says: handle with care';

async function aRemark(person = author): Promise<TestRegister & { readonly reference: PrivateTextReference }> {
  const register = await emptyRegister();
  await register.executor.execute(openParcel, { code: 'A1', label: 'first' }, { actor: operator, key: 'open' });
  const actor = { ...operator, person };
  await register.executor.execute(remarkOnParcel, { code: 'A1', remark, person }, { actor, key: 'remark' });
  const event = await register.database.first<{ readonly remark: PrivateTextReference }>(
    sql`select data -> 'remark' as remark from event where type = 'parcel-remarked'`,
  );
  if (!event) throw new Error('No remark was recorded.');
  return { ...register, reference: event.remark };
}

const erasing = (key: string) => ({ actor: operator, key });

describe('a private text', () => {
  it('lies apart from its event, which holds only SHA-256(salt || text)', async () => {
    const { database, reference } = await aRemark();
    const kept = await database.first<{ readonly salt: Buffer; readonly text: string }>(
      sql`select salt, text from private_text`,
    );
    expect(kept?.text).toBe(remark);
    expect(reference.hash).toBe(
      createHash('sha256')
        .update(kept?.salt ?? '')
        .update(remark, 'utf8')
        .digest('hex'),
    );
    const events = await database.all<{ readonly row: string }>(sql`select to_jsonb(e)::text as row from event e`);
    expect(events.map(({ row }) => row).join()).not.toContain('张三');
    expect(await readPrivateTexts(database, home, [reference])).toEqual(
      new Map([[reference.textId, { state: 'whole', text: remark }]]),
    );
  });

  it('that was changed past the register is shown as altered, never as what was sealed', async () => {
    const { database, reference } = await aRemark();
    await database.asOwner((tx) => tx.run(sql`update private_text set text = 'something else'`));
    expect(await readPrivateTexts(database, home, [reference])).toEqual(
      new Map([[reference.textId, { state: 'altered' }]]),
    );
  });

  it('that is not there is missing, not empty', async () => {
    const { database, reference } = await aRemark();
    await database.asOwner((tx) => tx.script('delete from private_text'));
    expect((await readPrivateTexts(database, home, [reference])).get(reference.textId)).toEqual({ state: 'missing' });
  });
});

describe('erasure', () => {
  it('takes text and salt away, says when and on which basis, and leaves a record of itself', async () => {
    const { database, executor, reference } = await aRemark();
    const basis = 'Request of the person, PIPL art. 47';
    const answer = await executor.execute(
      erasePrivateTexts,
      { texts: [{ homeId: home, textId: reference.textId }], basis },
      erasing('e1'),
    );
    expect((await readPrivateTexts(database, home, [reference])).get(reference.textId)).toEqual({
      state: 'erased',
      erasedAt: answer.recordedAt,
      basis,
    });
    expect(await database.all(sql`select salt, text, person_id from private_text`)).toEqual([
      { salt: null, text: null, person_id: null },
    ]);
    expect(await database.first(sql`select data from event where type = 'private-texts-erased'`)).toEqual({
      data: { textIds: [reference.textId], acts: 0, basis },
    });
  });

  it('of a person and his texts leaves a log that verifies against the checkpoint signed before', async () => {
    const { database, executor, reference } = await aRemark();
    const sealing = sealer({ database, origin: sampleOrigin, signers: () => [sampleKey] });
    expect(await sealing.sealNow()).toBe(2);
    const before = await newestCheckpoint(database);
    await executor.execute(erasePerson, { personId: author, basis: 'PIPL art. 47' }, erasing('e1'));
    await sealing.sealNow();
    const verified = await verifyHistory({
      database,
      origin: sampleOrigin,
      firstKey: sampleKey,
      outside: before?.note ?? '',
    });
    expect(verified).toMatchObject({ holds: true, treeSize: 3, checkpoints: 2, findings: [] });
    expect((await readPrivateTexts(database, home, [reference])).get(reference.textId)?.state).toBe('erased');
    // The same log does not verify when a salt is taken away without its hash: the test would notice.
    await database.asOwner((tx) => tx.run(sql`update act set person_salt = null where command = 'parcels.remark'`));
    expect((await verifyHistory({ database, origin: sampleOrigin, firstKey: sampleKey })).holds).toBe(false);
  });

  it('of a person takes away all texts of that person and the name in acts, and nothing of others', async () => {
    const { database, executor } = await aRemark();
    const actor = { ...operator, person: other };
    await executor.execute(remarkOnParcel, { code: 'A1', remark: 'mine', person: other }, { actor, key: 'other' });
    await executor.execute(erasePerson, { personId: author, basis: 'PIPL art. 47' }, erasing('e1'));
    expect(await database.all(sql`select text from private_text order by text nulls first`)).toEqual([
      { text: null },
      { text: 'mine' },
    ]);
    expect(
      await database.all(sql`select person_id from act where command = 'parcels.remark' order by recorded_at`),
    ).toEqual([{ person_id: null }, { person_id: other }]);
    expect(
      await database.first(sql`select data ->> 'acts' as acts from event where type = 'private-texts-erased'`),
    ).toEqual({ acts: '1' });
    const everything = await database.all<{ readonly row: string }>(
      sql`select to_jsonb(a)::text as row from act a where command <> 'foundation.erase-person' union all select to_jsonb(e)::text from event e union all select to_jsonb(p)::text from private_text p`,
    );
    expect(everything.map(({ row }) => row).join()).not.toContain(author);
  });

  it('asked for again changes nothing', async () => {
    const { database, executor, reference } = await aRemark();
    const input = { texts: [{ homeId: home, textId: reference.textId }], basis: 'first' };
    const first = await executor.execute(erasePrivateTexts, input, erasing('e1'));
    const again = await executor.execute(erasePrivateTexts, { ...input, basis: 'second' }, erasing('e2'));
    expect([first.events.length, again.events.length]).toEqual([1, 0]);
    expect(await database.all(sql`select basis from private_text`)).toEqual([{ basis: 'first' }]);
  });

  it('of a text that does not exist is refused', async () => {
    const { executor } = await emptyRegister();
    const input = { texts: [{ homeId: home, textId: author }], basis: 'test' };
    const refused = executor.execute(erasePrivateTexts, input, erasing('e1'));
    await expect(refused).rejects.toMatchObject({
      code: 'foundation.private-text-unknown',
      details: { textId: author },
    });
  });

  it.each([erasePrivateTexts, erasePerson])(
    'is not permitted to who has no appointment as operator ($name)',
    async (command) => {
      const { executor, reference } = await aRemark();
      const actor = {
        organization: home,
        basis: 'test',
        appointment: { id: other, role: 'registrar', scope: 'everywhere' as const },
      };
      const input =
        command === erasePerson
          ? { personId: author, basis: 'x' }
          : { texts: [{ homeId: home, textId: reference.textId }], basis: 'x' };
      await expect(executor.execute(command, input, { actor, key: 'e1' })).rejects.toMatchObject({
        code: 'access.not-permitted',
      });
    },
  );
});
