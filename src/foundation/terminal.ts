import type { Console } from './part.ts';

interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
}

/** A console on two streams: answers on the first, errors and the progress bar on the second. */
export function terminal(
  out: Output,
  errors: Output,
  place: { readonly lang: 'zh-Hans' | 'en'; readonly folder: string },
): Console {
  return {
    ...place,
    print: (text) => out.write(`${text}\n`),
    error: (text) => errors.write(`${text}\n`),
    progress: (label, total) => {
      let lastShown = -1;
      return {
        at: (done) => {
          const step =
            total === undefined
              ? Math.floor(done / 1_000)
              : Math.floor((done / Math.max(total, 1)) * (errors.isTTY ? 200 : 10));
          if (step === lastShown) return;
          lastShown = step;
          errors.write(
            errors.isTTY ? `\r${progressLine(label, done, total)}` : `${progressLine(label, done, total)}\n`,
          );
        },
        end: () => {
          if (errors.isTTY && lastShown >= 0) errors.write('\n');
        },
      };
    },
  };
}

const width = 30;

export function progressLine(label: string, done: number, total: number | undefined): string {
  if (total === undefined) return `${label}  ${done.toLocaleString('en')}`;
  // What was counted before may still grow while it is worked on; a bar never runs over its end.
  const all = Math.max(total, done, 1);
  const filled = Math.round((done / all) * width);
  return `${label}  ${'█'.repeat(filled)}${'░'.repeat(width - filled)}  ${done.toLocaleString('en')} / ${Math.max(total, done).toLocaleString('en')}`;
}
