import { join } from 'node:path';
import { publicAddressOf } from '../foundation/http/public-address.ts';
import { writeDurably } from '../foundation/key-files.ts';
import type { Deps } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { makeLink } from './links.ts';

type StartDeps = Pick<Deps, 'database' | 'clock' | 'random' | 'settings'>;

/** The file of mode 0600 with the link, for whoever starts the server without a terminal. */
export const linkFile = 'first-administrator.txt';

/** Makes a link to become administrator, writes it to its file, and answers it for the terminal; it is in no log. */
export async function administratorLink(deps: StartDeps): Promise<string> {
  const token = await makeLink(deps, 'first-administrator');
  const link = `${publicAddressOf(deps.settings)}/first-administrator/${token}`;
  writeDurably(join(deps.settings.data, linkFile), `${link}\n`);
  return link;
}

/** At the start, while nobody administers the installation: says how somebody comes to. */
export async function announceFirstAdministrator(deps: StartDeps, print: (text: string) => void): Promise<void> {
  const held = await deps.database.first(sql`select 1 from appointment where role = 'administrator' and upper_inf(known)
    and valid @> ${deps.clock.today()}::date limit 1`);
  if (held) return;
  const link = await administratorLink(deps);
  print(
    `还没有系统管理员。24 小时内用这个链接开通，只能用一次（也写在 ${join(deps.settings.data, linkFile)}）：\nThere is no administrator yet. Within 24 hours this link makes one; it works once:\n  ${link}`,
  );
}
