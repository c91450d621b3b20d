import type { InBoth } from '../rule.ts';

/** Rough width of a text set at a size: a Chinese character is square, a Latin one about half as wide. */
export function textWidth(text: string, size: number): number {
  const halves = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1.12), 0);
  return (halves / 2) * size;
}

/** A text cut into lines no wider than the room: between words, and between any two Chinese characters. */
export function linesOf(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffef][，。、；：）」》]?|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Lines that a text needs in whichever language needs more, so that one layout serves both. */
export function mostLines({ zh, en }: InBoth, room: number, size: number): number {
  return Math.max(linesOf(zh, room, size).length, linesOf(en, room, size).length);
}

/** Width of the widest line in either language. */
export function widest({ zh, en }: InBoth, room: number, size: number): number {
  const widths = [...linesOf(zh, room, size), ...linesOf(en, room, size)].map((line) => textWidth(line, size));
  return Math.ceil(Math.max(0, ...widths));
}
