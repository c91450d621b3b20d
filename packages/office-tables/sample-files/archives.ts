import { strToU8, type Zippable, zipSync } from 'fflate';

/** An archive of the given parts; texts are written as UTF-8. */
export function anArchive(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level: 6, mtime: '1980-01-01T12:00:00' });
}

/** The archive with the bytes of its central directory changed: `change` gets a view and the offset of each header. */
export function withDirectory(
  bytes: Uint8Array,
  change: (view: DataView, header: number, index: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < view.getUint16(end + 10, true); index++) {
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    change(view, at, index);
    at = next;
  }
  return copy;
}

/** Where the offsets of a central header lie (APPNOTE 4.3.12). */
export const headerField = { flags: 8, method: 10, crc: 16, packed: 20, unpacked: 24, local: 42 } as const;
