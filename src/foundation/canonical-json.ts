/**
 * The one spelling of a JSON value (RFC 8785), so that two who hold the same statement compute the same hash.
 * Narrower than the RFC in one point: numbers are safe integers, because events write decimals as strings
 * and so never depend on how a database or a language prints a fraction.
 *
 * Throws `NotCanonical`, with the path of the value, on anything that has no such spelling: `undefined`, fractions,
 * lone surrogates, dates and other objects that are not plain.
 *
 * @example canonicalJson({ b: 1, a: ['é'] }) // '{"a":["é"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return withRemembered(value) ?? quick(value) ?? careful(value, '$');
}

/** Texts of values that are written again as a member of another. They go with their values. */
const remembered = new WeakMap<object, string>();

/** The same, kept for a value that never changes and will be written again as a member of a larger one. */
export function canonicalJsonToKeep(value: object): string {
  const text = canonicalJson(value);
  remembered.set(value, text);
  return text;
}

/** An object with a member whose text is at hand; `undefined` for everything else. */
function withRemembered(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return undefined;
  const textOf = (member: unknown) =>
    typeof member === 'object' && member !== null ? remembered.get(member) : undefined;
  if (!Object.values(value).some((member) => textOf(member) !== undefined)) return undefined;
  const entries = sortedKeys(value).map((key) => {
    const member = value[key];
    return `${careful(key, '$')}:${textOf(member) ?? quick(member) ?? careful(member, `$.${key}`)}`;
  });
  return `{${entries.join(',')}}`;
}

export class NotCanonical extends TypeError {
  readonly path: string;
  constructor(path: string) {
    super(`The value at ${path} has no canonical JSON (RFC 8785, integers only).`);
    this.name = 'NotCanonical';
    this.path = path;
  }
}

/**
 * A copy with sorted keys, printed by the engine: twice as fast as building the text here, and this runs for every event.
 * `undefined` where the copy could not show the right answer; the careful writer then decides.
 */
function quick(value: unknown): string | undefined {
  const copy = sortedCopy(value);
  if (copy === notQuick) return undefined;
  const text = JSON.stringify(copy);
  // The engine escapes half a surrogate pair, which RFC 8785 section 3.2.2.2 refuses.
  return text.includes('\\ud') ? undefined : text;
}

const notQuick = Symbol('not quick');

function sortedCopy(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isSafeInteger(value) ? value : notQuick;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? sortedItems(value) : sortedEntries(value);
    default:
      return notQuick;
  }
}

function sortedItems(items: readonly unknown[]): unknown {
  const copy: unknown[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = sortedCopy(items[at]);
    if (item === notQuick) return notQuick;
    copy.push(item);
  }
  return copy;
}

function sortedEntries(value: object): unknown {
  if (!isPlain(value)) return notQuick;
  const copy: Record<string, unknown> = {};
  for (const key of sortedKeys(value)) {
    const content = sortedCopy(value[key]);
    if (content === notQuick || !keepsItsPlace(key)) return notQuick;
    copy[key] = content;
  }
  return copy;
}

/** The engine lists keys that look like array indexes first, in the order of numbers, and takes `__proto__` for something else. */
function keepsItsPlace(key: string): boolean {
  const first = key.charCodeAt(0);
  return !(first >= 0x30 && first <= 0x39) && key !== '__proto__' && key !== 'toJSON';
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** RFC 8785 section 3.2.3 sorts by UTF-16 code units, which is what `<` and `sort()` compare. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  let before = '';
  for (const key of keys) {
    if (key < before) return keys.sort();
    before = key;
  }
  return keys;
}

function careful(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  // String(-0) is '0', as RFC 8785 section 3.2.2.3 demands.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  // Array.from also visits the holes of an array, which are undefined.
  if (Array.isArray(value)) return `[${Array.from(value, (item, at) => careful(item, `${path}[${at}]`)).join(',')}]`;
  if (typeof value !== 'object' || !isPlain(value)) throw new NotCanonical(path);
  const entries = sortedKeys(value).map((key) => {
    const place = `${path}.${key}`;
    return `${careful(key, place)}:${careful(value[key], place)}`;
  });
  return `{${entries.join(',')}}`;
}
