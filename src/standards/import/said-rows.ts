import type { Problem } from '../../foundation/refusal.ts';
import type { Source } from '../model.ts';

/** What a row of a file says, in short: a file may have millions, and their statements are not kept. */
export interface SaidRow {
  readonly row: number;
  readonly sheet?: string;
  readonly source: Pick<Source, 'name' | 'key'> & { readonly statedOn?: string };
  readonly contentHash: string;
  readonly number: string;
}

/** A row whose standard an earlier row of the file names too. */
export interface Repetition {
  readonly outcome: 'same' | 'otherwise';
  readonly problem: Problem & { readonly sheet?: string };
}

/**
 * The rows of one file that state standards. A source has one word on a standard for a day: a second row that says
 * something else is not taken, because neither the file nor the register can tell which of the two holds.
 */
export class SaidRows<Row extends SaidRow = SaidRow> {
  readonly #first = new Map<string, Row>();

  /** Keeps the row, or says which earlier one names the same standard. */
  add(row: Row): Repetition | undefined {
    const { statedOn = '', name, key } = row.source;
    const place = JSON.stringify([statedOn, name, key]);
    const first = this.#first.get(place);
    if (first !== undefined) return repetition(row, first);
    this.#first.set(place, row);
    return undefined;
  }

  rows(): readonly Row[] {
    return [...this.#first.values()];
  }
}

function repetition({ row, sheet, contentHash, number }: SaidRow, first: SaidRow): Repetition {
  const outcome = contentHash === first.contentHash ? 'same' : 'otherwise';
  const problem = {
    code: outcome === 'same' ? 'standards.row-repeated' : 'standards.row-says-otherwise',
    row,
    ...(sheet === undefined ? {} : { sheet }),
    details: { number, first: placeText(first), second: placeText({ row, sheet }) },
  };
  return { outcome, problem };
}

function placeText({ row, sheet }: { readonly row: number; readonly sheet?: string | undefined }): string {
  return sheet === undefined ? String(row) : `${row} (${sheet})`;
}
