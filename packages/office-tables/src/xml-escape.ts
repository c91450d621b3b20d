/** A text inside XML, attributes included. Characters that XML cannot hold are left out; `_x000D_` is kept from being read as one. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\x00-\x08\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(/[&<>"]/g, (character) => named.get(character) ?? character);
}

const named: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
