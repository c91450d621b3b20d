/** Text for XML: markup characters as entities, characters that XML 1.0 forbids left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** An element with text; nothing for a text that is absent. */
export function xmlElement(
  name: string,
  text: string | null | undefined,
  attributes: Readonly<Record<string, string>> = {},
): string {
  if (text === null || text === undefined || text === '') return '';
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`;
}

export function xmlAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
