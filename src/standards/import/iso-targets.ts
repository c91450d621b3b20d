import { createHash } from 'node:crypto';
import { canonicalJson } from '../../foundation/canonical-json.ts';
import { readStreams } from '../../foundation/event-store.ts';
import type { Deps } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { confirmationsOf, lastSaid } from '../confirmations.ts';
import { sourceClaim } from '../facts.ts';
import type { SourceStatement } from '../merge.ts';
import type { Relation } from '../model.ts';
import { isoTarget } from '../sources/iso-open-data.ts';
import { standardState } from '../standard-state.ts';
import { type StateStandardInput, stateStandard } from '../state-standard.ts';
import { contentHash } from './statement-input.ts';

/** Sources whose keys are the ids of the ISO catalogue. */
const isoSources = ['iso-open-data', 'iso-catalogue-sample'] as const;

interface Stream {
  readonly homeId: string;
  readonly streamId: string;
}

/** How ISO prints the deliverables of some ids, as far as the register holds them. */
export async function registeredReferences(
  deps: Pick<Deps, 'database' | 'types'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const claims = isoSources.flatMap((name) => ids.map((id) => sourceClaim({ name, key: String(id) }).value));
  const streams =
    await deps.database.all<Stream>(sql`select distinct home_id as "homeId", stream_id as "streamId" from claim
    where kind = 'source' and value = any(${claims}::text[])`);
  const statements = await statementsOf(deps, streams);
  return new Map(statements.map(({ source, statement }) => [Number(source.key), statement.number]));
}

/**
 * States relations anew whose targets were known by id only and have arrived since, so that they hold by number like all
 * others. Answers how many standards were concerned.
 */
export async function resolveIsoTargets(deps: Deps): Promise<number> {
  const streams =
    await deps.database.all<Stream>(sql`select distinct r.home_id as "homeId", r.standard_id as "streamId" from standard_relation r
    where r.target_key >= 'ISO-ID:' and r.target_key < 'ISO-ID;' and upper_inf(r.known)`);
  const statements = await statementsOf(deps, streams);
  const ids = statements.flatMap(({ statement }) => statement.relations.flatMap(({ target }) => idIn(target) ?? []));
  const references = await registeredReferences(deps, [...new Set(ids)]);
  const restated = statements.flatMap((held) => restatement(held, references));
  // The source stands by the rest of it up to the day on which it last said it.
  const confirmed = await confirmationsOf(
    deps.database,
    restated.map(({ source }) => source),
  );
  const inputs = restated.map((input) => ({
    ...input,
    source: { ...input.source, statedOn: lastSaid(confirmed, input.source) },
  }));
  if (inputs.length === 0) return 0;
  const answer = await deps.executor.executeMany(
    stateStandard,
    () => inputs.map((input, index) => ({ row: index + 1, input })),
    {
      actor: deps.operator,
      key: `iso targets ${deps.random.uuid()}`,
      inputHash: createHash('sha256')
        .update(canonicalJson(inputs.map((input) => input.contentHash)))
        .digest(),
      mode: 'good-rows',
    },
  );
  return answer.written;
}

/** What the ISO sources last said of some standards. */
async function statementsOf(
  deps: Pick<Deps, 'database' | 'types'>,
  streams: readonly Stream[],
): Promise<readonly SourceStatement[]> {
  const events = await readStreams(deps.database, streams, deps.types);
  return [...events.values()]
    .flatMap((ofStream) => standardState(ofStream).statements)
    .filter(({ source }) => isoSources.some((name) => name === source.name));
}

/** The statement with the numbers in the place of the ids; nothing when none of them is known yet. */
function restatement(
  { source, statement }: SourceStatement,
  references: ReadonlyMap<number, string>,
): readonly StateStandardInput[] {
  const relations = statement.relations.map((relation): Relation => {
    const id = idIn(relation.target);
    return { ...relation, target: (id === undefined ? undefined : references.get(id)) ?? relation.target };
  });
  if (relations.every(({ target }, place) => target === statement.relations[place]?.target)) return [];
  const resolved = { ...statement, relations };
  return [{ source, statement: resolved, contentHash: contentHash(resolved) }];
}

const idPrefix = isoTarget(0).slice(0, -1);

function idIn(target: string): number | undefined {
  return target.startsWith(idPrefix) ? Number(target.slice(idPrefix.length)) : undefined;
}
