/** Rough width of a text set at a size, for placing labels in drawings: a Chinese character is square, a Latin one about half. */
export function textWidth(text: string, size: number): number {
  const halves = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1.12), 0);
  return (halves / 2) * size;
}
