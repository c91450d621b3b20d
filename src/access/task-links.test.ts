import { Hono } from 'hono';
import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { browser } from '../../tests/support/cookie-jar.ts';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import { command } from '../foundation/command.ts';
import type { EventType } from '../foundation/events.ts';
import { eventTypes } from '../foundation/events.ts';
import { executor } from '../foundation/executor.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Part } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { parts } from '../parts.ts';
import { issueTaskLink, taskLinkHeld, taskLinkOf, useTaskLink } from './index.ts';

withoutPeopleTraces();

/** A ballot as another part would hold it: one event, and a page below the link. */
const positionTaken: EventType = {
  type: 'sample-position-taken',
  kind: 'sample-ballot',
  schema: 1,
  schemas: { 1: z.strictObject({ position: z.string() }) },
  steps: {},
  visibility: { position: 'restricted' },
  claims: () => ({}),
};
const answerBallot = command({
  name: 'sample.answer',
  input: z.strictObject({ ballot: z.string(), position: z.string(), link: z.string().optional() }),
  facts: ({ link }) => ({ link: taskLinkHeld(link) }),
  decide: ({ input, facts, actor, today, newId }) => [
    {
      type: 'sample-position-taken',
      homeId: actor.organization,
      streamId: newId(),
      data: { position: input.position },
    },
    ...(input.link === undefined
      ? []
      : [useTaskLink(facts.link, { task: { kind: 'ballot', key: input.ballot }, today })]),
  ],
});
const ballots: Part = {
  name: 'sample-ballots',
  profiles: 'all',
  routes: (deps) =>
    new Hono<HttpEnvironment>()
      .get('/task/:token/ballot/:key', (c) => c.json({ person: c.var.visitor?.person, task: c.var.visitor?.task }))
      .post('/task/:token/ballot/:key', async (c) => {
        const link = taskLinkOf(c.var.visitor);
        const input = { ballot: c.req.param('key'), position: 'agree', ...(link === undefined ? {} : { link }) };
        const actor = { ...deps.operator, person: c.var.visitor?.person ?? '' };
        await deps.executor.execute(answerBallot, input, { actor, key: deps.random.uuid() });
        return c.text('received');
      })
      .get('/elsewhere', (c) => c.json({ visitor: c.var.visitor ?? null })),
};

let house: PeopleHouse;
let person: string;
beforeEach(async () => {
  house = await emptyPeopleHouse({
    parts: [...parts, ballots],
    deps: (deps) => {
      const types = eventTypes([...deps.types.all, positionTaken]);
      return { ...deps, types, executor: executor({ ...deps, types }) };
    },
  });
  const tc = await house.organization('committee');
  person = await house.person('虚构委员', 'member@example.org');
  await house.appoint(person, tc, 'tc-member');
});

const task = { kind: 'ballot', key: 'ballot-1' };
const pathOf = (address: string): string => new URL(address).pathname;
const issue = async (until = house.today) => pathOf(await issueTaskLink(house.deps, { person, task, until }));

it('a personal link shows its one task without a password, as often as it is opened, and the visitor it is for', async () => {
  const path = await issue();
  const visitor = browser(house);
  for (const _ of [1, 2]) {
    const shown = await visitor.get(path);
    expect(await shown.json()).toMatchObject({ person, task });
    expect(shown.headers.get('cache-control')).toBe('private, no-cache');
    expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
  }
  const short = await visitor.get(path.split('/').slice(0, 3).join('/'));
  expect([short.status, short.headers.get('location')]).toEqual([303, path]);
  expect(await (await visitor.get('/elsewhere')).json()).toEqual({ visitor: null });
});

it('answers once: of two answers at the same time one is written', async () => {
  const path = await issue();
  const answers = await Promise.all([browser(house).post(path, {}), browser(house).post(path, {})]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  const later = await browser(house).get(path);
  expect(later.status).toBe(410);
  expect(await later.text()).toContain('has been received');
  const positions = await house.deps.database.all(sql`select 1 from event where type = 'sample-position-taken'`);
  expect(positions).toHaveLength(1);
});

it('opens nothing else, and nothing when its time has passed or a later one was sent', async () => {
  const path = await issue();
  const other = await browser(house).get(path.replace('ballot-1', 'ballot-2'));
  expect([other.status, await other.text()]).toEqual([410, expect.stringContaining('does not belong to this task')]);
  expect((await browser(house).get(`/task/${'x'.repeat(43)}/ballot/ballot-1`)).status).toBe(410);
  const newer = await issue();
  const old = await browser(house).get(path);
  expect([old.status, await old.text()]).toEqual([410, expect.stringContaining('A later link has taken the place')]);
  expect((await browser(house).get(newer)).status).toBe(200);
  await expect(issue(house.inDays(-1))).rejects.toMatchObject({ code: 'access.task-day-wrong' });
  await house.deps.database.asOwner((tx) => tx.run(sql`update task_link set until = ${house.inDays(-1)}`));
  const over = await browser(house).get(newer);
  expect([over.status, await over.text()]).toEqual([410, expect.stringContaining('The last day of this link was')]);
});

it('is kept as a hash alone', async () => {
  const token = (await issue()).split('/')[2] ?? '';
  const kept = await house.deps.database.all<{ readonly text: string }>(
    sql`select data::text as text from event union all select token_hash from task_link union all select answer::text from act`,
  );
  expect(kept.map(({ text }) => text).join()).not.toContain(token);
});
