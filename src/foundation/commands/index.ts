import type { CommandLineCommand, Eraser } from '../part.ts';
import { backupCommands } from './backup.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand, importRegisterCommand } from './exchange.ts';
import { replaceKeyCommand } from './replace-key.ts';
import { type DerivedIndex, rebuildCommand, verifyCommand } from './verify.ts';
import { verifyProofCommand } from './verify-proof.ts';

/** Commands of the kernel, whatever parts are there; `tables` are those of parts that hold more than projections. */
export function kernelCommands(
  tables: readonly string[],
  index: DerivedIndex,
  erasers: readonly Eraser[],
): readonly CommandLineCommand[] {
  return [
    verifyCommand(index),
    verifyProofCommand,
    rebuildCommand(index),
    ...backupCommands(tables),
    exportCommand,
    importRegisterCommand,
    eraseCommand(erasers),
    replaceKeyCommand,
  ];
}
