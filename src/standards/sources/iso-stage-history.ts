import { z } from 'zod';
import { cleanLine } from './clean-text.ts';
import { isoStageOf } from './iso-stage.ts';
import { type Place, problem, type RecordReading, shapeProblems } from './reading.ts';

/** Stages at which a source saw a document, with the number it bore then. */
export interface StatedStages {
  readonly source: { readonly name: string; readonly key: string };
  readonly stages: readonly { readonly stage: string; readonly number: string }[];
}

/**
 * One row of the stage history: the id of the deliverable and the moments at which it was seen, each with stage and
 * reference. The moments bear no day and are ordered by their stage code, which is not always the order in time: after a
 * review was closed (iso 90.93) the next one begins (iso 90.20).
 */
export function readIsoStages(
  row: unknown,
  context: Place & { readonly sourceName: string },
): RecordReading<StatedStages> {
  const read = history.safeParse(row, { reportInput: true });
  if (!read.success) return { outcome: 'refused', problems: shapeProblems(read.error, context) };
  const { id, snapshots } = read.data;
  const unknown = snapshots.filter(({ stage }) => isoStageOf(stage) === undefined);
  if (unknown.length > 0) {
    const problems = unknown.map(({ stage }) =>
      problem(context, 'standards.stage-unknown', { field: 'snapshots', details: { value: stage } }),
    );
    return { outcome: 'refused', problems };
  }
  const stages = snapshots.map(({ stage, reference }) => ({ stage: `iso ${isoStageOf(stage)}`, number: reference }));
  return {
    outcome: 'read',
    records: [{ source: { name: context.sourceName, key: String(id) }, stages }],
    doubts: [],
  };
}

const history = z.looseObject({
  id: z.number().int().positive(),
  snapshots: z
    .array(
      z.looseObject({
        stage: z.number().int(),
        reference: z
          .string()
          .max(300)
          .transform(cleanLine)
          .refine((text) => text !== ''),
      }),
    )
    .min(1)
    .max(100),
});
