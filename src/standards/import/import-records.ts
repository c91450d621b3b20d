import { createHash } from 'node:crypto';
import { canonicalJson } from '../../foundation/canonical-json.ts';
import type { InputRow, RejectedRow } from '../../foundation/deciding.ts';
import type { BatchAnswer } from '../../foundation/executor.ts';
import type { Deps } from '../../foundation/part.ts';
import { type Problem, refusalOf } from '../../foundation/refusal.ts';
import { identityOf } from '../identity.ts';
import type { RecordReading, StatedRecord } from '../sources/reading.ts';
import { type StateStandardInput, stateStandard } from '../state-standard.ts';

/** A record of the file as its reader understood it, with the row at which the sender finds it. */
export interface ReadRecord {
  readonly row: number;
  readonly reading: RecordReading;
  /** The record as it stands in the file, for the rejects file. */
  readonly original?: unknown;
}

export interface ImportRequest {
  readonly records: () => AsyncIterable<ReadRecord> | Iterable<ReadRecord>;
  /** The day up to which the file speaks, where its records do not say. */
  readonly statedOn: string;
  readonly mode: 'all-or-nothing' | 'good-rows';
  /** The same key and content give the recorded answer instead of a second act. */
  readonly key: string;
  readonly inputHash: Uint8Array;
  readonly onProgress?: (rows: number) => void;
}

export interface ImportReport extends BatchAnswer {
  readonly rejects: readonly RejectedRow[];
  readonly doubts: readonly Problem[];
}

/**
 * Enters the records of a file as one act. A second run of the same file changes nothing, a newer file makes only the
 * difference, as events. What cannot be read is rejected with row, field, code, reason and remedy.
 *
 * @throws Refusal `foundation.batch-rejected` in the mode all-or-nothing, with every problem found
 */
export async function importRecords(deps: Deps, request: ImportRequest): Promise<ImportReport> {
  const rejects: RejectedRow[] = [];
  const doubts: Problem[] = [];
  const unreadable: RejectedRow[] = [];
  const rows = async function* (): AsyncGenerator<InputRow> {
    unreadable.length = 0;
    doubts.length = 0;
    for await (const record of request.records()) {
      const { row, reading } = record;
      if (reading.outcome === 'refused') {
        unreadable.push({ row, input: record.original, problems: reading.problems });
        continue;
      }
      doubts.push(...reading.doubts);
      for (const stated of reading.records) yield { row, input: inputOf(deps, stated, request.statedOn) };
    }
    if (request.mode === 'all-or-nothing' && unreadable.length > 0) {
      throw refusalOf('foundation.batch-rejected', unreadable.slice(0, 1_000).flatMap((one) => one.problems));
    }
  };
  const answer = await deps.executor.executeMany(stateStandard, rows, {
    actor: deps.operator,
    key: request.key,
    inputHash: request.inputHash,
    mode: request.mode,
    onReject: (rejected) => rejects.push(rejected),
    ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
  });
  const all = [...unreadable, ...rejects].sort((one, other) => one.row - other.row);
  return { ...answer, rows: answer.rows + unreadable.length, rejected: all.length, rejects: all, doubts };
}

/** A stated record with rank, day, hash and the names of its home, as the command takes it. */
export function inputOf(deps: Pick<Deps, 'definitions' | 'clock'>, stated: StatedRecord, statedOn: string): StateStandardInput {
  const identity = identityOf(stated.statement.number);
  const today = deps.clock.today();
  const family = identity?.publisher ?? '';
  return {
    source: {
      ...stated.source,
      statedOn: stated.statedOn ?? statedOn,
      rank: deps.definitions.rankOf({ source: stated.source.name, family, on: today }),
    },
    contentHash: createHash('sha256').update(canonicalJson(stated.statement)).digest('hex'),
    statement: stated.statement,
    ...(identity === undefined ? {} : { home: { code: identity.homeCode, names: homeNames(deps, { publisher: identity.publisher, today }) } }),
  };
}

/** Names of the organization under which a family of numbers is registered, from the code list of document families. */
function homeNames(
  deps: Pick<Deps, 'definitions'>,
  family: { readonly publisher: string; readonly today: string },
): readonly { readonly lang: string; readonly text: string }[] {
  const entry = deps.definitions.codelist('document-families').at(family.today).get(family.publisher);
  const { home_zh: zh = '', home_en: en = '' } = entry?.extra ?? {};
  return [
    ...(zh === '' ? [] : [{ lang: 'zh-Hans', text: zh }]),
    ...(en === '' ? [] : [{ lang: 'en', text: en }]),
  ];
}
