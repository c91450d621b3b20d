import type { Command } from './command.ts';
import { refusal } from './refusal.ts';

/** How often a command is decided again when another was faster (DESIGN 10, rule 2). */
const againAtMost = 3;
const uniqueViolation = '23505';
const deadlock = '40P01';
/** The keys by which acts meet: one version, one holder of a claim, one act per idempotency key. */
const meetingKeys: readonly unknown[] = ['event_pkey', 'claim_pkey', 'act_once'];

/** Another was faster: the whole command is decided again on what is known now, at most three times. */
export async function decidedAgainOnConflict<T>(command: Command, work: () => Promise<T>): Promise<T> {
  for (let again = 0; ; again++) {
    try {
      return await work();
    } catch (error) {
      if (!wasOvertaken(error)) throw error;
      if (again >= againAtMost) throw refusal('foundation.conflict', { command: command.name });
    }
  }
}

/** Another act took the version, the claim or the key, or two acts waited for each other. A double key elsewhere is a fault of ours. */
function wasOvertaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === deadlock) return true;
  return error.code === uniqueViolation && 'constraint' in error && meetingKeys.includes(error.constraint);
}
