import { hash, timingSafeEqual } from 'node:crypto';

const tokenBytes = 32;

/** A secret for a link: 256 random bits. Only its hash is kept where it need not be shown again. */
export function newLinkToken(randomBytes: (length: number) => Uint8Array): string {
  return Buffer.from(randomBytes(tokenBytes)).toString('base64url');
}

export function linkTokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Whether a token is the one whose hash is kept; the time it takes tells nothing about the hash. */
export function isLinkToken(token: string, kept: string): boolean {
  const [given, wanted] = [Buffer.from(linkTokenHash(token), 'hex'), Buffer.from(kept, 'hex')];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
