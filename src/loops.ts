import type { Logger } from './foundation/log.ts';
import type { Loop } from './foundation/part.ts';

/** Runs each loop again and again, never twice at once; a round that fails is logged and the next one tries again. */
export function startLoops(loops: readonly Loop[], log: Logger): { readonly stop: () => Promise<void> } {
  let stopped = false;
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  const next = (loop: Loop): void => {
    if (stopped) return;
    timers.set(
      loop.name,
      setTimeout(() => {
        const round = loop
          .run()
          .catch((fault: unknown) =>
            log.error(
              { loop: loop.name, error: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) },
              'loop failed',
            ),
          )
          .finally(() => next(loop));
        running.set(loop.name, round);
      }, loop.everyMilliseconds),
    );
  };
  loops.forEach(next);
  return {
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
