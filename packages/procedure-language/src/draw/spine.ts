import type { Procedure, StageDefinition } from '../model.ts';

/** Stages of a track that a case passes through, with where it ends well, in the order of their codes. */
export function spineOf({ stages }: Procedure, track: string): readonly StageDefinition[] {
  let code = '';
  return stages
    .filter((stage) => stage.track === track && !endsBeside(stage))
    .map((stage, index) => {
      // A stage without code stays where it is written.
      code = stage.code ?? code;
      return { stage, code, index };
    })
    .toSorted((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : one.index - other.index))
    .map(({ stage }) => stage);
}

/** An end other than the aim: it stands beside the lane. */
export function endsBeside({ final }: StageDefinition): boolean {
  return final !== undefined && final !== 'done';
}
