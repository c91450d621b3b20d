import type { Command } from '../../foundation/command.ts';
import type { InputRow, RejectedRow } from '../../foundation/deciding.ts';
import type { BatchAnswer } from '../../foundation/executor.ts';
import type { Deps } from '../../foundation/part.ts';
import { type Problem, Refusal } from '../../foundation/refusal.ts';
import type { RecordReading, StatedRecord } from '../sources/reading.ts';
import { stateStandard } from '../state-standard.ts';
import { SaidRows } from './said-rows.ts';
import { isStatement, type StatedRow, settleUnchanged } from './settle-unchanged.ts';
import { statementInputs } from './statement-input.ts';
import { understoodAs } from './understood-as.ts';

/** A record of the file as its reader understood it, with the place at which the sender finds it. */
export interface ReadRecord<Stated = StatedRecord> {
  readonly row: number;
  /** The sheet of a workbook with several: row numbers begin anew in each. */
  readonly sheet?: string;
  readonly reading: RecordReading<Stated>;
  /** How the sender knows the column of a field, where the record is a row of a sheet. */
  readonly columnOf?: (field: string) => string | undefined;
  /** The record as it stands in the file, for the rejects file. */
  readonly original?: unknown;
}

/** A problem with the sheet on which its row stands. */
export interface PlacedProblem extends Problem {
  readonly sheet?: string;
  /** Heading and letter of the column, as the sender sees them. */
  readonly column?: string;
  /** How a doubtful cell was taken. */
  readonly understood?: string;
}

/** A row that was not taken, with everything wrong in it. */
export interface Reject {
  readonly row: number;
  readonly sheet?: string;
  readonly original: unknown;
  readonly problems: readonly PlacedProblem[];
}

/** By which command the records of a file are entered. */
export interface Entering<Stated> {
  readonly command: Command;
  readonly inputOf: (stated: Stated, statedOn: string) => object;
}

export interface ImportRequest<Stated = StatedRecord> {
  readonly records: () => AsyncIterable<ReadRecord<Stated>> | Iterable<ReadRecord<Stated>>;
  /** The day up to which the file speaks, where its records do not say. */
  readonly statedOn: string;
  readonly mode: 'all-or-nothing' | 'good-rows';
  /** The same key and content give the recorded answer instead of a second act. */
  readonly key: string;
  readonly inputHash: Uint8Array;
  readonly onProgress?: (rows: number) => void;
}

export interface ImportReport extends Omit<BatchAnswer, 'actId' | 'recordedAt'> {
  /** The act that wrote the records; none when the whole file was refused. */
  readonly act?: { readonly id: string; readonly recordedAt: string };
  /** The key had been used for this very file: this is the answer recorded then, and nothing was read again. */
  readonly isRecordedAnswer: boolean;
  readonly rejects: readonly Reject[];
  readonly doubts: readonly PlacedProblem[];
}

/**
 * Enters the records of a file as one act. A second run of the same file changes nothing, a newer file makes only the
 * difference, as events. What cannot be taken is rejected with row, field, code, reason and remedy; in the mode
 * all-or-nothing one such row leaves the register as it was, and the report still names them all.
 */
export function importRecords(deps: Deps, request: ImportRequest): Promise<ImportReport> {
  return enterRecords(deps, request, { command: stateStandard, inputOf: statementInputs(deps) });
}

/** The same for records of any kind, each entered by the command of its kind. */
export async function enterRecords<Stated>(
  deps: Deps,
  request: ImportRequest<Stated>,
  entering: Entering<Stated>,
): Promise<ImportReport> {
  const reading = new Reading(request, entering.inputOf);
  const rejected: RejectedRow[] = [];
  try {
    const { actId, recordedAt, ...counts } = await deps.executor.executeMany(entering.command, () => reading.rows(), {
      actor: deps.operator,
      key: request.key,
      inputHash: request.inputHash,
      mode: request.mode,
      onReject: (row) => rejected.push(row),
      ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
    });
    const report = reading.report(rejected);
    // Where every row made an event, none was confirmed and none was passed over.
    const outdated = counts.unchanged === 0 ? [] : await settleUnchanged(deps, reading.taken(rejected));
    return { act: { id: actId, recordedAt }, ...counts, ...report, doubts: [...report.doubts, ...outdated] };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'foundation.batch-rejected') throw error;
    const counts = { rows: reading.count, written: 0, unchanged: 0, rejected: rejected.length, events: 0 };
    return { ...counts, ...reading.report(rejected) };
  }
}

/** One reading of the file: its rows for the command, and what is to be told of them afterwards. */
class Reading<Stated> {
  readonly #request: ImportRequest<Stated>;
  readonly #inputOf: Entering<Stated>['inputOf'];
  /** Where the input of a row came from: a decision gives inputs back, not records. */
  readonly #origins = new WeakMap<object, { readonly record: ReadRecord<Stated>; readonly place: number }>();
  #rounds = 0;
  #count = 0;
  #doubts: PlacedProblem[] = [];
  #said = new SaidRows<StatedRow>();

  constructor(request: ImportRequest<Stated>, inputOf: Entering<Stated>['inputOf']) {
    this.#request = request;
    this.#inputOf = inputOf;
  }

  /** A batch that another act overtook is decided again, and then the file is read again from its beginning. */
  async *rows(): AsyncGenerator<InputRow> {
    this.#rounds++;
    this.#count = 0;
    this.#doubts = [];
    this.#said = new SaidRows();
    for await (const record of this.#request.records()) yield* this.#rowsOf(record);
  }

  get count(): number {
    return this.#count;
  }

  #rowsOf(record: ReadRecord<Stated>): readonly InputRow[] {
    const { reading } = record;
    if (reading.outcome === 'refused') return [this.#row(record, record, reading.problems)];
    this.#doubts.push(...doubtsOf(record));
    return reading.records.map((stated) => this.#row(record, this.#inputOf(stated, this.#request.statedOn), []));
  }

  #row(record: ReadRecord<Stated>, input: object, problems: readonly Problem[]): InputRow {
    this.#origins.set(input, { record, place: this.#count++ });
    const found = [...problems, ...this.#repeatedIn(record, input)];
    return { row: record.row, input, ...(found.length === 0 ? {} : { problems: found }) };
  }

  /** What is wrong with a row because of an earlier one that names the same standard. */
  #repeatedIn(record: ReadRecord<Stated>, input: object): readonly Problem[] {
    if (!isStatement(input)) return [];
    const { source, contentHash, statement } = input;
    const repeated = this.#said.add({ ...placeOf(record), source, contentHash, number: statement.number });
    if (repeated?.outcome === 'same') this.#doubts.push(repeated.problem);
    return repeated?.outcome === 'otherwise' ? [repeated.problem] : [];
  }

  /** What was said by the rows that were taken. */
  taken(rejected: readonly RejectedRow[]): readonly StatedRow[] {
    const refused = new Set(rejected.map(({ input }) => (isStatement(input) ? input.source : undefined)));
    return this.#said.rows().filter(({ source }) => !refused.has(source));
  }

  report(rejected: readonly RejectedRow[]): Pick<ImportReport, 'isRecordedAnswer' | 'rejects' | 'doubts'> {
    const found = rejected
      .map((row) => ({ ...row, ...this.#originOf(row) }))
      .sort((one, other) => one.place - other.place);
    const rejects = found.map(({ record, problems }) => ({
      ...placeOf(record),
      original: record.original ?? null,
      problems: problems.map((problem) => placed(problem, record)),
    }));
    return { isRecordedAnswer: this.#rounds === 0, rejects, doubts: this.#doubts };
  }

  #originOf({ input, row }: RejectedRow): {
    readonly record: Pick<ReadRecord, 'row' | 'sheet' | 'columnOf' | 'original'>;
    readonly place: number;
  } {
    const known = typeof input === 'object' && input !== null ? this.#origins.get(input) : undefined;
    return known ?? { record: { row, original: input }, place: row };
  }
}

function placeOf({ row, sheet }: Pick<ReadRecord, 'row' | 'sheet'>): { readonly row: number; readonly sheet?: string } {
  return { row, ...(sheet === undefined ? {} : { sheet }) };
}

/** A problem where the sender finds it. */
export function placed(problem: Problem, record: Pick<ReadRecord, 'row' | 'sheet' | 'columnOf'>): PlacedProblem {
  const column = problem.field === undefined ? undefined : record.columnOf?.(problem.field);
  if (column === undefined) return { ...problem, ...placeOf(record) };
  // The sentence names the column by the sender's own words, not by the member of the template.
  return { ...problem, ...placeOf(record), column, details: { ...problem.details, field: column } };
}

/** The doubts of a record that was read, each with how its cell was taken. */
export function doubtsOf<Stated>(record: ReadRecord<Stated>): readonly PlacedProblem[] {
  const { reading } = record;
  if (reading.outcome === 'refused') return [];
  const statement = statementIn(reading.records[0]);
  return reading.doubts.map((doubt) => {
    const understood = statement && understoodAs(statement, doubt.field);
    return { ...placed(doubt, record), ...(understood === undefined ? {} : { understood }) };
  });
}

/** Cells of lists of standards are taken in one way or another; records of other kinds have none. */
function statementIn(stated: unknown): StatedRecord['statement'] | undefined {
  return isOfStandard(stated) ? stated.statement : undefined;
}

export function isOfStandard(stated: unknown): stated is StatedRecord {
  if (typeof stated !== 'object' || stated === null || !('statement' in stated)) return false;
  const { statement } = stated;
  return typeof statement === 'object' && statement !== null && 'number' in statement;
}
