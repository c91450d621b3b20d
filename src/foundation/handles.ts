import type { CopyRow } from './copy-text.ts';
import type { Statement, WrittenStatement } from './sql.ts';

/** Reads only. Queries and facts get this. What is asked in one turn of the program travels to the database together. */
export interface ReadHandle {
  readonly all: <Row>(statement: Statement<Row> | WrittenStatement<Row>) => Promise<readonly Row[]>;
  readonly first: <Row>(statement: Statement<Row> | WrittenStatement<Row>) => Promise<Row | undefined>;
}

/** Writes inside one transaction. Only the executor, the sealer, migrations and restores get this. */
export interface WriteHandle extends ReadHandle {
  /** Sends a statement without waiting for its answer: the transaction ends well only when all that was sent did. */
  readonly send: (statement: Statement<unknown> | WrittenStatement) => void;
  /** Runs a statement and answers how many rows it changed. */
  readonly run: (statement: Statement<unknown>) => Promise<number>;
  /** Runs several statements of plain SQL, for migrations. */
  readonly script: (text: string) => Promise<void>;
  /** Adds rows; text is rows already in COPY's format, see `copyText`. */
  readonly copy: (table: string, columns: readonly string[], rows: readonly CopyRow[] | string) => Promise<void>;
}
