const shape =
  /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** An address as messages can be sent to it, its domain in lower case; undefined when it is none (RFC 5321, 4.5.3.1: at most 254). */
export function emailAddress(text: string): string | undefined {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.length > 254 || !shape.test(trimmed)) return undefined;
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at);
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  return `${local}@${trimmed.slice(at + 1).toLowerCase()}`;
}
