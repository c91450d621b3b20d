import type { ReadHandle } from './database.ts';
import type { ClaimKey } from './events.ts';

/** A stream as a fact saw it. The executor writes the next version, and decides again when another was faster. */
export interface StreamVersion {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
}

/**
 * A question to the register, asked for many keys at once: one command asks for one key, a batch for thousands, by the
 * same query.
 */
export interface FactQuery<Key, Value> {
  readonly name: string;
  readonly keyText: (key: Key) => string;
  readonly load: (read: ReadHandle, keys: readonly Key[]) => Promise<ReadonlyMap<string, Value>>;
  /** The streams whose state the answer shows. A method, so that requests of different answers fit in one list. */
  streams(value: Value): readonly StreamVersion[];
  /** The claims the answer depends on, present or absent. */
  readonly claims: (key: Key) => readonly ClaimKey[];
}

export interface FactRequest<Value> {
  readonly query: FactQuery<unknown, Value>;
  readonly key: unknown;
  readonly keyText: string;
  readonly claims: readonly ClaimKey[];
}

export type FactRequests = Readonly<Record<string, FactRequest<unknown>>>;
export type FactsOf<Requests extends FactRequests> = {
  readonly [Name in keyof Requests]: Requests[Name] extends FactRequest<infer Value> ? Value | undefined : never;
};

/** Makes the function that asks one question: `numberHolder('GB/T 1.1-2020')`. */
export function factQuery<Key, Value>(definition: {
  readonly name: string;
  readonly keyText: (key: Key) => string;
  readonly load: (read: ReadHandle, keys: readonly Key[]) => Promise<ReadonlyMap<string, Value>>;
  readonly streams?: (value: Value) => readonly StreamVersion[];
  readonly claims?: (key: Key) => readonly ClaimKey[];
}): (key: Key) => FactRequest<Value> {
  const query: FactQuery<Key, Value> = { streams: () => [], claims: () => [], ...definition };
  // One cast at the edge: requests of different keys travel in one list and meet their own query again.
  const untyped = query as unknown as FactQuery<unknown, Value>;
  return (key) => ({ query: untyped, key, keyText: query.keyText(key), claims: query.claims(key) });
}

/** Answers of many requests, one query per kind of question. */
export async function loadFacts(read: ReadHandle, requests: Iterable<FactRequest<unknown>>): Promise<FactAnswers> {
  const byQuery = new Map<FactQuery<unknown, unknown>, Map<string, unknown>>();
  for (const request of requests) {
    const keys = byQuery.get(request.query) ?? new Map<string, unknown>();
    keys.set(request.keyText, request.key);
    byQuery.set(request.query, keys);
  }
  // Asked in one turn, they travel together.
  const loaded = [...byQuery].map(
    async ([query, keys]) => [query, await query.load(read, [...keys.values()])] as const,
  );
  const answers = new Map(await Promise.all(loaded));
  return { of: (request) => answers.get(request.query)?.get(request.keyText) };
}

export interface FactAnswers {
  readonly of: (request: FactRequest<unknown>) => unknown;
}
