import { toString as qrPicture } from 'qrcode';
import { secondsBetween } from '../foundation/clock.ts';
import type { Deps } from '../foundation/part.ts';

interface Waiting {
  readonly person: string;
  readonly svg: string;
  readonly madeAt: string;
}

/** A page that was left open must not show the secret an hour later. */
const keptSeconds = 600;
const mostWaiting = 1_000;

/** Pictures of secrets, each fetched once by the person it was made for. They are in memory alone. */
export function qrPictures({ random, clock }: Pick<Deps, 'random' | 'clock'>) {
  const waiting = new Map<string, Waiting>();
  return {
    keep: async (person: string, text: string): Promise<string> => {
      if (waiting.size >= mostWaiting) waiting.clear();
      const name = random.bytes(16).toString('base64url');
      const svg = await qrPicture(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
      waiting.set(name, { person, svg, madeAt: clock.now() });
      return name;
    },
    take: (person: string, name: string): string | undefined => {
      const found = waiting.get(name);
      if (found?.person !== person) return undefined;
      waiting.delete(name);
      return secondsBetween(found.madeAt, clock.now()) < keptSeconds ? found.svg : undefined;
    },
  };
}

export type QrPictures = ReturnType<typeof qrPictures>;
