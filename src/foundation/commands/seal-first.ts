import type { Deps } from '../part.ts';

/**
 * Seals what waits before history is looked at. A fault in that is told when the command ends; it must keep nobody from
 * finding out what is wrong, or from making a backup.
 */
export async function sealFirst({ sealer }: Pick<Deps, 'sealer'>): Promise<void> {
  await sealer.sealNow().catch(() => 0);
}
