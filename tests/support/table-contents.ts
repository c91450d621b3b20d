import type { ReadHandle } from '../../src/foundation/database.ts';
import { sql } from '../../src/foundation/sql.ts';

/** Every row of a table as text, in an order that does not depend on how it was written. */
export async function tableContents(read: ReadHandle, table: string): Promise<readonly string[]> {
  const rows = await read.all<{ readonly row: string }>(
    sql`select to_jsonb(t)::text as row from ${sql.table(table)} t order by to_jsonb(t)::text collate "C"`,
  );
  return rows.map((row) => row.row);
}

/** The shape of a table: columns, constraints, indexes, comments and rights. */
export async function tableShape(read: ReadHandle, table: string): Promise<readonly string[]> {
  const name = `public.${table}`;
  const rows = await read.all<{ readonly line: string }>(sql`
    select format('column %s %s %s %s: %s', attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(d.adbin, d.adrelid),
        col_description(attrelid, attnum)) as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped
    union all select format('constraint %s %s', conname, pg_get_constraintdef(oid)) from pg_constraint where conrelid = ${name}::regclass
    union all select pg_get_indexdef(indexrelid) from pg_index where indrelid = ${name}::regclass
    union all select 'comment ' || obj_description(${name}::regclass)
    union all select format('right %s %s', grantee, privilege_type) from information_schema.role_table_grants where table_schema = 'public' and table_name = ${table}
    order by 1`);
  return rows.map((row) => row.line);
}
