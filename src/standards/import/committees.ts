import { type StateOrganizationInput, stateOrganization } from '../../bodies/index.ts';
import { readIsoCommittee, type StatedOrganization } from '../sources/iso-committee.ts';
import type { Entering } from './import-records.ts';
import { jsonRecords, parsedJson, type RecordFile } from './json-records.ts';
import { linesOf } from './lines.ts';
import { contentHash } from './statement-input.ts';

/** Committees are organizations: they are entered by the command of those. */
export const enteringCommittees: Entering<StatedOrganization> = {
  command: stateOrganization,
  inputOf: ({ source, code, statement }, statedOn): StateOrganizationInput => ({
    code,
    source: { ...source, statedOn },
    contentHash: contentHash({ code, statement }),
    statement,
  }),
};

/** Rows of `iso_technical_committees` of ISO Open Data. Parents are named by ids; the file itself says which references these are. */
export async function committeeRecords(file: string, sourceName: string): Promise<RecordFile<StatedOrganization>> {
  const references = new Map<number, string>();
  let count = 0;
  for await (const { text } of linesOf(file)) {
    count++;
    const value = parsedJson(text);
    if ('error' in value || typeof value.json !== 'object' || value.json === null) continue;
    const row: Readonly<Record<string, unknown>> = { ...value.json };
    if (typeof row['id'] === 'number' && typeof row['reference'] === 'string')
      references.set(row['id'], row['reference']);
  }
  const referenceOf = (id: number): string | undefined => references.get(id);
  return {
    count,
    records: () => jsonRecords(file, (row, value) => readIsoCommittee(value, { row, sourceName, referenceOf })),
  };
}
