import type { Deps, Loop } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { forgetPerson } from './enter-person.ts';

/** After an erasure the address of the person may be entered again, and nothing finds the person by it any more. */
export async function forgetErased(deps: Pick<Deps, 'database' | 'executor' | 'publicDesk'>): Promise<number> {
  const erased = await deps.database.all<{ readonly id: string }>(sql`select p.person_id as id from person p
    join private_text t on t.home_id = p.home_id and t.text_id = p.name_text and t.erased_at is not null
    where upper_inf(p.known) and p.email_key is not null limit 1000`);
  for (const { id } of erased)
    await deps.executor.execute(forgetPerson, { personId: id }, { actor: deps.publicDesk, key: `forget-person ${id}` });
  return erased.length;
}

export const peopleLoops = (deps: Deps): readonly Loop[] => [
  {
    name: 'forget erased persons',
    everyMilliseconds: 60_000,
    run: async () => {
      await forgetErased(deps);
    },
  },
];
