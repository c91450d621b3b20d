/** Work that goes on after its request was answered; whoever stops the process waits for it. */
export interface AfterAnswer {
  /** Takes work that looks after its own failures. */
  readonly keep: (work: Promise<void>) => void;
  /** Ends when nothing is under way. */
  readonly ended: () => Promise<void>;
}

export function afterAnswer(): AfterAnswer {
  const underWay = new Set<Promise<void>>();
  return {
    keep: (work) => {
      const kept: Promise<void> = work.finally(() => underWay.delete(kept));
      underWay.add(kept);
    },
    ended: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
