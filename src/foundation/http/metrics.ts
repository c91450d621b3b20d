import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { stopwatch } from '../clock.ts';
import type { HttpEnvironment } from './environment.ts';

export interface Metrics {
  readonly observe: MiddlewareHandler<HttpEnvironment>;
  /** The text format of Prometheus. */
  readonly text: () => Promise<string>;
}

/** Counts requests by route and status, never by address, so that nobody's search stands in a metric. */
export function httpMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'guiju_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'guiju_http_request_seconds',
    help: 'Time until the answer was ready.',
    labelNames: ['route'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [registry],
  });
  return {
    observe: async (c, next) => {
      const elapsed = stopwatch();
      await next();
      const route = routePath(c, -1);
      requests.inc({ route, status: String(c.res.status) });
      seconds.observe({ route }, elapsed() / 1000);
    },
    text: () => registry.metrics(),
  };
}
