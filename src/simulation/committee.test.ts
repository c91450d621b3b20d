import { describe, expect, test } from 'vitest';
import { emptyPeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import { inboxOf } from '../cases/index.ts';
import { sql } from '../foundation/sql.ts';
import { simulateCommittee } from './committee.ts';
import { voluntaryStandard } from './project-script.ts';

withoutPeopleTraces();

const quiet = () => ({ at: () => {}, end: () => {} });

describe('a rehearsal committee', () => {
  test('holds a project at every stage of the way, and a real register holds none', async () => {
    const house = await emptyPeopleHouse({ settings: { nature: 'rehearsal' } });
    const { cases, people } = await simulateCommittee(house.deps, quiet);
    expect(cases).toBe(voluntaryStandard.length);
    const { database, installation } = house.deps;
    const stages = await database.all<{ readonly stage: string }>(
      sql`select distinct stage from running_case where upper_inf(known) order by stage`,
    );
    expect(stages.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining([
        'suggestion',
        'recommendation',
        'drafting',
        'comments',
        'review',
        'approval',
        'published',
      ]),
    );
    const secretary = people.find(({ role }) => role === 'tc-secretary');
    const { appointments } = await house.visitor(secretary?.person ?? '');
    const inbox = await inboxOf(database, appointments, { today: house.today, limit: 50, offset: 0 });
    expect(inbox.total).toBeGreaterThan(5);
    expect(inbox.late).toBe(0);
    await expect(simulateCommittee(house.deps, quiet)).rejects.toMatchObject({ code: 'simulation.not-empty' });
    const real = { ...house.deps, installation: { ...installation, nature: 'real' as const } };
    await expect(simulateCommittee(real, quiet)).rejects.toMatchObject({ code: 'simulation.installation-is-real' });
  });
});
