import { splitList } from '@guiju/office-tables';
import { cleanLine, isBlank } from './clean-text.ts';
import { partsOfRange } from './number-ranges.ts';
import type { Doubt } from './reading.ts';

/** The entries of a cell of numbers; a range of parts stands for each of its parts, and how it was taken is told. */
export function listedNumbers(text: string, field: string, doubt: Doubt): readonly string[] {
  return splitList(text)
    .map(cleanLine)
    .filter((entry) => !isBlank(entry))
    .flatMap((entry) => {
      const parts = partsOfRange(entry);
      if (parts === undefined) doubt('standards.range-not-understood', field, entry);
      else if (parts.length > 1) doubt('standards.range-of-parts', field, entry);
      return parts ?? [entry];
    });
}
