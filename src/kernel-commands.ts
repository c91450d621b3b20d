import type { CommandLineCommand } from './foundation/part.ts';

/** Commands of the kernel, whatever parts are there. */
export const kernelCommands: readonly CommandLineCommand[] = [];
