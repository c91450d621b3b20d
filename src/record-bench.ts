import { createServer, type RequestListener } from 'node:http';
import { Worker } from 'node:worker_threads';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.tsx';
import type { Database } from './foundation/database.ts';
import type { Bench, Deps, Part } from './foundation/part.ts';
import type { Statement, WrittenStatement } from './foundation/sql.ts';

const connections = 10;
const milliseconds = 4_000;

/** Asks for one address over some connections for a while, in a thread of its own, and answers how often it was answered. */
const visitors = `
const { parentPort, workerData } = require('node:worker_threads');
const http = require('node:http');
const agent = new http.Agent({ keepAlive: true, maxSockets: workerData.connections });
const times = [];
const ends = performance.now() + workerData.milliseconds;
function ask() {
  const start = performance.now();
  if (start > ends) return Promise.resolve();
  return new Promise((resolve, reject) => {
    http.get(workerData.url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error('status ' + response.statusCode));
      response.resume();
      response.on('end', () => { times.push(performance.now() - start); resolve(); });
    }).on('error', reject);
  }).then(ask);
}
Promise.all(Array.from({ length: workerData.connections }, ask)).then(() => {
  agent.destroy();
  parentPort.postMessage(times);
});`;

/** One record by its number over HTTP, against a bare handler that runs the same statements and returns the same bytes. */
export function recordBench(parts: readonly Part[], fill: (deps: Deps) => Promise<string>): Bench {
  return {
    name: 'record',
    run: async (deps) => {
      const path = await fill(deps);
      const statements: (Statement<unknown> | WrittenStatement)[] = [];
      const listening = { ...deps, database: overheard(deps.database, statements), settings: unlimited(deps) };
      const app = createApp(listening, parts);
      const bytes = Buffer.from(await (await app.request(path)).arrayBuffer());
      const asked = [...statements];
      const ours = await visited(
        getRequestListener(createApp({ ...deps, settings: unlimited(deps) }, parts).fetch),
        path,
      );
      const floor = await visited((_request, response) => {
        void Promise.all(asked.map((statement) => deps.database.all(statement))).then(() => {
          response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
          response.end(bytes);
        });
      }, path);
      const p99 = (times: readonly number[]): number =>
        [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN;
      return [
        {
          name: 'record by number over HTTP, 10 connections',
          value: ours.length / (milliseconds / 1_000),
          unit: 'requests/s',
          floor: { what: 'bare node:http, same statements, same bytes', value: floor.length / (milliseconds / 1_000) },
        },
        {
          name: 'record by number over HTTP at full load',
          value: p99(ours),
          unit: 'ms p99',
          floor: { what: 'the same bare handler', value: p99(floor) },
        },
      ];
    },
  };
}

function unlimited(deps: Deps): Deps['settings'] {
  return { ...deps.settings, limits: { requestsPerMinute: 1e9, toolsPerMinute: 1e9 } };
}

/** A database that notes which statements are asked of it. */
function overheard(database: Database, statements: (Statement<unknown> | WrittenStatement)[]): Database {
  return {
    ...database,
    all: (statement) => {
      statements.push(statement);
      return database.all(statement);
    },
    first: (statement) => {
      statements.push(statement);
      return database.first(statement);
    },
  };
}

async function visited(listener: RequestListener, path: string): Promise<readonly number[]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ask = (duration: number): Promise<readonly number[]> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(visitors, {
        eval: true,
        workerData: { url: `http://127.0.0.1:${port}${path}`, connections, milliseconds: duration },
      });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await ask(1_000);
  const times = await ask(milliseconds);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return times;
}
