import type { FilePlace, TableDetails, TableRefusal, TableRefusalCode } from './table.ts';

/** Carries a refusal from the depth of a reader to `readTables`, which hands it out as a value. */
export class Refused extends Error {
  readonly refusal: TableRefusal;
  constructor(refusal: TableRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function refuse(code: TableRefusalCode, place: FilePlace = {}, details: TableDetails = {}): never {
  throw new Refused({ ok: false, code, place, details });
}
