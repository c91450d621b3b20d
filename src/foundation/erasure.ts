import { z } from 'zod';
import { type Permission, permit } from './actor.ts';
import { command } from './command.ts';
import type { EventType, NewEvent } from './events.ts';
import { factQuery } from './facts.ts';
import { refusal } from './refusal.ts';
import { sql } from './sql.ts';

/** Who may erase: the operator of the installation, on a request under the law (Personal Information Protection Law, art. 47). */
export const erasurePermission: Permission = {
  says: { 'zh-Hans': '依法删除个人文本', en: 'Erase what the law demands' },
  action: 'foundation.erase',
  roles: ['operator'],
  basis: 'Personal Information Protection Law, art. 47; DESIGN 10, rule 10',
};

/** An erasure is an event of its own, in a stream of its own: it says how much was erased and on which basis, never what or whose. */
export const erasureEvents: readonly EventType[] = [
  {
    type: 'private-texts-erased',
    kind: 'erasure',
    schema: 1,
    schemas: { 1: z.strictObject({ textIds: z.array(z.string()), acts: z.number().int(), basis: z.string() }) },
    steps: {},
    visibility: { textIds: 'public', acts: 'public', basis: 'public' },
    claims: () => ({}),
  },
];

const basis = z.string().trim().min(1);

/**
 * Erases texts, each named by its home and identifier. The seal of the events that refer to them still verifies; pages show
 * "erased" with basis and day. Erasing again changes nothing.
 *
 * @throws Refusal `foundation.private-text-unknown`
 */
export const erasePrivateTexts = command({
  name: 'foundation.erase-private-texts',
  input: z.strictObject({ texts: z.array(z.strictObject({ homeId: z.uuid(), textId: z.uuid() })).min(1), basis }),
  facts: ({ texts }) => ({ kept: textsNamed(texts) }),
  decide: ({ input, facts, actor, newId }) => {
    permit(actor, erasurePermission);
    const kept = facts.kept ?? [];
    const known = new Set(kept.map((text) => text.textId));
    const unknown = input.texts.find((text) => !known.has(text.textId));
    if (unknown) throw refusal('foundation.private-text-unknown', { textId: unknown.textId });
    return erasures(
      kept.filter((text) => !text.isErased),
      { newId, basis: input.basis },
    );
  },
});

/** Erases everything a person wrote, and the person's name in the acts the person did. */
export const erasePerson = command({
  name: 'foundation.erase-person',
  input: z.strictObject({ personId: z.uuid(), basis }),
  facts: ({ personId }) => ({ traces: tracesOf(personId) }),
  decide: ({ input, facts, actor, newId }) => {
    permit(actor, erasurePermission);
    return erasures(facts.traces ?? [], { newId, ...input });
  },
});

interface Trace {
  readonly homeId: string;
  /** Absent: acts of the person in this home. */
  readonly textId?: string;
  readonly acts: number;
  readonly isErased: boolean;
}

/** One event per home, because texts and acts lie with their home (DESIGN 10, rule 12). */
function erasures(
  traces: readonly Trace[],
  work: { readonly newId: () => string; readonly basis: string; readonly personId?: string },
): readonly NewEvent[] {
  return [...Map.groupBy(traces, (trace) => trace.homeId)].map(([homeId, found]) => {
    const textIds = found.flatMap((trace) => trace.textId ?? []);
    return {
      type: 'private-texts-erased',
      homeId,
      streamId: work.newId(),
      data: { textIds, acts: found.reduce((sum, trace) => sum + trace.acts, 0), basis: work.basis },
      erases: { textIds, basis: work.basis, ...(work.personId === undefined ? {} : { actsOf: work.personId }) },
    };
  });
}

const textsNamed = factQuery<readonly { readonly homeId: string; readonly textId: string }[], readonly Trace[]>({
  name: 'foundation.texts-named',
  keyText: (texts) => JSON.stringify(texts),
  load: async (read, keys) => {
    const texts = keys.flat();
    const rows =
      await read.all<Trace>(sql`select t.home_id as "homeId", t.text_id as "textId", 0 as acts, t.erased_at is not null as "isErased"
      from unnest(${texts.map((text) => text.homeId)}::uuid[], ${texts.map((text) => text.textId)}::uuid[]) as asked (home_id, text_id)
      join private_text t on t.home_id = asked.home_id and t.text_id = asked.text_id`);
    const byId = new Map(rows.map((row) => [`${row.homeId}/${row.textId}`, row]));
    return new Map(
      keys.map((key) => [JSON.stringify(key), key.flatMap((text) => byId.get(`${text.homeId}/${text.textId}`) ?? [])]),
    );
  },
});

const tracesOf = factQuery<string, readonly Trace[]>({
  name: 'foundation.traces-of-person',
  keyText: (personId) => personId,
  load: async (read, personIds) => {
    const rows = await read.all<Trace & { readonly personId: string }>(sql`
      select person_id as "personId", home_id as "homeId", text_id as "textId", 0 as acts, false as "isErased"
        from private_text where person_id = any(${personIds}::uuid[]) and erased_at is null
      union all select person_id, home_id, null, count(*)::int, false from act where person_id = any(${personIds}::uuid[]) group by 1, 2`);
    const traces = rows.map(({ personId, textId, ...trace }) => ({
      personId,
      ...trace,
      ...(textId ? { textId } : {}),
    }));
    return Map.groupBy(traces, (trace) => trace.personId);
  },
});
