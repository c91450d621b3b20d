import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { factQuery, type StreamVersion } from '../foundation/facts.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { sourceClaim } from './facts.ts';
import type { StageSeen } from './model.ts';
import { standardPermissions } from './permissions.ts';
import { isKnownStage } from './stages.ts';

export interface StateStagesInput {
  readonly source: { readonly name: string; readonly key: string; readonly statedOn: string };
  /** Each with its scheme: `iso 40.20`. */
  readonly stages: readonly { readonly stage: string; readonly number: string }[];
}

/**
 * Enters the stages at which a source saw a standard before. A stage once passed stays passed, so that a source only ever
 * adds to them; what is known already makes no event.
 *
 * @throws Refusal `standards.stages-of-unknown-record`
 */
export const stateStages = command({
  name: 'standards.state-stages',
  // The reader has checked every field and named each problem by row and field.
  input: z.custom<StateStagesInput>((value) => typeof value === 'object' && value !== null && 'stages' in value),
  facts: ({ source }: StateStagesInput) => ({ held: heldStages(source) }),
  decide: ({ input: { source, stages }, facts: { held }, actor }) => {
    permit(actor, standardPermissions.state);
    if (!held) throw refusal('standards.stages-of-unknown-record', { source: source.name, key: source.key });
    const fresh = stages.filter((one) => !isKnownStage(held.stages, one));
    if (fresh.length === 0) return [];
    const { homeId, streamId } = held;
    return [{ type: 'standard-stages-stated', homeId, streamId, data: { source, stages: fresh } }];
  },
});

interface HeldStages extends StreamVersion {
  readonly value: string;
  readonly stages: readonly StageSeen[];
}

/** The standard of which a source speaks under a key, with the stages known of it. */
const heldStages = factQuery<StateStagesInput['source'], HeldStages>({
  name: 'standards.held-stages',
  keyText: (source) => sourceClaim(source).value,
  claims: (source) => [sourceClaim(source)],
  streams: (held) => [held],
  load: async (read, sources) => {
    const keys = sources.map((source) => sourceClaim(source).value);
    const rows = await read.all<HeldStages>(sql`select c.value, c.home_id as "homeId", c.stream_id as "streamId",
        (select max(version) from event e where e.home_id = c.home_id and e.stream_id = c.stream_id) as version, t.stages
      from claim c join lateral (select stages from standard t where t.home_id = c.home_id and t.standard_id = c.stream_id and upper_inf(t.known)
        order by lower(valid) desc nulls last limit 1) t on true
      where c.kind = 'source' and c.value = any(${keys}::text[])`);
    return new Map(rows.map((row) => [row.value, row]));
  },
});
