/** Bytes of a text in GB 18030 (two-byte part), by turning the platform's decoder around. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = pairs().get(character);
      if (!bytes) throw new RangeError(`no two-byte GB 18030 character: ${character}`);
      return [...bytes];
    }),
  );
}

export function utf16le(text: string): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
}

export function utf16be(text: string): Uint8Array {
  const bytes = utf16le(text);
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

let known: ReadonlyMap<string, readonly [number, number]> | undefined;

function pairs(): ReadonlyMap<string, readonly [number, number]> {
  if (known) return known;
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1) found.set(character, [lead, trail]);
    }
  known = found;
  return found;
}
