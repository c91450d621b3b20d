import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What a writer was told: this act is done. */
export interface Acknowledgement {
  readonly key: string;
  readonly actId: string;
  readonly input: unknown;
}

export interface AcknowledgementFile {
  readonly add: (acknowledgement: Acknowledgement) => void;
  readonly close: () => void;
}

/** A file outside the register, on the disk before the next act begins: it outlives whoever writes it. */
export function openAcknowledgements(path: string): AcknowledgementFile {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_SYNC);
  return {
    add: (acknowledgement) => {
      writeSync(file, `${JSON.stringify(acknowledgement)}\n`);
    },
    close: () => closeSync(file),
  };
}

/** What was acknowledged. A last line that was cut off by a kill was never acknowledged to anybody. */
export function readAcknowledgements(path: string): readonly Acknowledgement[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line): Acknowledgement => JSON.parse(line));
}

/** Waits until so many more acts are acknowledged, however slow the machine is, and a moment longer. */
export async function moreAcknowledged(path: string, more: number, milliseconds: number): Promise<void> {
  const wanted = readAcknowledgements(path).length + more;
  while (readAcknowledgements(path).length < wanted) await setTimeout(5);
  await setTimeout(milliseconds);
}
