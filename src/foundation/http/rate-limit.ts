import type { MiddlewareHandler } from 'hono';
import { refusal } from '../refusal.ts';
import type { HttpEnvironment } from './environment.ts';

/** Buckets kept at once; beyond that the fullest, that is the quietest senders, are forgotten first. */
const mostBuckets = 50_000;

/**
 * A bucket of requests for each sender, filled evenly over a minute. Costly tools take from a bucket of their own.
 *
 * @throws Refusal `http.too-many-requests` with the seconds to wait
 */
export function rateLimit(perMinute: number, milliseconds: () => number): MiddlewareHandler<HttpEnvironment> {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return async (c, next) => {
    const { sender } = c.var;
    const now = milliseconds();
    const bucket = buckets.get(sender) ?? { tokens: perMinute, at: now };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
    bucket.at = now;
    buckets.delete(sender);
    buckets.set(sender, bucket);
    if (buckets.size > mostBuckets) {
      const oldest = buckets.keys().next();
      if (!oldest.done) buckets.delete(oldest.value);
    }
    if (bucket.tokens < 1) {
      throw refusal('http.too-many-requests', {
        perMinute,
        seconds: Math.ceil(((1 - bucket.tokens) / perMinute) * 60),
      });
    }
    bucket.tokens -= 1;
    return next();
  };
}
