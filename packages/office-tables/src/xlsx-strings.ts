import { cleanText } from './clean-text.ts';
import { type OfficeParts, scanPart } from './office-parts.ts';
import { refuse } from './refused.ts';

/** A text of the shared table, cleaned once however many cells show it. */
export interface SharedString {
  readonly text: string;
  readonly removed: number;
}

/** The shared strings (ISO/IEC 29500-1, 18.4): runs of rich text joined, reading aids (phonetic runs) left out. */
export function readSharedStrings(parts: OfficeParts): readonly SharedString[] {
  const part = parts.relations.find((relation) => relation.type === 'sharedStrings')?.target;
  if (part === undefined || !parts.archive.has(part)) return [];
  const strings: SharedString[] = [];
  const limit = parts.reading.limits.cells;
  const collector = collectText('si', (text) => {
    if (strings.push(cleanText(text)) > limit) refuse('office-tables.too-many-cells', { part }, { limit });
  });
  scanPart(parts, part, collector);
  return strings;
}

/** Joins the `t` elements of each `item` element. */
export function collectText(item: string, done: (text: string) => void) {
  let pieces = '';
  let inText = false;
  let phonetic = 0;
  return {
    open(name: string) {
      if (name === item) pieces = '';
      else if (name === 't') inText = phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    close(name: string) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === item) done(unescapeXstring(pieces));
    },
    text(text: string) {
      if (inText) pieces += text;
    },
  };
}

/** ISO/IEC 29500-1, 22.9.2.19: `_x000D_` stands for a character that XML cannot hold. */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
