import { z } from 'zod';
import { type Actor, permit, type Visitor } from '../foundation/actor.ts';
import { isDay } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import type { ReadHandle } from '../foundation/database.ts';
import type { NewEvent } from '../foundation/events.ts';
import { factQuery, type StreamVersion } from '../foundation/facts.ts';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import { linkTokenHash, newLinkToken } from '../foundation/link-token.ts';
import type { Deps } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { accessPermissions } from './permissions.ts';

/** One thing that one person is asked to do. */
export interface Task {
  /** What kind of thing: `ballot`, `consultation`, `review`. It stands in the address. */
  readonly kind: string;
  /** Which one. It stands in the address. */
  readonly key: string;
}

const taskShape = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  key: z.string().regex(/^[\w.-]{1,200}$/),
});

/** A link as a decision needs it. */
export interface TaskLinkHeld extends StreamVersion {
  readonly tokenHash: string;
  readonly person: string;
  readonly kind: string;
  readonly key: string;
  readonly until: string;
  readonly state: 'open' | 'used' | 'replaced';
}

const columns = sql`l.home_id as "homeId", l.link_id as "streamId", l.token_hash as "tokenHash", l.person_id as person, l.task_kind as kind,
  l.task_key as key, l.until, l.state, (select max(version) from event e where e.home_id = l.home_id and e.stream_id = l.link_id) as version`;

/** A personal link by the hash of its token: what a command asks that is answered by a link. */
export const taskLinkHeld = factQuery<string | undefined, TaskLinkHeld>({
  name: 'access.task-link-held',
  keyText: (tokenHash) => tokenHash ?? '',
  streams: (link) => [link],
  claims: (tokenHash) => (tokenHash === undefined ? [] : [{ kind: 'task-link-used', value: tokenHash }]),
  load: async (read, hashes) => {
    const rows = await read.all<TaskLinkHeld>(sql`select ${columns} from task_link l
      where l.token_hash = any(${hashes.filter((hash) => hash !== undefined)}::text[]) and upper_inf(l.known)`);
    return new Map(rows.map((row) => [row.tokenHash, row]));
  },
});

interface OfPerson extends Task {
  readonly person: string;
}

const openLinks = factQuery<OfPerson, readonly TaskLinkHeld[]>({
  name: 'access.open-task-links',
  keyText: ({ person, kind, key }) => JSON.stringify([person, kind, key]),
  streams: (links) => links,
  load: async (read, asked) => {
    const rows = await read.all<TaskLinkHeld>(sql`select ${columns}
      from unnest(${asked.map(({ person }) => person)}::uuid[], ${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ key }) => key)}::text[])
        as a (person, kind, key)
      join task_link l on l.person_id = a.person and l.task_kind = a.kind and l.task_key = a.key and l.state = 'open' and upper_inf(l.known)`);
    return Map.groupBy(rows, ({ person, kind, key }) => JSON.stringify([person, kind, key]));
  },
});

/** Sends a person one task: an older link for the same task works no more. */
const issueTaskLinkCommand = command({
  name: 'access.issue-task-link',
  input: z.strictObject({
    person: z.uuid(),
    task: taskShape,
    until: z.string().max(10),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  facts: ({ person, task }) => ({ open: openLinks({ person, ...task }) }),
  decide({ input: { person, task, until, tokenHash }, facts, actor, today, newId }) {
    permit(actor, accessPermissions.issueTaskLink, actor.organization);
    if (!isDay(until) || until < today) throw refusal('access.task-day-wrong', { until });
    const linkId = newId();
    const replaced = (facts.open ?? []).map(({ homeId, streamId }) => ({
      type: 'task-link-replaced',
      homeId,
      streamId,
      data: { by: linkId },
    }));
    const data = { tokenHash, person, kind: task.kind, key: task.key, until };
    return [{ type: 'task-link-issued', homeId: actor.organization, streamId: linkId, data }, ...replaced];
  },
});

export interface TaskLinkIssue {
  readonly person: string;
  readonly task: Task;
  /** The last day on which it works. */
  readonly until: string;
  /** Who sends it; the installation when absent. */
  readonly actor?: Actor;
}

/**
 * The address by which one person does one task without a password, once, up to a day. It is for the letter to that
 * person alone and is kept nowhere: asked for again, a new one takes its place.
 */
export async function issueTaskLink(
  deps: Pick<Deps, 'executor' | 'publicDesk' | 'random' | 'settings'>,
  { person, task, until, actor = deps.publicDesk }: TaskLinkIssue,
): Promise<string> {
  const token = newLinkToken(deps.random.bytes);
  const input = { person, task, until, tokenHash: linkTokenHash(token) };
  await deps.executor.execute(issueTaskLinkCommand, input, { actor, key: `task-link ${deps.random.uuid()}` });
  return `${publicAddressOf(deps.settings)}/task/${token}/${task.kind}/${task.key}`;
}

/** The link a visitor came by, for the input of the command that the link is for; undefined for who signed in. */
export function taskLinkOf(visitor: Visitor | undefined): string | undefined {
  return visitor?.task?.link;
}

/**
 * Uses a link up within the act that it is for: the event goes with the others of the decision. Of two acts by one link
 * only the first is written.
 *
 * @throws Refusal `access.task-link-used`, `access.task-link-replaced`, `access.task-link-over`, `access.task-link-unknown`
 */
export function useTaskLink(
  link: TaskLinkHeld | undefined,
  { task, today }: { readonly task: Task; readonly today: string },
): NewEvent {
  requireOpen(link, today);
  if (link.kind !== task.kind || link.key !== task.key) throw refusal('access.task-link-unknown');
  return {
    type: 'task-link-used',
    homeId: link.homeId,
    streamId: link.streamId,
    data: { tokenHash: link.tokenHash },
  };
}

/** @throws Refusal when the link opens nothing, saying why */
export function requireOpen(link: TaskLinkHeld | undefined, today: string): asserts link is TaskLinkHeld {
  if (!link) throw refusal('access.task-link-unknown');
  if (link.state === 'used') throw refusal('access.task-link-used');
  if (link.state === 'replaced') throw refusal('access.task-link-replaced');
  if (link.until < today) throw refusal('access.task-link-over', { until: link.until });
}

/** The link with a token, whatever became of it. */
export function taskLinkWith(read: ReadHandle, token: string): Promise<TaskLinkHeld | undefined> {
  return read.first<TaskLinkHeld>(
    sql`select ${columns} from task_link l where l.token_hash = ${linkTokenHash(token)} and upper_inf(l.known)`,
  );
}
