import type { Deps } from '../../foundation/part.ts';
import type { Problem } from '../../foundation/refusal.ts';
import { sql } from '../../foundation/sql.ts';
import { confirmationsOf, confirmStatements, lastSaid } from '../confirmations.ts';
import { sourceClaim } from '../facts.ts';
import type { StateStandardInput } from '../state-standard.ts';
import type { SaidRow } from './said-rows.ts';

/** A row with the day up to which its source speaks. */
export type StatedRow = SaidRow & Pick<StateStandardInput, 'source'>;

/** Whether the input of a row states a standard; rows of other kinds have no day to be settled. */
export function isStatement(input: unknown): input is StateStandardInput {
  if (typeof input !== 'object' || input === null || !('statement' in input)) return false;
  const { statement } = input;
  return typeof statement === 'object' && statement !== null && 'number' in statement;
}

/**
 * What rows without an event mean. A row that says the same as the register holds, on a later day, confirms it up to that
 * day: one event for all such rows of a source and day, none where that is known. A row that says something else is older
 * than what its source has since said or confirmed; it is told, because nothing of it was entered.
 */
export async function settleUnchanged(deps: Deps, rows: readonly StatedRow[]): Promise<readonly OutdatedProblem[]> {
  const outdated: OutdatedProblem[] = [];
  for (const group of Map.groupBy(rows, ({ source }) => `${source.statedOn} ${source.name}`).values()) {
    const held = await heldStatements(deps, group);
    const confirmed = await confirmationsOf(deps.database, [...held.values()]);
    const same = group.filter((one) => held.get(one.source.key)?.contentHash === one.contentHash);
    const lastDay = ({ source }: StatedRow): string => {
      const one = held.get(source.key);
      return one === undefined ? source.statedOn : lastSaid(confirmed, one);
    };
    await confirm(
      deps,
      same.filter((one) => lastDay(one) < one.source.statedOn),
    );
    const told = new Set(same);
    outdated.push(
      ...group
        .filter((one) => !told.has(one) && lastDay(one) > one.source.statedOn)
        .map((one) => problemOf(one, lastDay(one))),
    );
  }
  return outdated;
}

type OutdatedProblem = Problem & { readonly sheet?: string };

function problemOf({ row, sheet, number, source }: StatedRow, later: string): OutdatedProblem {
  const details = { number, statedOn: source.statedOn, later };
  return { code: 'standards.statement-outdated', row, details, ...(sheet === undefined ? {} : { sheet }) };
}

/** The rows are of one source and one day. */
async function confirm(deps: Deps, rows: readonly StatedRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { name: source, statedOn } = first.source;
  const keys = [...new Set(rows.map((row) => row.source.key))];
  const request = { actor: deps.operator, key: `confirmed ${deps.random.uuid()}` };
  await deps.executor.execute(confirmStatements, { source, statedOn, keys }, request);
}

interface Held {
  readonly name: string;
  readonly key: string;
  readonly statedOn: string;
  readonly contentHash: string;
}

/** What the register holds of a source under the keys of these rows, whatever their number. */
async function heldStatements(deps: Deps, rows: readonly StatedRow[]): Promise<ReadonlyMap<string, Held>> {
  const claims = [...new Set(rows.map(({ source }) => sourceClaim(source).value))];
  const held =
    await deps.database.all<Held>(sql`select s.source as name, s.source_key as key, s.stated_on as "statedOn", s.content_hash as "contentHash"
    from claim c join standard_source s on s.home_id = c.home_id and s.standard_id = c.stream_id and s.source || ':' || s.source_key = c.value
    where c.kind = 'source' and c.value = any(${claims}::text[]) and upper_inf(s.known)`);
  return new Map(held.map((row) => [row.key, row]));
}
