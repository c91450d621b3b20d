import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import type { NewEvent } from '../foundation/events.ts';
import type { Deps, Eraser } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { contentHash } from './events.ts';
import { contentByHash } from './facts.ts';
import { documentPermissions } from './permissions.ts';
import { contentStore } from './store/content-store.ts';

/**
 * Erases a content from every document that names it, with the names of its files. The hash stays in the sealed history; the
 * content goes from the store when the act is recorded. Erasing again changes nothing.
 *
 * @throws Refusal `documents.content-unknown`
 */
export const eraseContent = command({
  name: 'documents.erase-content',
  input: z.strictObject({ hash: contentHash, basis: z.string().trim().min(1).max(500) }),
  facts: ({ hash }) => ({ named: contentByHash(hash) }),
  decide({ input, facts, actor }): readonly NewEvent[] {
    permit(actor, documentPermissions.erase);
    const { hash, basis } = input;
    if (!facts.named) throw refusal('documents.content-unknown', { hash });
    const places = Map.groupBy(facts.named.places, ({ streamId }) => streamId);
    return [...places.values()].flatMap((named): readonly NewEvent[] => {
      const [first] = named;
      if (!first || first.isErased) return [];
      const textIds = named.map(({ fileName }) => fileName);
      const { homeId, streamId } = first;
      return [{ type: 'document-content-erased', homeId, streamId, data: { hash, basis }, erases: { textIds, basis } }];
    });
  },
});

/** `guiju erase content SHA-256`: recorded first, then taken out of the store. */
export const contentEraser: Eraser = {
  what: 'content',
  erase: async (deps, { id, basis }) => {
    const input = { hash: id.toLowerCase(), basis };
    const { events } = await deps.executor.execute(eraseContent, input, {
      actor: deps.operator,
      key: deps.random.uuid(),
    });
    await removeErased(deps);
    return events.length;
  },
};

/** Takes out of the store what an act erased; if the process ended between the two, the next round does it. */
export async function removeErased(deps: Pick<Deps, 'database' | 'settings' | 'random'>): Promise<number> {
  const rows = await deps.database.all<{ readonly hash: string }>(
    sql`select distinct hash from document_content where erased_at is not null and upper_inf(known)`,
  );
  const store = contentStore(deps);
  let removed = 0;
  for (const { hash } of rows) {
    if (!(await store.has(hash))) continue;
    await store.remove(hash);
    removed++;
  }
  return removed;
}
