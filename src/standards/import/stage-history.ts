import { readIsoStages, type StatedStages } from '../sources/iso-stage-history.ts';
import { type StateStagesInput, stateStages } from '../state-stages.ts';
import type { Entering } from './import-records.ts';
import { jsonRecords, type RecordFile } from './json-records.ts';
import { linesOf } from './lines.ts';

/** Past stages are told of standards that the same source has stated. */
export const enteringStages: Entering<StatedStages> = {
  command: stateStages,
  inputOf: ({ source, stages }, statedOn): StateStagesInput => ({ source: { ...source, statedOn }, stages }),
};

/** Rows of a stage history: id of the deliverable and the stages at which it was seen. */
export async function stageRecords(file: string, sourceName: string): Promise<RecordFile<StatedStages>> {
  let count = 0;
  for await (const _ of linesOf(file)) count++;
  return { count, records: () => jsonRecords(file, (row, value) => readIsoStages(value, { row, sourceName })) };
}
