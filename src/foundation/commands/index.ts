import type { CommandLineCommand } from '../part.ts';
import { rebuildCommand, verifyCommand } from './verify.ts';

/** Commands of the kernel, whatever parts are there. */
export const kernelCommands: readonly CommandLineCommand[] = [verifyCommand, rebuildCommand];
