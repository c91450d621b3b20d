/** A small disk of its own for a test, in memory; only root may mount one. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Takes room until so many bytes are left. */
  readonly fillUpTo: (left: number) => void;
  /** Gives back what was taken. */
  readonly free: () => void;
  readonly unmount: () => void;
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'guiju-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  // A database server comes here under a user of its own.
  chmodSync(tmpdir(), 0o755);
  const ballast = join(folder, 'ballast');
  mkdirSync(ballast);
  let pieces = 0;
  return {
    folder,
    fillUpTo: (left) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(join(ballast, String(pieces++)), Buffer.alloc(Math.max(0, bavail * bsize - left), 1));
    },
    free: () => {
      rmSync(ballast, { recursive: true });
      mkdirSync(ballast);
    },
    unmount: () => {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Why no disk can be mounted here; undefined when one can. */
export function whyNoDisk(): string | undefined {
  try {
    smallDisk(1).unmount();
    return undefined;
  } catch (error) {
    return `a small disk cannot be mounted here: ${String(error).split('\n')[0]}`;
  }
}
