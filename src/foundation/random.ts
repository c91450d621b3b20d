import { randomFillSync } from 'node:crypto';

/** The only source of random values. */
export interface Random {
  readonly bytes: (length: number) => Buffer;
  /** UUID version 7 (RFC 9562): opaque, and in the order of making. */
  readonly uuid: () => string;
}

const poolSize = 16_384;

/** Random values of the operating system, fetched in blocks because each event needs some. */
export function systemRandom(now: () => number = () => performance.timeOrigin + performance.now()): Random {
  const pool = Buffer.alloc(poolSize);
  let used = poolSize;
  let lastMillisecond = 0;
  let counter = 0;
  const bytes = (length: number): Buffer => {
    if (length > poolSize) return randomFillSync(Buffer.alloc(length));
    if (used + length > poolSize) {
      randomFillSync(pool);
      used = 0;
    }
    used += length;
    return Buffer.from(pool.subarray(used - length, used));
  };
  return {
    bytes,
    uuid: () => {
      const millisecond = Math.max(lastMillisecond, Math.floor(now()));
      // 12 bits count within a millisecond; when they run out the next millisecond is taken in advance.
      counter = millisecond === lastMillisecond ? counter + 1 : 0;
      lastMillisecond = counter > 0xfff ? millisecond + 1 : millisecond;
      if (counter > 0xfff) counter = 0;
      const raw = bytes(16);
      raw.writeUIntBE(lastMillisecond, 0, 6);
      raw.writeUInt16BE(0x7000 | counter, 6);
      raw.writeUInt8(0x80 | ((raw[8] ?? 0) & 0x3f), 8);
      const hex = raw.toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
