/**
 * Bands of prominence as words of the index, so that the most prominent entries that hold a word are met in the index itself,
 * before a row is read. An entry has one word for each width: `@p128:5`, `@p32:21`, `@p8:86` at a prominence of 690.
 */
const widths = [128, 32, 8] as const;
const narrowest = 8;
/** More prominent than this is nothing (docs/search.md). */
const most = 1_023;

const bounded = (prominence: number): number => Math.min(most, Math.max(0, prominence));
const bandWord = (width: number, prominence: number): string => `@p${width}:${Math.floor(prominence / width)}`;

export function bandWords(prominence: number): readonly string[] {
  return widths.map((width) => bandWord(width, bounded(prominence)));
}

/** Words of which every entry at or above a prominence has one and no other entry any; as few as there are. */
export function wordsFrom(threshold: number): readonly string[] {
  const words: string[] = [];
  for (let from = threshold; from <= most; ) {
    const width = widths.find((one) => from % one === 0) ?? narrowest;
    words.push(bandWord(width, from));
    from += width;
  }
  return words;
}

/** How the entries of an index divide by prominence. */
export interface Spread {
  /**
   * The highest prominence at or above which this share of all entries stands, at least; a band begins there. Undefined when
   * most entries do.
   */
  readonly thresholdFor: (share: number) => number | undefined;
}

/** A band that holds more than this of all entries spares too little. */
const largestShare = 0.25;

/** `counts`: how many entries have a prominence. */
export function spreadOf(counts: ReadonlyMap<number, number>): Spread {
  const inBand = new Map<number, number>();
  let all = 0;
  for (const [prominence, n] of counts) {
    const from = bounded(prominence) - (bounded(prominence) % narrowest);
    inBand.set(from, (inBand.get(from) ?? 0) + n);
    all += n;
  }
  const highestFirst = [...inBand].toSorted(([one], [other]) => other - one);
  return {
    thresholdFor: (share) => {
      let above = 0;
      for (const [from, n] of highestFirst) {
        above += n;
        if (above > largestShare * all) return undefined;
        if (above >= share * all) return from;
      }
      return undefined;
    },
  };
}
