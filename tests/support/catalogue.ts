import type { ReadHandle } from '../../src/foundation/database.ts';
import { sql } from '../../src/foundation/sql.ts';

export interface CatalogueColumn {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly comment: string | null;
}

export interface CatalogueKey {
  readonly name: string;
  readonly kind: string;
  readonly columns: readonly string[];
  readonly definition: string;
}

/** A table as the catalogue of the database describes it. */
export interface CatalogueTable {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly CatalogueColumn[];
  /** Primary, unique, foreign and exclusion keys, and unique indexes. */
  readonly keys: readonly CatalogueKey[];
  readonly indexes: readonly { readonly name: string; readonly definition: string }[];
  readonly checks: readonly { readonly name: string; readonly definition: string }[];
  readonly triggers: readonly string[];
  /** What the server's role may do. */
  readonly rights: readonly string[];
}

/** Every table of the register, in the order of names. */
export async function catalogue(read: ReadHandle): Promise<readonly CatalogueTable[]> {
  return read.all<CatalogueTable>(sql`select c.relname as name, obj_description(c.oid) as comment,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'isRequired', attnotnull,
          'comment', col_description(attrelid, attnum)) order by attnum)
        from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      coalesce((select json_agg(json_build_object('name', name, 'kind', kind, 'columns', columns, 'definition', definition) order by name) from (
        select conname as name, case contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key' else 'exclusion' end as kind,
          (select json_agg(attname) from pg_attribute a where a.attrelid = conrelid and a.attnum = any(conkey)) as columns, pg_get_constraintdef(oid) as definition
          from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f', 'x')
        union all select i.relname, 'unique index', (select json_agg(attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(x.indkey::int2[])),
          pg_get_indexdef(x.indexrelid) from pg_index x join pg_class i on i.oid = x.indexrelid
          where x.indrelid = c.oid and x.indisunique and not exists (select from pg_constraint p where p.conindid = x.indexrelid)) k), '[]') as keys,
      coalesce((select json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(x.indexrelid)) order by i.relname)
        from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid and not x.indisunique), '[]') as indexes,
      coalesce((select json_agg(json_build_object('name', conname, 'definition', pg_get_constraintdef(oid)) order by conname)
        from pg_constraint where conrelid = c.oid and contype = 'c'), '[]') as checks,
      coalesce((select json_agg(tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal), '[]') as triggers,
      coalesce((select json_agg(distinct privilege) from (select a.privilege_type as privilege from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
        where r.rolname = 'guiju_server') p), '[]') as rights
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`);
}

/** The column by which a table is spread over a cluster, by the first words of its comment. */
const distributions: readonly (readonly [words: string, column: string | undefined])[] = [
  ['distributed by home_id.', 'home_id'],
  ['distributed by claim.', 'value'],
  ['reference.', undefined],
  ['local.', undefined],
];

/** What keeps a table from being spread over a cluster (DESIGN 10, rule 12), and columns that nobody explained. */
export function shardingFaults(table: CatalogueTable): readonly string[] {
  const { name, columns, keys, triggers } = table;
  const distribution = distributions.find(([words]) => table.comment?.startsWith(words));
  if (!distribution)
    return [`${name}: the comment does not begin with ${distributions.map(([words]) => words).join(' or ')}`];
  const [words, column] = distribution;
  return [
    ...columns.filter(({ comment }) => !comment).map((found) => `${name}.${found.name}: no comment`),
    ...triggers.map((trigger) => `${name}: trigger ${trigger}`),
    ...(column === undefined || columns.some((found) => found.name === column)
      ? []
      : [`${name}: ${words} but no column ${column}`]),
    ...keys
      .filter((key) => column !== undefined && !key.columns.includes(column))
      .map((key) => `${name}: ${key.kind} ${key.name} lacks ${column}`),
  ];
}
