/**
 * A text as a register may keep it: NFC, lines ended by \n, no control character, nothing that turns the direction of
 * writing around (Unicode TR 36: a reversed text shows another number than the one stored).
 * `removed` counts what could deceive; byte order marks and zero-width spaces go silently.
 */
export function cleanText(raw: string): { readonly text: string; readonly removed: number } {
  if (plain.test(raw)) return { text: raw.trim(), removed: 0 };
  let removed = 0;
  const text = raw
    .replace(lineEnds, '\n')
    .replace(invisible, '')
    .replace(noBreakSpace, ' ')
    .replace(deceiving, () => {
      removed++;
      return '';
    })
    .toWellFormed()
    .normalize('NFC')
    .trim();
  return { text, removed };
}

/** A text on one line: line breaks become a space, or nothing between two Chinese characters. */
export function oneLine(text: string): string {
  if (!/[\n\t]| {2}/.test(text)) return text.trim();
  return text
    .trim()
    .replace(/[ \t]*\n\s*/g, '\n')
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/[\s]+/g, ' ');
}

/** Printable ASCII and Chinese: the usual cell, which needs no work. */
const plain = /^[\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e\n]*$/;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const noBreakSpace = /[\u00a0\u202f]/g;
/** Controls but tab and line end; bidi marks, embeddings, overrides and isolates; annotations; tag characters. */
const deceiving =
  /[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]/gu;
