import { createHash } from 'node:crypto';
import type pg from 'pg';
import { compile, type Statement, type WrittenStatement } from './sql.ts';

export type Asker = Pick<pg.Pool, 'query'> | pg.PoolClient;

export async function allRows<Row>(
  asker: Asker,
  statement: Statement<Row> | WrittenStatement<Row>,
): Promise<readonly Row[]> {
  return (await ask<Row>(asker, statement)).rows;
}

export function ask<Row>(
  asker: Asker,
  statement: Statement<Row> | WrittenStatement<Row>,
): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }> {
  const { text, parameters } = compile(statement);
  // One cast at the driver's edge: rows are typed where the statement is written.
  return asker.query({ name: statementName(text), text, values: [...parameters] }) as unknown as Promise<{
    rows: Row[];
    rowCount: number | null;
  }>;
}

const names = new Map<string, string>();

/** Names make the server plan a statement once per connection. Statements made anew for each call stay few. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
