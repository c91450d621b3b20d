import type { ShowProgress } from './progress.ts';

/** How far the file that is being recorded at the start has come. */
export interface Arrival {
  readonly done: number;
  readonly total: number | undefined;
}

/** What the start of the server still brings into the register, so that pages can say that it is not yet all there. */
export interface Arrivals {
  /** Undefined when nothing is being recorded at the start, or no more. */
  readonly now: () => Arrival | undefined;
  /** Follows a loading from beginning to end; its progress is shown as before. */
  readonly during: (show: ShowProgress, load: (progress: ShowProgress) => Promise<void>) => Promise<void>;
}

export function arrivals(): Arrivals {
  let arrival: Arrival | undefined;
  return {
    now: () => arrival,
    during: async (show, load) => {
      try {
        await load((label, total) => {
          const shown = show(label, total);
          arrival = { done: 0, total };
          return {
            at: (done) => {
              arrival = { done, total };
              shown.at(done);
            },
            end: shown.end,
          };
        });
      } finally {
        arrival = undefined;
      }
    },
  };
}
