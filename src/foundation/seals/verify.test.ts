import { describe, expect, it } from 'vitest';
import { type Statement, sql } from '../sql.ts';
import { emptyHistory, record, sampleKey, sampleOrigin } from './sample-history.ts';
import { change, codes, sealedHistory, verify } from './sealed-history.ts';
import { verifyHistory } from './verify.ts';

describe('history that nobody touched', () => {
  it('holds, checkpoint by checkpoint, and says what still waits for the sealer', async () => {
    const { database } = await sealedHistory();
    const progress: number[] = [];
    const report = await verifyHistory({
      database,
      origin: sampleOrigin,
      firstKey: sampleKey,
      onProgress: (leaves) => progress.push(leaves),
    });
    expect(report).toMatchObject({
      holds: true,
      treeSize: 700,
      checkpoints: 7,
      unsealed: 1,
      findings: [],
      findingCount: 0,
    });
    expect(progress).toEqual([700]);
  });

  it('holds when it is empty', async () => {
    const { database } = await emptyHistory();
    expect(await verify(database)).toMatchObject({ holds: true, treeSize: 0, checkpoints: 0, unsealed: 0 });
  });

  it('holds against a checkpoint kept elsewhere, of any age', async () => {
    const { database } = await sealedHistory();
    const notes = await database.all<{ readonly note: string }>(sql`select note from checkpoint order by tree_size`);
    for (const { note } of notes) expect((await verify(database, note)).findings).toEqual([]);
  });

  it('still holds after a person was erased from an act', async () => {
    const { database } = await sealedHistory();
    await change(
      database,
      sql`update act set person_id = null, person_salt = sha256(person_salt || convert_to(person_id::text, 'UTF8'))`,
    );
    expect((await verify(database)).findings).toEqual([]);
  });

  it('says what the check of projections found, too', async () => {
    const { database } = await sealedHistory();
    const projections = async (found: (problem: { readonly code: string }) => void): Promise<void> =>
      found({ code: 'standards.row-differs' });
    const report = await verifyHistory({ database, origin: sampleOrigin, firstKey: sampleKey, projections });
    expect(report).toMatchObject({ holds: false, findings: [{ code: 'standards.row-differs' }] });
  });
});

describe('a change in an event', () => {
  const columns: readonly (readonly [string, Statement<unknown>])[] = [
    ['data', sql`data = data || '{"at": 999}'`],
    ['one letter of a title', sql`data = jsonb_set(data, '{title,zh}', '"样晶"')`],
    ['a fraction where integers belong', sql`data = data || '{"at": 1.5}'`],
    ['kind', sql`kind = 'other'`],
    ['type', sql`type = 'sample-annulled'`],
    ['schema', sql`schema = 2`],
    ['valid_on', sql`valid_on = valid_on + 1`],
    ['valid_on removed', sql`valid_on = null`],
    ['corrects', sql`corrects = 1`],
    ['recorded_at by a millisecond', sql`recorded_at = recorded_at - interval '1 millisecond'`],
    ['recorded_at by a microsecond', sql`recorded_at = recorded_at + interval '1 microsecond'`],
    ['nonce', sql`nonce = set_byte(nonce, 3, get_byte(nonce, 3) # 1)`],
    ['act_id', sql`act_id = (select act_id from act where act_id <> event.act_id limit 1)`],
  ];
  it.each(columns)('(%s) is found and named', async (_, assignment) => {
    const { database, events } = await sealedHistory();
    const target = events[421];
    await change(database, sql`update event set ${assignment} where stream_id = ${target?.streamId}`);
    const report = await verify(database);
    expect(codes(report)).toEqual(['seals.event-changed']);
    expect(report.findings[0]?.details).toMatchObject({ leafIndex: 421, ...target, tile: '0/1' });
  });

  it('that also rewrote its leaf hash is found and named', async () => {
    const { database, events } = await sealedHistory();
    await change(
      database,
      sql`update event set data = '{"at": 1}', leaf_hash = (select leaf_hash from event where stream_id = ${events[1]?.streamId})
        where stream_id = ${events[3]?.streamId}`,
    );
    expect(await verify(database)).toMatchObject({
      findings: [{ code: 'seals.event-changed', details: { leafIndex: 3 } }],
      findingCount: 1,
    });
  });

  it('only in the leaf hash beside it is told apart', async () => {
    const { database, events } = await sealedHistory();
    await change(
      database,
      sql`update event set leaf_hash = sha256(leaf_hash) where stream_id = ${events[699]?.streamId}`,
    );
    expect(await verify(database)).toMatchObject({
      findings: [{ code: 'seals.leaf-hash-changed', details: { leafIndex: 699 } }],
      findingCount: 1,
    });
  });

  it('that was taken away is found and named, and so is its place', async () => {
    const { database, events } = await sealedHistory();
    await change(database, sql`delete from event where stream_id = ${events[5]?.streamId}`);
    expect(await verify(database)).toMatchObject({
      findings: [{ code: 'seals.event-missing', details: { leafIndex: 5, ...events[5] } }],
      findingCount: 1,
    });
  });

  it('slipped in behind the back of the sealer is found and named', async () => {
    const { database } = await sealedHistory();
    const [forged] = await record(database, [{}]);
    await change(database, sql`update event set xid = '1' where stream_id = ${forged?.streamId}`);
    expect(await verify(database)).toMatchObject({
      findings: [{ code: 'seals.event-not-sealed', details: { ...forged } }],
      findingCount: 1,
    });
  });
});

describe('a change in an act', () => {
  it.each([
    ['command', sql`command = 'samples.other'`],
    ['basis', sql`basis = 'none'`],
    ['recorded_at', sql`recorded_at = recorded_at - interval '1 day'`],
    ['person', sql`person_id = gen_random_uuid()`],
    ['salt of the person', sql`person_salt = sha256(person_salt)`],
    ['on whose behalf', sql`for_home_id = home_id`],
    ['case', sql`case_id = act_id`],
    ['appointment', sql`appointment_id = act_id`],
    ['version of the rule', sql`rule_version = '2'`],
  ])('(%s) is found at each of its events', async (_, assignment) => {
    const { database, events } = await sealedHistory();
    const only = events[350];
    await change(
      database,
      sql`update act set ${assignment} where act_id = (select act_id from event where stream_id = ${only?.streamId})`,
    );
    const report = await verify(database);
    expect(report.findings).toMatchObject([{ code: 'seals.event-changed', details: { leafIndex: 350, ...only } }]);
  });

  it('that was taken away is found at each of its events', async () => {
    const { database } = await sealedHistory();
    await change(database, sql`delete from act where act_id = (select act_id from event where data @> '{"at": 349}')`);
    const report = await verify(database);
    expect(report.findingCount).toBe(350);
    expect(new Set(codes(report))).toEqual(new Set(['seals.event-missing']));
  });
});

describe('a change in the log', () => {
  it('in the order of leaves is found at both places', async () => {
    const { database } = await sealedHistory();
    await change(
      database,
      sql`update leaf set leaf_index = -1 where leaf_index = 10`,
      sql`update leaf set leaf_index = 10 where leaf_index = 600`,
      sql`update leaf set leaf_index = 600 where leaf_index = -1`,
    );
    const report = await verify(database);
    expect(report.findings).toMatchObject([
      { code: 'seals.event-changed', details: { leafIndex: 10 } },
      { code: 'seals.event-changed', details: { leafIndex: 600 } },
    ]);
  });

  it('that took a leaf away is found, and the event that lost its place as well', async () => {
    const { database, events } = await sealedHistory();
    await change(database, sql`delete from leaf where leaf_index = 77`);
    expect((await verify(database)).findings).toMatchObject([
      { code: 'seals.leaf-missing', details: { leafIndex: 77 } },
      { code: 'seals.event-not-sealed', details: { ...events[77] } },
    ]);
    await change(database, sql`delete from event where stream_id = ${events[77]?.streamId}`);
    expect(codes(await verify(database))).toContain('seals.leaf-missing');
  });

  it.each([
    [0, 1, 40, 256 + 40],
    [0, 2, 187, 512 + 187],
    [1, 0, 1, 256],
  ])('in tile %i/%i at hash %i is found and named', async (level, index, place, firstLeaf) => {
    const { database } = await sealedHistory();
    await change(
      database,
      sql`update tile set hashes = set_byte(hashes, ${place * 32 + 5}, get_byte(hashes, ${place * 32 + 5}) # 128) where level = ${level} and tile_index = ${index}`,
    );
    const report = await verify(database);
    expect(report.findings).toMatchObject([
      { code: 'seals.tile-changed', details: { level, index, place, count: 1, firstLeaf } },
    ]);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('that took tile %i/%i away is found and named', async (level, index) => {
    const { database } = await sealedHistory();
    await change(database, sql`delete from tile where level = ${level} and tile_index = ${index}`);
    expect((await verify(database)).findings).toMatchObject([
      { code: 'seals.tile-changed', details: { level, index, place: 0 } },
    ]);
  });

  it('that added leaves or tiles is found and named', async () => {
    const { database, events } = await sealedHistory();
    const waiting = await database.first<{ readonly id: string }>(
      sql`select stream_id as id from event order by xid desc limit 1`,
    );
    await change(
      database,
      sql`insert into leaf values (700, ${events[0]?.homeId}, ${waiting?.id}, 1)`,
      sql`insert into tile values (0, 3, sha256('')), (2, 0, sha256(''))`,
    );
    expect(codes(await verify(database))).toEqual([
      'seals.leaf-too-much',
      'seals.tile-too-much',
      'seals.tile-too-much',
    ]);
  });

  it.each([
    ['its root', sql`root = sha256(root)`],
    ['its settled instant', sql`settled_at = settled_at + interval '1 millisecond'`],
    ['its size', sql`tree_size = 299`],
  ])('in a checkpoint (%s) is found and named', async (_, assignment) => {
    const { database } = await sealedHistory();
    await change(database, sql`update checkpoint set ${assignment} where tree_size = 300`);
    expect(codes(await verify(database))).toEqual(['seals.checkpoint-changed']);
  });

  it('in the signed note of a checkpoint is found and named', async () => {
    const { database } = await sealedHistory();
    await change(
      database,
      sql`update checkpoint set note = replace(note, 'settled 2', 'settled 1') where tree_size = 400`,
    );
    expect((await verify(database)).findings).toMatchObject([
      { code: 'seals.checkpoint-not-signed', details: { treeSize: 400, reason: 'signature-does-not-match' } },
    ]);
  });

  it('that cut off its end is found', async () => {
    const { database } = await sealedHistory();
    await change(database, sql`delete from checkpoint where tree_size = 700`);
    expect(codes(await verify(database))).toContain('seals.leaf-too-much');
  });
});

describe('an event that does not stand where the log took it in', () => {
  it.each([
    ['an earlier transaction', sql`xid = '1'`, 421],
    ['a later transaction that is finished', sql`xid = (select max(xid) from event)`, 421],
    ['a transaction yet to come', sql`xid = '99999999'`, 421],
  ])('because of %s is named', async (_, assignment, at) => {
    const { database, events } = await sealedHistory();
    await change(database, sql`update event set ${assignment} where stream_id = ${events[at]?.streamId}`);
    const report = await verify(database);
    expect(report.findings).toMatchObject([
      { code: 'seals.event-displaced', details: { ...events[at], leafIndex: at } },
    ]);
    expect(report.unsealed).toBe(1);
  });

  it.each(['1', '99999999'])('is named with its checkpoint when it is the last one (transaction %s)', async (xid) => {
    const { database, events } = await sealedHistory();
    await change(database, sql`update event set xid = ${xid}::xid8 where stream_id = ${events[699]?.streamId}`);
    const { findings } = await verify(database);
    expect(findings.map(({ details }) => details?.['streamId'])).toContain(events[699]?.streamId);
    expect(findings.map(({ code }) => code)).toContain('seals.checkpoint-end-changed');
  });

  it.each(["last_xid = '1'", 'last_seq = 5'])('is told from a checkpoint whose end was changed (%s)', async (text) => {
    const { database } = await sealedHistory();
    const assignment = text.startsWith('last_xid') ? sql`last_xid = '1'` : sql`last_seq = 5`;
    await change(database, sql`update checkpoint set ${assignment} where tree_size = 400`);
    const { findings } = await verify(database);
    expect(findings).toMatchObject([{ code: 'seals.checkpoint-end-changed', details: { treeSize: 400 } }]);
  });

  it('is named when no transaction has written it and it can never be sealed', async () => {
    const { database } = await sealedHistory();
    const [waiting] = await record(database, [{}]);
    await change(database, sql`update event set xid = '99999999' where stream_id = ${waiting?.streamId}`);
    const report = await verify(database);
    expect(report).toMatchObject({
      findings: [{ code: 'seals.event-of-no-transaction', details: { ...waiting } }],
      unsealed: 1,
    });
  });
});
