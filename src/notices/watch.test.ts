import { beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../tests/support/public-desk.ts';
import { addMilliseconds } from '../foundation/clock.ts';
import { newLinkToken } from '../foundation/link-token.ts';
import type { Letter, Post } from '../foundation/post.ts';
import { sql } from '../foundation/sql.ts';
import { confirmWatch } from './confirm-watch.ts';
import { lapseUnconfirmed } from './messenger.ts';
import type { ToldChange, WatchedState, WatchSource, WatchSubject } from './model.ts';
import { sendMessages, settleInterrupted } from './send-messages.ts';
import { stopWatch } from './stop-watch.ts';
import { tellWatchers } from './tell-watchers.ts';
import { askToBeTold } from './watch-desk.ts';
import { dueWatches, watchAt } from './watches.ts';

const subject: WatchSubject = {
  kind: 'standard',
  key: 'standard-1',
  label: { 'zh-Hans': 'GB 1-2020', en: 'GB 1-2020' },
  path: '/standards/GB-1-2020',
};

/** A post that keeps its letters, and refuses as long as it is told to. */
function keepingPost(): Post & { readonly letters: Letter[]; refusing: boolean } {
  const letters: Letter[] = [];
  return {
    letters,
    refusing: false,
    async send(letter) {
      if (this.refusing) throw Object.assign(new Error(`mailbox ${letter.to} is busy`), { responseCode: 451 });
      letters.push(letter);
    },
    wasSent: (id) => letters.some((letter) => letter.id === id),
  };
}

/** A register in which one text can change. */
function changing(): WatchSource & { says: string } {
  return {
    kind: 'standard',
    says: 'first',
    stateOn(this: { says: string }) {
      return Promise.resolve({ text: this.says });
    },
    changes: (before: WatchedState, after: WatchedState): readonly ToldChange[] => [
      {
        of: 'GB 1-2020',
        title: { lang: 'zh-Hans', text: '标准' },
        path: '/standards/GB-1-2020',
        sentences: [`from ${String(before['text'])} to ${String(after['text'])}`],
      },
    ],
  };
}

let house: House;
let post: ReturnType<typeof keepingPost>;
beforeEach(async () => {
  house = await openHouse();
  post = keepingPost();
});

async function ask(email = 'reader@example.org', sender = '192.0.2.1'): Promise<void> {
  await askToBeTold(house, post, { subject, email, lang: 'en', sender });
  await house.afterAnswer.ended();
}

/** Identifier and token of the link in the last letter. */
function linkIn(
  letter: Letter | undefined,
  kind: 'confirm' | 'stop',
): { readonly watchId: string; readonly token: string } {
  const [, watchId = '', token = ''] = new RegExp(`/watches/([^/]+)/${kind}/([\\w-]+)`).exec(letter?.text ?? '') ?? [];
  return { watchId, token };
}

const byReader = (command: typeof confirmWatch | typeof stopWatch, input: unknown) =>
  house.executor.execute(command, input, { actor: house.publicDesk, key: house.random.uuid() });

async function confirmed(): Promise<{ readonly watchId: string; readonly stopToken: string }> {
  await ask();
  const link = linkIn(post.letters.at(-1), 'confirm');
  await byReader(confirmWatch, link);
  return { watchId: link.watchId, stopToken: linkIn(post.letters.at(-1), 'stop').token };
}

const everythingStored = async () =>
  JSON.stringify(
    await house.database.all(
      sql`select e.data, a.answer, a.command, m.subject, m.body from event e join act a on a.act_id = e.act_id left join message m on true`,
    ),
  );

describe('asking', () => {
  test('sends a letter with a link, and the address stands nowhere but in the private text', async () => {
    await ask();
    const [letter] = post.letters;
    expect(letter).toMatchObject({ to: 'reader@example.org', subject: 'Please confirm: follow GB 1-2020' });
    expect(letter?.text).toContain('https://register.example/watches/');
    expect(letter?.stopAddress).toContain('/stop/');
    expect(await everythingStored()).not.toContain('reader@example.org');
    const texts = await house.database.all<{ readonly text: string }>(sql`select text from private_text`);
    expect(texts.map(({ text }) => text)).toContain('reader@example.org');
  });

  test.each(['search', 'list'] as const)('carries no words of the asker to the address (%s)', async (kind) => {
    const words = 'A PRIZE waits at https://prize.example';
    const asked = { ...subject, kind, label: { 'zh-Hans': words, en: words } };
    for (const lang of ['en', 'zh-Hans'] as const)
      await askToBeTold(house, post, { subject: asked, email: 'reader@example.org', lang, sender: '192.0.2.1' });
    await house.afterAnswer.ended();
    expect(post.letters).toHaveLength(2);
    expect(JSON.stringify(post.letters)).not.toContain('prize');
  });

  test('keeps tokens as hashes, but for the stop link, which is a private text', async () => {
    await ask();
    const { token } = linkIn(post.letters[0], 'confirm');
    expect(token).toHaveLength(43);
    const stored = JSON.stringify(
      await house.database.all(
        sql`select to_jsonb(e) as e, to_jsonb(w) as w, p.text from event e, watch w, private_text p`,
      ),
    );
    expect(stored).not.toContain(token);
  });

  test('again before confirming replaces the link, again after confirming says so by letter alone', async () => {
    await ask();
    const first = linkIn(post.letters[0], 'confirm');
    await ask();
    await expect(byReader(confirmWatch, first)).rejects.toMatchObject({ code: 'notices.link-not-valid' });
    await byReader(confirmWatch, linkIn(post.letters[1], 'confirm'));
    await ask();
    expect(post.letters[2]?.subject).toBe('Already followed: GB 1-2020');
    expect((await house.database.all(sql`select 1 from watch where upper_inf(known)`)).length).toBe(1);
  });

  test('reaches one address at most five times a day, and the asker is told nothing of it', async () => {
    for (let round = 0; round < 7; round++) await ask('reader@example.org', `192.0.2.${round}`);
    expect(post.letters).toHaveLength(5);
    house.turnTo('2031-01-01');
    await ask();
    expect(post.letters).toHaveLength(6);
  });

  test('is refused after twenty times from one sender, and for what is no address', async () => {
    for (let round = 0; round < 20; round++) await ask(`reader${round}@example.org`);
    await expect(ask('another@example.org')).rejects.toMatchObject({ code: 'notices.too-many-confirmations' });
    await expect(ask('nobody', '192.0.2.9')).rejects.toMatchObject({ code: 'notices.email-not-understood' });
  });

  test('does not fail when the server of messages does', async () => {
    post.refusing = true;
    await ask();
    expect(post.letters).toEqual([]);
  });
});

describe('confirming', () => {
  test('twice changes nothing, and with a wrong token is refused', async () => {
    await ask();
    const link = linkIn(post.letters[0], 'confirm');
    await expect(byReader(confirmWatch, { ...link, token: newLinkToken(house.random.bytes) })).rejects.toMatchObject({
      code: 'notices.link-not-valid',
    });
    expect((await byReader(confirmWatch, link)).events).toHaveLength(1);
    expect((await byReader(confirmWatch, link)).events).toEqual([]);
  });

  test('is too late after 48 hours', async () => {
    await ask();
    const link = linkIn(post.letters[0], 'confirm');
    await house.database.asOwner(async (tx) => {
      await tx.run(sql`update watch set valid_until = statement_timestamp() - interval '1 second'`);
    });
    await expect(byReader(confirmWatch, link)).rejects.toMatchObject({ code: 'notices.link-not-valid' });
  });

  test('that never comes leads to the erasure of the address after a week', async () => {
    await ask();
    expect(await lapseUnconfirmed(house)).toBe(0);
    await house.database.asOwner(async (tx) => {
      await tx.run(sql`update watch set valid_until = statement_timestamp() - interval '5 days' - interval '1 minute'`);
    });
    house.turnTo(house.clock.dayOf(addMilliseconds(house.clock.now(), 86_400_000)));
    expect(await lapseUnconfirmed(house)).toBe(1);
    expect(await house.database.all(sql`select text from private_text where text is not null`)).toEqual([]);
    expect(await house.database.first(sql`select state from watch where upper_inf(known)`)).toEqual({
      state: 'lapsed',
    });
  });
});

describe('stopping', () => {
  test('erases the address in the same act, and what waits is not sent', async () => {
    const source = changing();
    const { watchId, stopToken } = await confirmed();
    await tellWatchers(house, [source]);
    source.says = 'second';
    house.turnTo('2031-01-02');
    expect(await tellWatchers(house, [source])).toBe(1);
    await byReader(stopWatch, { watchId, token: stopToken });
    expect(await house.database.all(sql`select text from private_text where text is not null`)).toEqual([]);
    const before = post.letters.length;
    expect(await sendMessages(house, post)).toBe(0);
    expect(post.letters).toHaveLength(before);
    expect((await watchAt(house.database, watchId))?.state).toBe('stopped');
    expect((await byReader(stopWatch, { watchId, token: stopToken })).events).toEqual([]);
    house.turnTo('2031-01-03');
    expect(
      await dueWatches(house.database, { treeSize: 100, day: '2031-01-03', instant: house.clock.now() }, 10),
    ).toEqual([]);
  });

  test('needs the token of the message', async () => {
    const { watchId } = await confirmed();
    const wrong = byReader(stopWatch, { watchId, token: newLinkToken(house.random.bytes) });
    await expect(wrong).rejects.toMatchObject({ code: 'notices.link-not-valid' });
  });
});

describe('telling', () => {
  test('begins with what is there, then tells each change once, in one message a day', async () => {
    const source = changing();
    await confirmed();
    expect(await tellWatchers(house, [source])).toBe(0);
    house.turnTo('2031-01-02');
    expect(await tellWatchers(house, [source])).toBe(0);
    source.says = 'second';
    house.turnTo('2031-01-03');
    expect(await tellWatchers(house, [source])).toBe(1);
    expect(await tellWatchers(house, [source])).toBe(0);
    source.says = 'third';
    await house.state('GB 9-2020');
    await house.sealer.sealNow();
    expect(await tellWatchers(house, [source])).toBe(0);
    house.turnTo('2031-01-04');
    expect(await tellWatchers(house, [source])).toBe(1);
    expect(await sendMessages(house, post)).toBe(2);
    expect(await sendMessages(house, post)).toBe(0);
    const told = post.letters.slice(1).map((letter) => letter.text);
    expect(told[0]).toContain('from first to second');
    expect(told[1]).toContain('from second to third');
    expect(told[1]).toContain('To stop these messages');
  });

  test('is put off when the server refuses for a time, and given up when it refuses for ever', async () => {
    const source = changing();
    await confirmed();
    await tellWatchers(house, [source]);
    source.says = 'second';
    house.turnTo('2031-01-03');
    await tellWatchers(house, [source]);
    post.refusing = true;
    expect(await sendMessages(house, post)).toBe(0);
    post.refusing = false;
    expect(await sendMessages(house, post)).toBe(0);
    house.turnTo('2031-01-04');
    expect(await sendMessages(house, post)).toBe(1);
  });

  test('is not repeated after the process ended while handing over', async () => {
    const source = changing();
    await confirmed();
    await tellWatchers(house, [source]);
    source.says = 'second';
    house.turnTo('2031-01-03');
    await tellWatchers(house, [source]);
    const taken = await house.database.transaction((tx) =>
      tx.first<{ readonly id: string }>(sql`update message set state = 'sending' returning message_id as id`),
    );
    await settleInterrupted(house, { ...post, wasSent: () => undefined });
    expect(await sendMessages(house, post)).toBe(0);
    expect(await house.database.first(sql`select state from message where message_id = ${taken?.id ?? ''}`)).toEqual({
      state: 'in-doubt',
    });
    await house.database.transaction((tx) => tx.run(sql`update message set state = 'sending'`));
    await settleInterrupted(house, { ...post, wasSent: () => false });
    expect(await sendMessages(house, post)).toBe(1);
  });

  test('one watch that cannot be answered does not keep others waiting', async () => {
    const source = changing();
    await confirmed();
    const broken: WatchSource = { ...source, stateOn: () => Promise.reject(new Error('broken')) };
    expect(await tellWatchers(house, [broken])).toBe(0);
    expect(await house.database.all(sql`select 1 from watch_mark`)).toEqual([]);
  });
});
