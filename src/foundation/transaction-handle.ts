import type pg from 'pg';
import { ask } from './asking.ts';
import { copyRows } from './copy-query.ts';
import { copyText } from './copy-text.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import type { WriteHandle } from './handles.ts';
import { refusal } from './refusal.ts';
import type { Statement, WrittenStatement } from './sql.ts';

/** What stands behind a failed statement of the same transaction is refused with this code. */
const inFailedTransaction = '25P02';
/** The server has no room for a page. */
const diskFull = '53100';

/** One transaction on one connection: questions go out without waiting for each other and are answered in their order. */
export interface TransactionHandle {
  readonly handle: WriteHandle;
  /** Sends plain SQL without waiting: the begin and the commit. */
  readonly tell: (text: string) => void;
  /**
   * Ends when every copy was answered, and fails with what has failed so far. A failure in the database undoes the
   * transaction whatever follows; one on this side of it, such as a full disk seen before a copy, must keep the commit back.
   */
  readonly readyToCommit: () => Promise<void>;
  /** Ends when everything sent was answered; fails with what failed first. */
  readonly arrived: () => Promise<void>;
  /** What a failure is due to: behind a failed statement everything fails. */
  readonly reasonOf: (failure: unknown) => unknown;
}

export function transactionHandle(client: pg.PoolClient, embedded: EmbeddedPostgres | undefined): TransactionHandle {
  const failures: unknown[] = [];
  const underWay = new Set<Promise<unknown>>();
  const copies = new Set<Promise<void>>();
  const sent = <T>(answer: Promise<T>): Promise<T> => {
    underWay.add(answer);
    answer
      .catch((failure: unknown) => failures.push(failure))
      .finally(() => {
        underWay.delete(answer);
      });
    return answer;
  };
  const asked = <Row>(statement: Statement<Row> | WrittenStatement<Row>) => sent(ask<Row>(client, statement));
  const copied: WriteHandle['copy'] = async (table, columns, rows) => {
    const text = typeof rows === 'string' ? rows : copyText(rows);
    if (text === '') return;
    embedded?.requireSpace();
    await copyRows(client, `${table} (${columns.join(', ')})`, text);
  };
  const failWithFirst = (): void => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    handle: {
      all: async (statement) => (await asked(statement)).rows,
      first: async (statement) => (await asked(statement)).rows[0],
      run: async (statement) => (await asked(statement)).rowCount ?? 0,
      send: (statement) => {
        asked(statement).catch(() => {});
      },
      script: async (text) => {
        await sent(client.query(text));
      },
      copy: (...rows) => {
        const copy = copied(...rows);
        copies.add(copy);
        return sent(copy);
      },
    },
    tell: (text) => {
      sent(client.query(text)).catch(() => {});
    },
    readyToCommit: async () => {
      await Promise.allSettled(copies);
      failWithFirst();
    },
    arrived: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      failWithFirst();
    },
    reasonOf: (failure) => {
      const reason = codeOf(failure) === inFailedTransaction ? (failures[0] ?? failure) : failure;
      return codeOf(reason) === diskFull
        ? refusal('foundation.database-disk-full', { reason: String(reason) })
        : reason;
    },
  };
}

function codeOf(failure: unknown): unknown {
  return failure instanceof Error && 'code' in failure ? failure.code : undefined;
}
