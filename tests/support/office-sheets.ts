import { writeXlsx } from '@guiju/office-tables';

export interface SampleSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A workbook as an office keeps it; what stands in it is fictitious. */
export function workbookOf(...sheets: readonly SampleSheet[]): Uint8Array {
  return writeXlsx({
    sheets: sheets.map(({ name, headings, rows }) => ({
      name,
      columns: headings.map((title) => ({ title, kind: 'text' })),
      rows,
    })),
  });
}

/** A row of ISO Open Data about a fictitious deliverable. */
export function isoRow(id: number, given: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id,
    deliverableType: 'IS',
    supplementType: null,
    reference: `ISO ${id}:2020`,
    title: { en: `Fictitious deliverable ${id}` },
    publicationDate: '2020-03-01',
    edition: 1,
    icsCode: ['01.040.01'],
    ownerCommittee: 'ISO/TC 999',
    currentStage: 6060,
    replaces: null,
    replacedBy: null,
    languages: ['en'],
    pages: { en: 12 },
    scope: { en: null },
    ...given,
  };
}

export function jsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
