import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';

/** An organization as pages and other parts name it on a day. */
export interface Organization {
  readonly id: string;
  /** Names by language; a source may give other languages, or none. */
  readonly names: Readonly<Record<string, string>>;
  /** Code of organization-kinds; null while only its code or a source's statement is known. */
  readonly kind: string | null;
  readonly creditCode: string | null;
  readonly region: string | null;
  readonly parent: string | null;
  /** The code by which sources name it. */
  readonly code: string | null;
}

const columns = sql`coalesce(e.organization_id, o.organization_id) as id,
  coalesce(e.names, (select jsonb_object_agg(n->>'lang', n->>'text') from jsonb_array_elements(o.names) n), '{}') as names,
  coalesce(e.kind, o.kind) as kind, e.credit_code as "creditCode", e.region, e.parent_id as parent, o.code`;

function known(day: string) {
  return sql`(select * from organization_entry where upper_inf(known) and valid @> ${day}::date) e
    full join (select * from organization where upper_inf(known)) o on o.organization_id = e.organization_id`;
}

/** Organizations by their identifiers, as they are on a day. */
export async function organizationsById(
  read: ReadHandle,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Organization>> {
  if (ids.length === 0) return new Map();
  const rows = await read.all<Organization>(sql`select ${columns} from
    (select * from organization_entry where organization_id = any(${ids}::uuid[]) and upper_inf(known) and valid @> ${day}::date) e
    full join (select * from organization where organization_id = any(${ids}::uuid[]) and upper_inf(known)) o
      on o.organization_id = e.organization_id`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** One organization on a day. */
export async function organizationById(read: ReadHandle, id: string, day: string): Promise<Organization | undefined> {
  return (await organizationsById(read, [id], day)).get(id);
}

/** Organizations whose name or code holds the words, or that have the credit code; those entered in full go first, and alone where no words are given. */
export async function organizationsNamed(
  read: ReadHandle,
  text: string,
  { day, limit = 50 }: { readonly day: string; readonly limit?: number },
): Promise<readonly Organization[]> {
  const words = text.normalize('NFKC').trim().toLowerCase().slice(0, 200);
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return read.all<Organization>(sql`select ${columns} from ${known(day)}
    where (lower(coalesce(e.names::text, '') || coalesce(o.names::text, '')) like ${like}
      or lower(o.code) = ${words} or e.credit_code = ${words.toUpperCase()})
      and (${words !== ''} or e.organization_id is not null)
    order by e.organization_id is null, coalesce(e.names->>'en', o.code), 1 limit ${limit}`);
}

/** Its name in a language, else in the other, else its code. */
export function organizationName(organization: Organization, lang: 'zh-Hans' | 'en'): string {
  const { names, code, id } = organization;
  return names[lang] ?? names['zh-Hans'] ?? names['en'] ?? Object.values(names)[0] ?? code ?? id;
}
