import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program that writes to a register until it is killed. It prints `sound` once it has found everything of earlier rounds. */
export interface KilledProgram {
  readonly program: string;
  readonly args: readonly string[];
}

export interface KillRounds {
  readonly rounds: number;
  /** Waits until it is time to kill: at another moment in every round. */
  readonly writing: () => Promise<void>;
}

/**
 * Starts a program, lets it check what earlier rounds acknowledged, lets it write, kills it at some moment, and again. Whoever
 * drives another writer, for example a whole server, gives another program; the rounds are the same.
 */
export async function killRounds(killed: KilledProgram, { rounds, writing }: KillRounds): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const child = spawn(killed.program, [...killed.args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    await sound(child, round);
    await Promise.race([writing(), ended]);
    child.kill('SIGKILL');
    const [status, signal] = await ended;
    // A program that ended by itself was not killed while writing: the round proves nothing.
    if (signal !== 'SIGKILL') throw new Error(`Round ${round}: the writer ended by itself with status ${status}.`);
  }
}

/** Starts the program once more, only to check. */
export async function lastCheck(killed: KilledProgram): Promise<void> {
  const child = spawn(killed.program, [...killed.args, 'check-only'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  await sound(child, 0);
  await ended;
}

async function sound(child: ChildProcess, round: number): Promise<void> {
  if (!child.stdout || !child.stderr) throw new Error('The writer has no output.');
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'sound') return;
    complaints.push(line);
  }
  throw new Error(`Round ${round}: ${complaints.join('\n')}`);
}
