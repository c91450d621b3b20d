import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ask } from './asking.ts';
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
  const line = questionsInOrder();
  const asked = <Row>(statement: Statement<Row> | WrittenStatement<Row>) =>
    line.send(() => ask<Row>(client, statement));
  const handle: WriteHandle = {
    all: async (statement) => (await asked(statement)).rows,
    first: async (statement) => (await asked(statement)).rows[0],
    run: async (statement) => (await asked(statement)).rowCount ?? 0,
    send: (statement) => {
      asked(statement).catch(() => {});
    },
    script: async (text) => {
      await line.send(() => client.query(text));
    },
    copy: (...rows) => line.copying(copyIn(...rows)),
  };
  const copyIn: WriteHandle['copy'] = async (table, columns, rows) => {
    const text = typeof rows === 'string' ? rows : copyText(rows);
    if (text === '') return;
    const target = `${table} (${columns.join(', ')})`;
    if (embedded) await line.send(() => embedded.copy(`copy ${target} from '/dev/blob'`, text));
    else await line.sendAlone(() => streamIn(client, target, text));
  };
  return {
    handle,
    tell: (text) => {
      line.send(() => client.query(text)).catch(() => {});
    },
    readyToCommit: line.readyToCommit,
    arrived: line.arrived,
    reasonOf: (failure) => {
      const reason = codeOf(failure) === inFailedTransaction ? (line.firstFailure() ?? failure) : failure;
      return codeOf(reason) === diskFull
        ? refusal('foundation.database-disk-full', { reason: String(reason) })
        : reason;
    },
  };
}

interface Line {
  readonly send: <T>(question: () => Promise<T>) => Promise<T>;
  /** Waits for everything before it, and lets nothing out before its own answer. */
  readonly sendAlone: <T>(question: () => Promise<T>) => Promise<T>;
  /** A copy with all that goes before its sending. */
  readonly copying: (copy: Promise<void>) => Promise<void>;
  readonly readyToCommit: () => Promise<void>;
  readonly arrived: () => Promise<void>;
  readonly firstFailure: () => unknown;
}

function questionsInOrder(): Line {
  const failures: unknown[] = [];
  const underWay = new Set<Promise<unknown>>();
  const copies = new Set<Promise<void>>();
  let alone: Promise<unknown> | undefined;
  const kept = <T>(answer: Promise<T>): Promise<T> => {
    underWay.add(answer);
    answer
      .catch((failure: unknown) => failures.push(failure))
      .finally(() => {
        underWay.delete(answer);
      });
    return answer;
  };
  return {
    send: (question) => kept(alone === undefined ? question() : alone.then(question)),
    sendAlone: (question) => {
      const answer = kept(Promise.allSettled([...underWay]).then(question));
      alone = answer.catch(() => {});
      return answer;
    },
    copying: (copy) => {
      copies.add(copy);
      return kept(copy);
    },
    readyToCommit: async () => {
      await Promise.allSettled(copies);
      if (failures.length > 0) throw failures[0];
    },
    arrived: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      if (failures.length > 0) throw failures[0];
    },
    firstFailure: () => failures[0],
  };
}

/** While rows stream in to a server, the connection takes nothing else. */
async function streamIn(client: pg.PoolClient, target: string, text: string): Promise<void> {
  Object.assign(client, { pipeline: false });
  try {
    await new Promise<void>((resolve, reject) => {
      const stream = client.query(copyFrom(`copy ${target} from stdin`));
      stream.on('error', reject);
      stream.on('finish', resolve);
      stream.end(text);
    });
  } finally {
    Object.assign(client, { pipeline: true });
  }
}

function codeOf(failure: unknown): unknown {
  return failure instanceof Error && 'code' in failure ? failure.code : undefined;
}
