import { upperCase } from './cursor.ts';
import { leads } from './leads.ts';

/** Letters with a space between each two, as justified print and scans give them, in front of a serial: `G B / T 19001`. */
const SPACED = /^[A-Za-z](?: [A-Za-z]){1,7}(?= ?[/\d])/;

/** The known lead that spaced letters spell at the start of a normalized text, and how long it is there. */
export function spacedLead(normalized: string): { readonly letters: string; readonly length: number } | undefined {
  const spaced = SPACED.exec(normalized)?.[0];
  const letters = upperCase(spaced?.replaceAll(' ', '') ?? '');
  return spaced !== undefined && leads.has(letters) ? { letters, length: spaced.length } : undefined;
}
