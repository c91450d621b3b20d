import { refuse } from './refused.ts';

/** Receives the elements of a document in order; names are local names, without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: () => ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlPart {
  readonly text: string;
  readonly part: string;
  readonly depth: number;
}

/**
 * Walks through an XML part once, in linear time. It knows no document type, hence no entity but the five of XML and
 * character references, and opens nothing outside: a part with a DOCTYPE is refused (OWASP XXE; ISO/IEC 29500-2, 8.1.4).
 */
export function scanXml({ text, part, depth }: XmlPart, handler: XmlHandler): void {
  const openElements: string[] = [];
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const textEnd = tag === -1 ? text.length : tag;
    if (textEnd > at && openElements.length > 0) handler.text(resolveEntities(text.slice(at, textEnd), part, at));
    if (tag === -1) break;
    const mark = text.charCodeAt(tag + 1);
    if (mark === exclamation || mark === question) at = skipMarkup(text, tag, { part, handler });
    else if (mark === slash) at = closeElement(text, tag, { part, handler, openElements });
    else at = openElement(text, tag, { part, handler, openElements, depth });
  }
  if (openElements.length > 0) refuse('office-tables.xml-broken', { part, offset: text.length });
}

const exclamation = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const greater = 62;
const question = 63;

interface Scan {
  readonly part: string;
  readonly handler: XmlHandler;
  readonly openElements: string[];
}

function skipMarkup(text: string, tag: number, scan: Pick<Scan, 'part' | 'handler'>): number {
  const [opening, closing] = text.startsWith('<!--', tag)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', tag)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (!text.startsWith(opening, tag)) refuse('office-tables.xml-doctype', { part: scan.part, offset: tag });
  const end = text.indexOf(closing, tag + opening.length);
  if (end === -1) refuse('office-tables.xml-broken', { part: scan.part, offset: tag });
  if (opening === '<![CDATA[') scan.handler.text(text.slice(tag + opening.length, end));
  return end + closing.length;
}

function closeElement(text: string, tag: number, { part, handler, openElements }: Scan): number {
  const end = text.indexOf('>', tag);
  const name = text.slice(tag + 2, end).trimEnd();
  if (end === -1 || openElements.pop() !== name) refuse('office-tables.xml-broken', { part, offset: tag });
  handler.close(localName(name));
  return end + 1;
}

function openElement(text: string, tag: number, scan: Scan & { readonly depth: number }): number {
  const { part, handler, openElements } = scan;
  const end = tagEnd(text, tag);
  let nameEnd = tag + 1;
  while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd))) nameEnd++;
  if (end === -1 || nameEnd === tag + 1) refuse('office-tables.xml-broken', { part, offset: tag });
  const isEmpty = text.charCodeAt(end - 1) === slash;
  const name = text.slice(tag + 1, nameEnd);
  const local = localName(name);
  const source = text.slice(nameEnd, isEmpty ? end - 1 : end);
  handler.open(local, () => readAttributes(source, part, nameEnd));
  if (isEmpty) handler.close(local);
  else if (openElements.push(name) > scan.depth)
    refuse('office-tables.xml-too-deep', { part, offset: tag }, { limit: scan.depth });
  return end + 1;
}

/** The `>` that ends a tag; one inside quotes does not. */
function tagEnd(text: string, tag: number): number {
  let quote = 0;
  for (let at = tag + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === greater) return at;
    else if (code === doubleQuote || code === singleQuote) quote = code;
  }
  return -1;
}

function isNameCharacter(code: number): boolean {
  return code > 32 && code !== slash && code !== greater && code !== 60 && code !== 61;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const attribute = /\s*([^\s=<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
/** The root of a sheet declares some thirty namespaces; nothing real comes near this. */
const attributeLimit = 1_000;
const noAttributes: ReadonlyMap<string, string> = new Map();

function readAttributes(source: string, part: string, offset: number): ReadonlyMap<string, string> {
  if (source.trim() === '') return noAttributes;
  const found = new Map<string, string>();
  let at = 0;
  while (at < source.length) {
    attribute.lastIndex = at;
    const match = attribute.exec(source);
    if (!match || found.size > attributeLimit) {
      if (source.slice(at).trim() === '') break;
      return refuse('office-tables.xml-broken', { part, offset: offset + at });
    }
    const [, name = '', double, single = ''] = match;
    const local = localName(name);
    // A name without prefix wins: `id` is the element's own, `r:id` a relation.
    if (local === name || !found.has(local)) found.set(local, resolveEntities(double ?? single, part, offset));
    at = attribute.lastIndex;
  }
  return found;
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolveEntities(text: string, part: string, offset: number): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12};?)/g, (_, reference: string, at: number) => {
    const name = reference.endsWith(';') ? reference.slice(0, -1) : '';
    return (
      named.get(name) ?? characterReference(name) ?? refuse('office-tables.xml-entity', { part, offset: offset + at })
    );
  });
}

function characterReference(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (!digits) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
