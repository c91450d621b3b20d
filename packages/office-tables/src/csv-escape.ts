/**
 * Spreadsheet programs calculate a CSV cell that begins with one of these, whatever its quotes; the full-width forms are
 * taken for the narrow ones under East Asian settings (OWASP, CSV injection).
 */
const calculating = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet program would calculate; `unescapeCsvCell` is its inverse for every text. */
export function escapeCsvCell(text: string): string {
  return calculating.test(text) ? `'${text}` : text;
}

/**
 * Takes off the apostrophe that our CSV puts before texts beginning with = + - @, tab or line end.
 *
 * @example unescapeCsvCell("'=A1") // '=A1'
 * @example unescapeCsvCell("'quoted'") // "'quoted'"
 */
export function unescapeCsvCell(text: string): string {
  return text.startsWith("'") && calculating.test(text) ? text.slice(1) : text;
}
