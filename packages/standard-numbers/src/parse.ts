import { readBare } from './bare.ts';
import { readRemarks } from './chinese/remarks.ts';
import { chineseNumber } from './chinese/write.ts';
import {
  type Cursor,
  codeIn,
  cursorOn,
  fourDigits,
  isDigit,
  isLetterOrDigit,
  lettersEnd,
  packed,
  packedLength,
  upperCase,
} from './cursor.ts';
import { cyrillicToLatin } from './cyrillic.ts';
import { unwritten } from './fields.ts';
import { readIeeeProject } from './foreign/ieee.ts';
import { readJis } from './foreign/jis.ts';
import { readIecDocument } from './international/iec-documents.ts';
import { type LeadReader, leads } from './leads.ts';
import type { Ambiguous, Reading, StandardNumber } from './model.ts';
import { readLabelled, readNamed } from './named.ts';
import { nearestPrefixes } from './nearest.ts';
import { normalize, originalPosition } from './normalize.ts';
import { readShortYear } from './short-year.ts';
import { spacedLead } from './spaced.ts';

/** Longer texts than this hold no single number; `findNumbers` reads whole documents. */
const longestText = 2000;

/**
 * Reads one standard number in any spelling: full-width, any dash, lost or extra spaces, lower case, a title glued
 * behind. Never throws; the time is linear in the length of the text.
 *
 * @returns recognized with the number and what stood behind it, ambiguous with every reading, unknown-prefix with the
 * nearest known prefixes, or malformed with the place and what was expected there.
 * @example parse('ＧＢ／Ｔ1.1—2020') // recognized, canonical 'GB/T 1.1-2020'
 */
export function parse(text: string): Reading {
  if (text.length > longestText) return { outcome: 'malformed', position: longestText, expected: 'shorter-text' };
  const cursor = cursorOn(normalize(text));
  const end = lettersEnd(cursor.text, 0);
  const lead = end <= packedLength ? packedLeads.get(packed(cursor.text, 0, end)) : undefined;
  const known = lead ?? leads.get(upperCase(cursor.text.slice(0, end)));
  if (known === undefined) return withoutLead(text, cursor, upperCase(cursor.text.slice(0, end)));
  cursor.at = end;
  return answer(text, cursor, known(cursor));
}

/** Leads by their letters as one integer, whatever their case: found without cutting or hashing a string. */
const packedLeads: ReadonlyMap<number, LeadReader> = new Map(
  [...leads]
    .filter(([letters]) => letters.length <= packedLength)
    .map(([letters, lead]) => [packed(letters, 0, letters.length), lead] as const),
);

function answer(text: string, cursor: Cursor, read: StandardNumber | Ambiguous | undefined): Reading {
  if (read === undefined) {
    const short = cursor.expected === 'year' ? readShortYear(cursor, parse) : undefined;
    return short ?? { outcome: 'malformed', position: originalPosition(text, cursor.at), expected: cursor.expected };
  }
  if ('outcome' in read) return read;
  if (read.year === undefined && read.parts.length > 0 && read.scheme.startsWith('cn-')) {
    const doubtful = yearOrPart(read);
    if (doubtful !== undefined) return doubtful;
  }
  if (cursor.at === cursor.text.length) return { outcome: 'recognized', number: read, rest: '' };
  return withRest(text, cursor, read);
}

/** `GB/T 19001.2016`: without a year, a last part that looks like one usually is the year behind a mistyped dash. */
function yearOrPart(number: StandardNumber): Ambiguous | undefined {
  const last = number.parts.at(-1) ?? '';
  const year = last.length === 4 ? fourDigits(last, 0) : -1;
  if (year < 1949 || year > 2099) return undefined;
  const dated = chineseNumber({ ...number, parts: number.parts.slice(0, -1), year });
  return { outcome: 'ambiguous', readings: [dated, number], why: 'year-or-part' };
}

/** Behind a number may stand the number of the adopted document (dual number), a title, or what makes it no number at all. */
function withRest(text: string, cursor: Cursor, number: StandardNumber): Reading {
  const { text: normalized, at } = cursor;
  const dual =
    codeIn(normalized, at) === 47 && number.scheme.startsWith('cn-') ? parse(normalized.slice(at + 1)) : undefined;
  if (dual?.outcome === 'recognized' && isDual(number, dual.number)) {
    cursor.at = normalized.length - dual.rest.length;
    const joint = withDual(cursor, number, dual.number);
    return { outcome: 'recognized', number: joint, rest: restOf(text, cursor.at) };
  }
  if (isLetterOrDigit(codeIn(normalized, at)))
    return { outcome: 'malformed', position: originalPosition(text, at), expected: 'end' };
  return { outcome: 'recognized', number, rest: restOf(text, at) };
}

/** Behind the adopted document too may stand an amendment sheet of the standard: GB/T 19001-2016/ISO 9001:2015/XG1-2020. */
function withDual(cursor: Cursor, number: StandardNumber, dual: StandardNumber): StandardNumber {
  const remarked = unwritten(number);
  readRemarks(cursor, remarked);
  return chineseNumber({ ...remarked, dual });
}

/** Texts that start with no known letters: bare numbers, committee documents, drafts named P802, a quoted or Cyrillic number. */
function withoutLead(text: string, cursor: Cursor, token: string): Reading {
  const { text: normalized } = cursor;
  if (normalized === '') return { outcome: 'malformed', position: 0, expected: 'text' };
  if (OPENING.includes(normalized.charAt(0))) return shifted(text);
  const spaced = spacedLead(normalized);
  if (spaced !== undefined) return joined(text, spaced);
  const latin = cyrillicToLatin(normalized);
  if (latin !== undefined) return parse(latin);
  const other = otherReader(normalized, token);
  const read = other?.(cursor);
  if (read !== undefined) return answer(text, cursor, read);
  const labelled = readLabelled(text, parse);
  if (labelled !== undefined) return labelled;
  if (token === '' && !isDigit(codeIn(normalized, 0)))
    return readNamed(text, parse) ?? { outcome: 'malformed', position: originalPosition(text, 0), expected: 'text' };
  if (token === '') return inOriginal(text, readBare(normalized, parse));
  return { outcome: 'unknown-prefix', prefix: token, nearest: nearestPrefixes(token) };
}

/** A place in the normalized text as a place in the text as given. */
function inOriginal(text: string, reading: Reading): Reading {
  if (reading.outcome !== 'malformed') return reading;
  return { ...reading, position: originalPosition(text, reading.position) };
}

/** What stands behind the number, as it was given and not as it was normalized. */
function restOf(text: string, position: number): string {
  return text.slice(originalPosition(text, position)).trim();
}

/** A national number is joined to the document it adopts word for word (GB/T 1.2); associations number one text jointly. */
function isDual(number: StandardNumber, other: StandardNumber): boolean {
  return (
    other.tier === 'international' ||
    other.scheme === 'ieee' ||
    (number.tier === 'association' && other.tier === 'association')
  );
}

const OPENING = '《"\'“‘「(<[';

/** Reads behind the opening quotes or brackets, all of them at once so that a run of them stays cheap. */
function shifted(text: string): Reading {
  let start = 0;
  while (start < text.length && isOpening(text.charAt(start))) start++;
  const inner = parse(text.slice(start));
  return inner.outcome === 'malformed' ? { ...inner, position: inner.position + start } : inner;
}

/** Reads a number whose first letters stand apart. */
function joined(text: string, { letters, length }: { readonly letters: string; readonly length: number }): Reading {
  const start = originalPosition(text, length);
  const inner = parse(letters + text.slice(start));
  if (inner.outcome !== 'malformed') return inner;
  return { ...inner, position: Math.max(inner.position - letters.length, 0) + start };
}

function isOpening(character: string): boolean {
  const normalized = normalize(character);
  return normalized === '' || OPENING.includes(normalized);
}

/** `JISX0836`: the division letter glued to the prefix. */
function readGluedJis(cursor: Cursor): StandardNumber | undefined {
  cursor.at = 3;
  return readJis(cursor);
}

function otherReader(text: string, token: string): LeadReader | undefined {
  if (token.startsWith('JIS') && token.length === 4) return readGluedJis;
  if (token === '' || token === 'JTC' || token.startsWith('SYC') || token.startsWith('SEG')) return readIecDocument;
  if (/^P[A-Z]{0,2}$/.test(token) && isDigit(codeIn(text, token.length))) return readIeeeProject;
  return undefined;
}
