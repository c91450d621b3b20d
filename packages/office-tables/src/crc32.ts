/** The check sum of zip entries (APPNOTE 4.4.7): tells a damaged archive from a sound one. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // By index: iterating a large typed array costs five times as much.
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
