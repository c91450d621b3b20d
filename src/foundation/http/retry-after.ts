import type { Context } from 'hono';
import type { Refusal } from '../refusal.ts';

/** A refusal that ends by itself says to programs, too, when to come again (RFC 9110, 10.2.3). */
export function setRetryAfter(c: Context, refused: Refusal): void {
  const { seconds } = refused.details;
  if (typeof seconds === 'number') c.header('retry-after', String(seconds));
}
