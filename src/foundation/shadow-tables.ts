import type { WriteHandle } from './database.ts';
import { serverRole } from './database.ts';
import { sql } from './sql.ts';

/**
 * Tables of the same shape beside the live ones, in a schema of their own, so that indexes and constraints have the same
 * names and nothing but the schema differs when they take the place of the live ones.
 */
export const shadowSchema = 'rebuild';

export const shadowOf = (table: string): string => `${shadowSchema}.${table}`;

/** Empty shadows without indexes: filling comes first, indexing later, which is several times faster. */
export async function createShadows(tx: WriteHandle, tables: readonly string[]): Promise<void> {
  await tx.script(`drop schema if exists ${shadowSchema} cascade; create schema ${shadowSchema}`);
  for (const table of tables) {
    await tx.script(`create table ${shadowOf(table)} (like public.${table} including all excluding indexes)`);
  }
}

/** Gives the shadows the keys and indexes of the live tables, under the same names. */
export async function indexShadows(tx: WriteHandle, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const indexes = await tx.all<{
      readonly name: string;
      readonly constraint: string | null;
      readonly text: string;
    }>(sql`
      select i.relname as name, pg_get_constraintdef(c.oid) as constraint, pg_get_indexdef(i.oid) as text
      from pg_index x join pg_class i on i.oid = x.indexrelid left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u', 'x')
      where x.indrelid = ${`public.${table}`}::regclass order by i.relname`);
    for (const { name, constraint, text } of indexes) {
      const statement =
        constraint === null
          ? text.replace(` ON public.${table} `, ` ON ${shadowOf(table)} `)
          : `alter table ${shadowOf(table)} add constraint ${name} ${constraint}`;
      await tx.script(statement);
    }
    await tx.script(`analyze ${shadowOf(table)}`);
  }
}

/** Puts the shadows in the place of the live tables, with their comments and rights. Everybody else sees the one or the other. */
export async function swapShadows(tx: WriteHandle, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const live = await tx.first<{ readonly comment: string | null; readonly rights: readonly string[] }>(sql`
      select obj_description(${`public.${table}`}::regclass) as comment, array(select distinct a.privilege_type from pg_class t,
        aclexplode(t.relacl) a join pg_roles r on r.oid = a.grantee
        where t.oid = ${`public.${table}`}::regclass and r.rolname = ${serverRole})::text[] as rights`);
    await tx.script(`drop table public.${table}; alter table ${shadowOf(table)} set schema public`);
    const rights = live?.rights ?? [];
    if (rights.length > 0) await tx.script(`grant ${rights.join(', ')} on ${table} to ${serverRole}`);
    if (live?.comment) await tx.script(`comment on table ${table} is '${live.comment.replaceAll("'", "''")}'`);
  }
  await dropShadows(tx);
}

export async function dropShadows(tx: WriteHandle): Promise<void> {
  await tx.script(`drop schema if exists ${shadowSchema} cascade`);
}
