import pg from 'pg';

const copyData = 0x64;
const copyDone = Buffer.from([0x63, 0, 0, 0, 4]);
/** A server begins with the first piece while the next ones travel. */
const pieceSize = 128 * 1024;

/**
 * Copies rows without waiting for the database's leave: they travel right behind the statement, and the next question right
 * behind them. A database that refuses the statement passes over the rows (PostgreSQL, Message Flow, COPY Operations).
 */
export function copyRows(client: pg.PoolClient, target: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(`copy ${target} from stdin`, text, (error) => (error ? reject(error) : resolve())));
  });
}

class CopyQuery extends pg.Query {
  readonly #statement: string;
  readonly #rows: string;

  constructor(statement: string, rows: string, done: (error: Error | undefined) => void) {
    super(statement, done);
    this.#statement = statement;
    this.#rows = rows;
  }

  override submit = (connection: pg.Connection): void => {
    const { stream } = connection;
    stream.cork();
    connection.query(this.#statement);
    const rows = Buffer.from(this.#rows);
    for (let at = 0; at < rows.length; at += pieceSize) {
      const piece = rows.subarray(at, at + pieceSize);
      const head = Buffer.alloc(5);
      head.writeUInt8(copyData);
      head.writeUInt32BE(piece.length + 4, 1);
      stream.write(head);
      stream.write(piece);
    }
    stream.write(copyDone);
    stream.uncork();
  };

  /** The rows are on their way already. */
  handleCopyInResponse(): void {}
}
