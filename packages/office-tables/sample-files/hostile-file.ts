import type { Limits, TableRefusalCode } from '../src/index.ts';

/** A file that must be refused, and with which code. */
export interface HostileFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly code: TableRefusalCode;
  readonly limits?: Partial<Limits>;
}
