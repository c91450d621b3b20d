import { findNumbers, parse, type StandardNumber } from '@guiju/standard-numbers';
import { cleanLine } from './clean-text.ts';
import { type Cells, lineOf } from './template-row.ts';
import { stateOf } from './template-words.ts';

export interface WrittenNumber {
  readonly written: string;
  readonly parsed: StandardNumber;
}

/** The number of the one edition that a row states; nothing when its cell holds none, several or an undated reference. */
export function numberIn(cells: Cells): WrittenNumber | undefined {
  const written = lineOf(cells, 'number');
  if (written === '') {
    cells.wrong('standards.field-missing', 'number', '');
    return undefined;
  }
  if (holdsSeveral(written)) {
    cells.wrong('standards.number-several', 'number', written);
    return undefined;
  }
  const reading = parse(written);
  if (reading.outcome !== 'recognized' || cleanLine(reading.rest) !== '') {
    const isAmbiguous = reading.outcome === 'ambiguous';
    cells.wrong(isAmbiguous ? 'standards.number-ambiguous' : 'standards.number-not-understood', 'number', written);
    return undefined;
  }
  if (isUndated(reading.number) && stateOf(lineOf(cells, 'status')) !== 'inDevelopment') {
    cells.wrong('standards.number-without-year', 'number', written);
    return undefined;
  }
  return { written, parsed: reading.number };
}

/** Two numbers in one cell, or a range or list of parts: `GB/T 1.1~1.3-2020`, `GB/T 1.1、1.2-2020`. */
function holdsSeveral(written: string): boolean {
  const isRangeOrList = /^[A-Z].*\d\s*[~至、]\s*(?:[A-Z][A-Z/]*\s*)?\d/i.test(written.normalize('NFKC').slice(0, 300));
  return isRangeOrList || findNumbers(written).length > 1;
}

const lawfulTiers: ReadonlySet<string | undefined> = new Set([
  'national',
  'sectoral',
  'local',
  'association',
  'enterprise',
]);

/** Without its year a Chinese number means all editions (GB/T 1.1, undated references); only a draft has no year yet. */
function isUndated({ tier, year, stage }: StandardNumber): boolean {
  return lawfulTiers.has(tier) && year === undefined && stage === undefined;
}
